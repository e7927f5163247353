#!/usr/bin/env python3
"""Makes the sample archives beside this script. Needs Python 3 and nothing else.

Every person, number and message is invented. Numbers come from ranges that are reserved for examples
where a country has such a range, and are mostly zeros elsewhere. The same input always gives the same
bytes, so a rebuilt archive differs only where this script was changed.
"""

import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent

LRM, RLM, NBSP, NNBSP = "\u200e", "\u200f", "\u00a0", "\u202f"
LRE, PDF, NB_HYPHEN = "\u202a", "\u202c", "\u2011"


# --- media: tiny, but real -----------------------------------------------------------------------


def png(width, height, rgb):
    """A PNG image of one colour."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes(rgb) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def jpeg(columns, rows, greys):
    """A baseline JPEG image: `columns` by `rows` blocks of 8 by 8 pixels, each of one grey."""

    def segment(marker, body):
        return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body

    # Difference sizes 0 to 11 get codes of four bits; the one AC symbol is "end of block".
    dc_table = bytes([0x00, 0, 0, 0, 12]) + bytes(12) + bytes(range(12))
    ac_table = bytes([0x10, 1]) + bytes(15) + bytes([0])
    bits = ""
    previous = 0
    for index in range(columns * rows):
        # With a quantisation step of 8, a coefficient of one is one grey.
        value = greys[index % len(greys)] - 128
        difference, previous = value - previous, value
        size = abs(difference).bit_length()
        bits += format(size, "04b")
        if size:
            bits += format(difference if difference > 0 else difference + (1 << size) - 1, f"0{size}b")
        bits += "0"
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xDB, bytes([0]) + bytes([8]) * 64)
        + segment(0xC0, struct.pack(">BHHB", 8, rows * 8, columns * 8, 1) + bytes([1, 0x11, 0]))
        + segment(0xC4, dc_table)
        + segment(0xC4, ac_table)
        + segment(0xDA, bytes([1, 1, 0x00, 0, 63, 0]))
        + data
        + b"\xff\xd9"
    )


def opus(seconds, serial):
    """A voice note: mono Opus in Ogg, silence."""

    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        table.append(value)

    def page(flags, position, sequence, packets):
        lacing = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in packets)
        head = struct.pack("<4sBBqIII", b"OggS", 0, flags, position, serial, sequence, 0)
        whole = bytearray(head + bytes([len(lacing)]) + lacing + b"".join(packets))
        crc = 0
        for byte in whole:
            crc = (crc << 8 & 0xFFFFFFFF) ^ table[crc >> 24 ^ byte]
        whole[22:26] = struct.pack("<I", crc)
        return bytes(whole)

    frames = seconds * 50
    silence = b"\xf8\xff\xfe"  # one frame of 20 ms
    head = struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, 312, 16000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 6) + b"sample" + struct.pack("<I", 0)
    out = page(2, 0, 0, [head]) + page(0, 0, 1, [tags])
    return out + page(4, frames * 960, 2, [silence] * frames)


def pdf(line):
    """A PDF of one page with one line on it."""

    stream = f"BT /F1 18 Tf 40 90 Td ({line}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 360 180] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, start)


def webp():
    """A sticker: a WebP image of one pixel, lossless."""
    body = b"VP8L" + struct.pack("<I", 13) + bytes.fromhex("2f00000010071011118888fe0700")
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def vcard(name, number):
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL;TYPE=CELL:{number}\r\nEND:VCARD\r\n".encode()


# --- archives ------------------------------------------------------------------------------------


class Stream(io.RawIOBase):
    """A file that cannot seek: archives written to it are streamed, as Android writes them."""

    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.data += data
        return len(data)


def archive(name, when, text_name, text, media, streamed):
    """Writes one export. `media` is a list of (name, bytes)."""
    target = Stream() if streamed else io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for entry, body in [(text_name, text.encode())] + media:
            info = zipfile.ZipInfo(entry, when)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            with out.open(info, "w") as file:
                file.write(body)
    data = bytes(target.data) if streamed else target.getvalue()
    (HERE / name).write_bytes(data)


def android(name, when, lines, media=()):
    """`name` is the archive's and the text's, without the ending; ` (1)` is of the archive alone."""
    text_name = name.removesuffix(" (1)") + ".txt"
    archive(name + ".zip", when, text_name, "\n".join(lines) + "\n", list(media), streamed=True)


def ios(partner, when, lines, media=()):
    text = "\r\n".join(lines) + "\r\n"
    archive(f"WhatsApp Chat - {partner}.zip", when, "_chat.txt", text, list(media), streamed=False)


def main():
    # Android, British English: picture with a caption, voice note, document, contact.
    android(
        "WhatsApp Chat with Anna Berg", (2022, 3, 14, 18, 2, 0),
        [
            "10/03/2022, 11:00 - Messages and calls are end-to-end encrypted. No one outside of this"
            " chat, not even WhatsApp, can read or listen to them. Tap to learn more.",
            "10/03/2022, 11:00 - Anna Berg: Hello! Do you repair cargo bikes?",
            "10/03/2022, 11:02 - Harbour Bikes: We do: brakes, wheels, motors.",
            "Bring it by any day before six.",
            "10/03/2022, 11:05 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)",
            "This is the wheel.",
            "Can it be saved?",
            "11/03/2022, 08:30 - Harbour Bikes: PTT-20220311-WA0002.opus (file attached)",
            "13/03/2022, 17:45 - Harbour Bikes: Estimate 2022-117.pdf (file attached)",
            "Estimate 2022-117.pdf",
            "13/03/2022, 17:46 - Harbour Bikes: Marek Dvorak.vcf (file attached)",
            "13/03/2022, 17:47 - Harbour Bikes: Marek paints frames, tell him: from us.",
            "14/03/2022, 09:12 - Anna Berg: This message was deleted",
            "14/03/2022, 09:13 - Anna Berg: Perfect, see you at 10:30 \U0001f6b2",
        ],
        [
            ("IMG-20220310-WA0001.jpg", jpeg(4, 3, [200, 90, 60, 160, 220])),
            ("PTT-20220311-WA0002.opus", opus(2, 1)),
            ("Estimate 2022-117.pdf", pdf("Estimate 2022-117: new wheel")),
            ("Marek Dvorak.vcf", vcard("Marek Dvorak", "+44 7700 900317")),
        ],
    )

    # iPhone, German.
    ios(
        "Jonas Weber", (2021, 5, 19, 20, 15, 10),
        [
            f"[17.05.21, 09:15:42] Jonas Weber: {LRM}Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt."
            " Niemand außerhalb dieses Chats kann sie lesen oder anhören.",
            "[17.05.21, 09:15:42] Jonas Weber: Guten Morgen, ist die Torte fertig?",
            "[17.05.21, 09:20:05] Café Linde: Fast. So sieht sie aus:",
            f"{LRM}[17.05.21, 09:20:31] Café Linde: {LRM}<Anhang: 00000004-PHOTO-2021-05-17-09-20-31.jpg>",
            f"{LRM}[17.05.21, 09:22:00] Jonas Weber: Wunderbar! Größe passt {LRM}<Anhang: "
            "00000005-STICKER-2021-05-17-09-22-00.webp>",
            f"{LRM}[18.05.21, 18:03:59] Jonas Weber: {LRM}<Anhang: 00000006-AUDIO-2021-05-18-18-03-59.opus>",
            f"{LRM}[19.05.21, 07:00:01] Café Linde: {LRM}Rechnung 88.pdf • {LRM}1 Seite {LRM}<Anhang: "
            "00000007-Rechnung 88.pdf>",
            f"{LRM}[19.05.21, 07:00:40] Jonas Weber: {LRM}Bild weggelassen",
            "[19.05.21, 07:01:15] Jonas Weber: Danke!",
            "",
            "Bis Samstag.",
            f"{LRM}[19.05.21, 07:05:00] Café Linde: {LRM}Verpasster Sprachanruf",
        ],
        [
            ("00000004-PHOTO-2021-05-17-09-20-31.jpg", jpeg(3, 3, [240, 180, 120])),
            ("00000005-STICKER-2021-05-17-09-22-00.webp", webp()),
            ("00000006-AUDIO-2021-05-18-18-03-59.opus", opus(3, 2)),
            ("00000007-Rechnung 88.pdf", pdf("Rechnung 88: eine Torte")),
        ],
    )

    # Android, US English, 12 hours with U+202F; the partner is no contact, so a number.
    number = f"{LRE}+1{NBSP}202{NB_HYPHEN}555{NB_HYPHEN}0143{PDF}"
    android(
        "WhatsApp Chat with +1 202-555-0143", (2026, 9, 21, 12, 30, 0),
        [
            f"9/19/26, 9:52{NNBSP}AM - Messages and calls are end-to-end encrypted. Only people in this chat"
            " can read, listen to, or share them. Learn more.",
            f"9/19/26, 9:52{NNBSP}AM - {number}: Hi, is the blue kayak still for rent?",
            f"9/19/26, 12:05{NNBSP}PM - Lakeside Rentals: Yes! 12:05 and it is still here.",
            f"9/19/26, 12:06{NNBSP}PM - Lakeside Rentals: <Media omitted>",
            f"9/20/26, 12:01{NNBSP}AM - {number}: Sorry, late. I take it.",
            f"9/20/26, 7:40{NNBSP}AM - Lakeside Rentals: Great <This message was edited>",
            f"9/21/26, 8:15{NNBSP}AM - {number}: Missed voice call",
        ],
    )

    # iPhone, Hebrew.
    ios(
        "נועה לוי", (2023, 1, 15, 21, 0, 0),
        [
            f"[5.1.2023, 14:30:15] נועה לוי: {RLM}ההודעות והשיחות מוצפנות מקצה לקצה.",
            "[5.1.2023, 14:30:15] נועה לוי: שלום, יש לכם עוד כרטיסים?",
            "[5.1.2023, 14:32:00] תיאטרון הנמל: כן, נשארו שניים: שורה 7.",
            f"{RLM}[13.1.2023, 20:01:09] נועה לוי: {RLM}<מצורף: 00000004-PHOTO-2023-01-13-20-01-09.jpg>",
            f"{RLM}[13.1.2023, 20:02:00] תיאטרון הנמל: {RLM}התמונה הושמטה",
            "[15.1.2023, 09:00:00] נועה לוי: היה נהדר!",
        ],
        [("00000004-PHOTO-2023-01-13-20-01-09.jpg", jpeg(2, 2, [30, 220]))],
    )

    # Android, Arabic with Arabic-Indic digits and day periods.
    android(
        "دردشة واتساب مع ليلى حسن", (2022, 3, 28, 22, 0, 0),
        [
            f"٢٧{RLM}/٣{RLM}/٢٠٢٢، ٩:٤١{NBSP}ص - ليلى حسن: صباح الخير، هل المحل مفتوح؟",
            f"٢٧{RLM}/٣{RLM}/٢٠٢٢، ١٢:٠٥{NBSP}م - مكتبة النيل: نعم، حتى التاسعة.",
            f"٢٧{RLM}/٣{RLM}/٢٠٢٢، ٩:٤١{NBSP}م - ليلى حسن: {LRM}IMG-20220327-WA0003.jpg (الملف مرفق)",
            "الكتاب الذي أريده",
            f"٢٨{RLM}/٣{RLM}/٢٠٢٢، ١٢:٠٠{NBSP}ص - مكتبة النيل: <تم استبعاد الوسائط>",
            f"٢٨{RLM}/٣{RLM}/٢٠٢٢، ٨:٠٠{NBSP}ص - ليلى حسن: شكرا",
        ],
        [("IMG-20220327-WA0003.jpg", jpeg(2, 3, [80, 140, 200]))],
    )

    # Android, Colombian Spanish, `p. m.`
    android(
        "Chat de WhatsApp con Valentina Ruiz", (2025, 3, 30, 9, 0, 0),
        [
            f"28/3/2025, 9:29 p.{NBSP}m. - Valentina Ruiz: Buenas noches, ¿mañana abren?",
            f"28/3/2025, 11:58 p.{NBSP}m. - Panadería Aurora: Sí, desde las 6.",
            f"29/3/2025, 12:03 a.{NBSP}m. - Valentina Ruiz: Gracias",
            f"29/3/2025, 12:30 p.{NBSP}m. - Panadería Aurora: STK-20250329-WA0004.webp (archivo adjunto)",
            f"30/3/2025, 7:15 a.{NBSP}m. - Valentina Ruiz: Se eliminó este mensaje",
        ],
        [("STK-20250329-WA0004.webp", webp())],
    )

    # Android, British English, across both changes of the clock in London.
    android(
        "WhatsApp Chat with Oliver Shaw", (2022, 11, 1, 8, 0, 0),
        [
            "26/03/2022, 23:50 - Oliver Shaw: Still up?",
            "27/03/2022, 00:59 - Pier Radio: One minute to go.",
            "27/03/2022, 02:00 - Oliver Shaw: And it is two already.",
            "27/03/2022, 02:05 - Pier Radio: Summer time!",
            "30/10/2022, 00:45 - Oliver Shaw: Tonight we get it back.",
            "30/10/2022, 01:30 - Pier Radio: Half past one, first time.",
            "30/10/2022, 01:10 - Oliver Shaw: Ten past one, after it.",
            "30/10/2022, 01:55 - Pier Radio: Good night.",
            "30/10/2022, 02:00 - Oliver Shaw: Good night!",
        ],
    )

    # Android, French: one chat exported twice, short with media and long without.
    shared = [
        "14/01/2023 14:30 - Sophie Martin: Bonjour, le vélo bleu est-il disponible ?",
        "14/01/2023 14:41 - Atelier Lavande: Oui, jusqu'à samedi.",
    ]
    android(
        "Discussion WhatsApp avec Sophie Martin", (2023, 1, 20, 10, 0, 0),
        shared
        + [
            "15/01/2023 09:12 - Sophie Martin: IMG-20230115-WA0007.jpg (fichier joint)",
            "Comme celui-ci ?",
            "15/01/2023 09:20 - Atelier Lavande: Exactement.",
        ],
        [("IMG-20230115-WA0007.jpg", jpeg(3, 2, [20, 120, 250]))],
    )
    android(
        "Discussion WhatsApp avec Sophie Martin (1)", (2023, 2, 2, 10, 0, 0),
        [
            "02/01/2023 08:05 - Atelier Lavande: Bonne année !",
            "02/01/2023 08:30 - Sophie Martin: À vous aussi",
        ]
        + shared
        + [
            "15/01/2023 09:12 - Sophie Martin: <Médias omis>",
            "Comme celui-ci ?",
            "15/01/2023 09:20 - Atelier Lavande: Exactement.",
            "01/02/2023 17:00 - Sophie Martin: Merci pour tout",
        ],
    )

    # Android, British English: a group.
    android(
        "WhatsApp Chat with Allotment Club", (2024, 6, 17, 7, 0, 0),
        [
            '13/06/2024, 18:00 - Rosa Field created group "Allotment: Club"',
            "13/06/2024, 18:00 - Rosa Field added you",
            "13/06/2024, 18:02 - Rosa Field: Welcome all!",
            "13/06/2024, 18:10 - Ben Carter: Hello: I bring the spade.",
            "14/06/2024, 07:30 - Mila Novak: IMG-20240614-WA0001.png (file attached)",
            '16/06/2024, 09:00 - Ben Carter changed the subject from "Allotment: Club" to "Allotment Club"',
            "16/06/2024, 09:05 - Ben Carter: Shorter: better.",
            "16/06/2024, 21:00 - Mila Novak left",
        ],
        [("IMG-20240614-WA0001.png", png(12, 8, (40, 160, 60)))],
    )

    # Android, Brazilian Portuguese: a file that is named but not there, and one that no line names.
    android(
        "Conversa do WhatsApp com Rafael Lima", (2023, 8, 25, 19, 0, 0),
        [
            "23/08/2023 10:00 - Rafael Lima: Bom dia! Segue a foto:",
            "23/08/2023 10:01 - Rafael Lima: IMG-20230823-WA0010.jpg (arquivo anexado)",
            "23/08/2023 10:05 - Floricultura Ipê: IMG-20230823-WA0011.jpg (arquivo anexado)",
            "24/08/2023 16:20 - Floricultura Ipê: <Mídia oculta>",
            "25/08/2023 08:00 - Rafael Lima: Obrigado",
        ],
        [
            ("IMG-20230823-WA0011.jpg", jpeg(2, 2, [250, 10, 120])),
            ("IMG-20230824-WA0012.jpg", jpeg(2, 2, [1, 2, 3])),
        ],
    )

    # Android, short dates: one day that can be read in two ways.
    android(
        "WhatsApp Chat with Priya Nair", (2023, 4, 4, 12, 0, 0),
        [
            "3/4/23, 10:00 - Priya Nair: Is the meeting today?",
            "3/4/23, 10:07 - Corner Books: Yes, at seven.",
            "3/4/23, 18:55 - Priya Nair: On my way",
        ],
    )

    contacts = [
        ("Anna Berg", "+44 7700 900142"),
        ("Jonas Weber", "+49 30 23125 042"),
        ("נועה לוי", "+972 50-000-0001"),
        ("ليلى حسن", "+20 100 000 0001"),
        ("Valentina Ruiz", "+57 300 0000001"),
        ("Oliver Shaw", "07700 900555"),
        ("Sophie Martin", "+33 6 39 98 00 42"),
        ("Rafael Lima", "+55 11 90000-0001"),
        ("Priya Nair", "+44 7700 900777"),
        ("Rosa Field", "+44 7700 900901"),
    ]
    cards = [
        f"BEGIN:VCARD\r\nVERSION:{'4.0' if index % 2 else '3.0'}\r\nFN:{name}\r\n"
        f"N:{name.rsplit(' ', 1)[1]};{name.rsplit(' ', 1)[0]};;;\r\nTEL;TYPE=cell:{number}\r\nEND:VCARD\r\n"
        for index, (name, number) in enumerate(contacts)
    ]
    (HERE / "contacts.vcf").write_bytes("".join(cards).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
