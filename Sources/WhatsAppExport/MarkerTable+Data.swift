extension MarkerTable {
  /// One marker a line: category, language, platform, what it says, how sure it is, pattern; parted by tabs.
  ///
  /// To add a language is to add lines. `{file}`, `{url}`, `{name}`, `{text}`, `{n}`, `{}` and `{1}`, `{2}` stand for
  /// anything; a final `…` makes a pattern a prefix. Marks of direction and the kinds of space do not count,
  /// nor do case and a final full stop. How sure: `seen` in a real export; `fixture` and `table` from the test
  /// files and tables of public parsers; `strings` from the app's own words; `inferred` from other data.
  static let data: String = #"""
    zipname	af	android	txt_basename	strings	WhatsApp Gesprek met {name}
    zipname	ar	android	txt_basename	strings	دردشة واتساب مع {name}
    zipname	az	android	txt_basename	strings	{name} ilə WhatsApp Söhbəti
    zipname	bg	android	txt_basename	strings	WhatsApp Чат с {name}
    zipname	bn	android	txt_basename	strings	{name} এর সাথে WhatsApp চ্যাট
    zipname	ca	android	txt_basename	strings	Xat de WhatsApp amb {name}
    zipname	cs	android	txt_basename	seen	Chat WhatsApp s uživatelem {name}
    zipname	da	android	txt_basename	strings	WhatsApp chat med {name}
    zipname	de	android	txt_basename	strings	WhatsApp Chat mit {name}
    zipname	de	android	txt_basename	seen	WhatsApp-Chat mit {name}
    zipname	el	android	txt_basename	strings	Συνομιλία WhatsApp με {name}
    zipname	es	android	txt_basename	strings	Chat de WhatsApp con {name}
    zipname	et	android	txt_basename	strings	WhatsApp'i vestlus kontaktiga {name}
    zipname	fa	android	txt_basename	strings	گفتگوی WhatsApp با {name}
    zipname	fi	android	txt_basename	strings	WhatsApp-keskustelu henkilön {name} kanssa
    zipname	fr	android	txt_basename	strings	Discussion WhatsApp avec {name}
    zipname	gu	android	txt_basename	strings	{name} સાથેની WhatsApp વાત
    zipname	he	android	txt_basename	strings	צ'אט WhatsApp עם {name}
    zipname	hi	android	txt_basename	strings	{name} के साथ WhatsApp चैट
    zipname	hr	android	txt_basename	strings	WhatsApp razgovor s {name}
    zipname	hu	android	txt_basename	strings	WhatsApp csevegés vele: {name}
    zipname	id	android	txt_basename	strings	Chat WhatsApp dengan {name}
    zipname	it	android	txt_basename	strings	Chat WhatsApp con {name}
    zipname	ja	android	txt_basename	strings	{name}とのWhatsAppチャット
    zipname	kk	android	txt_basename	strings	WhatsApp чат: {name}
    zipname	kn	android	txt_basename	strings	{name} ಜೊತೆ WhatsApp ಸಂಭಾಷಣೆ
    zipname	ko	android	txt_basename	strings	{name}님과의 WhatsApp 대화
    zipname	lt	android	txt_basename	strings	WhatsApp pokalbis su {name}
    zipname	lv	android	txt_basename	strings	WhatsApp sarakste ar {name}
    zipname	mk	android	txt_basename	strings	WhatsApp разговор со {name}
    zipname	ml	android	txt_basename	strings	{name} മായുള്ള WhatsApp ചാറ്റുകൾ
    zipname	mr	android	txt_basename	strings	{name} सोबतच्या WhatsApp गप्पा
    zipname	ms	android	txt_basename	strings	Sembang WhatsApp dengan {name}
    zipname	nb	android	txt_basename	strings	WhatsApp-samtale med {name}
    zipname	nl	android	txt_basename	strings	WhatsApp-chat met {name}
    zipname	pa	android	txt_basename	strings	{name} ਨਾਲ WhatsApp ਗੱਲਬਾਤ
    zipname	pl	android	txt_basename	strings	Czat WhatsApp z {name}
    zipname	pt-BR	android	txt_basename	strings	Conversa do WhatsApp com {name}
    zipname	pt-PT	android	txt_basename	strings	Conversa no WhatsApp com {name}
    zipname	ro	android	txt_basename	strings	Conversație WhatsApp cu {name}
    zipname	ru	android	txt_basename	strings	Чат WhatsApp с {name}
    zipname	ru	android	txt_basename	seen	Чат WhatsApp с контактом {name}
    zipname	sk	android	txt_basename	strings	WhatsApp chat s používateľom {name}
    zipname	sl	android	txt_basename	strings	WhatsApp klepet z {name}
    zipname	sq	android	txt_basename	strings	Biseda me {name} në WhatsApp
    zipname	sr	android	txt_basename	strings	WhatsApp Ћаскање са {name}
    zipname	sv	android	txt_basename	strings	WhatsApp-chatt med {name}
    zipname	sw	android	txt_basename	strings	Soga za WhatsApp na {name}
    zipname	ta	android	txt_basename	strings	{name} உடன் WhatsApp உரையாடல்
    zipname	te	android	txt_basename	strings	{name} తో WhatsApp సంభాషణ
    zipname	th	android	txt_basename	strings	แชท WhatsApp กับ {name}
    zipname	tl	android	txt_basename	strings	WhatsApp Chat kay {name}
    zipname	tr	android	txt_basename	strings	{name} ile WhatsApp Sohbeti
    zipname	uk	android	txt_basename	strings	Бесіда WhatsApp з {name}
    zipname	ur	android	txt_basename	strings	{name} کے ساتھ WhatsApp بات چیت
    zipname	uz	android	txt_basename	strings	{name} bilan WhatsApp chati
    zipname	vi	android	txt_basename	strings	Trò chuyện WhatsApp với {name}
    zipname	zh-Hans	android	txt_basename	strings	WhatsApp 与 {name} 的对话
    zipname	zh-Hans	android	txt_basename	table	与{name}的 WhatsApp 聊天
    zipname	zh-HK	android	txt_basename	strings	WhatsApp 與 {name} 的對話
    zipname	zh-Hans-SG	android	txt_basename	strings	WhatsApp 与 {name} 的对话
    zipname	zh-Hant	android	txt_basename	strings	WhatsApp 與 {name} 的對話
    zipname	zh-Hant	android	txt_basename	table	與{name}的 WhatsApp 對話
    zipname	en	android	txt_basename	strings	WhatsApp Chat with {name}
    zipname	*	ios	zip (text inside is always _chat.txt)	seen	WhatsApp Chat - {name}.zip
    attached	en	ios	file	strings	<attached: {file}>
    attached	en	android	file	seen	{file} (file attached)
    attached	en	ios	file	seen	{file} <attached>
    attached	en	ios	file	table	< attached: {file} >
    attached	he	ios	file	strings	<מצורף: {file}>
    attached	he	android	file	strings	{file} (קובץ מצורף)
    attached	ru	ios	file	strings	<прикреплено: {file}>
    attached	ru	android	file	strings	{file} (файл добавлен)
    attached	fr	ios	file	strings	< pièce jointe : {file} >
    attached	fr	android	file	strings	{file} (fichier joint)
    attached	it	ios	file	strings	<allegato: {file}>
    attached	it	android	file	strings	{file} (file allegato)
    attached	pt-PT	ios	file	strings	<anexo: {file}>
    attached	pt-PT	android	file	strings	{file} (ficheiro anexado)
    attached	es	ios	file	strings	<adjunto: {file}>
    attached	es	android	file	strings	{file} (archivo adjuntado)
    attached	es	android	file	seen	{file} (archivo adjunto)
    attached	el	ios	file	strings	<επισυνάφθηκε: {file}>
    attached	el	android	file	strings	{file} (συνημμένο αρχείο)
    attached	uk	ios	file	strings	<додано: {file}>
    attached	uk	android	file	strings	{file} (файл додано)
    attached	de	ios	file	strings	<Anhang: {file}>
    attached	de	android	file	strings	{file} (Datei angehängt)
    attached	de	ios	file	table	<angehängt: {file}>
    attached	ar	ios	file	strings	<المُرفق: {file}>
    attached	ar	android	file	strings	{file} (الملف مرفق)
    attached	bn	ios	file	strings	<attached: {file}>
    attached	bn	android	file	strings	{file} (ফাইল সংযুক্ত হয়েছে)
    attached	zh-HK	ios	file	strings	<附件：{file}>
    attached	zh-HK	android	file	strings	{file} (附件檔案)
    attached	zh-Hant	ios	file	strings	<附件：{file}>
    attached	zh-Hant	android	file	strings	{file} (附件檔案)
    attached	zh-Hans	ios	file	strings	<附件：{file}>
    attached	zh-Hans	android	file	strings	{file} (文件附件)
    attached	zh-Hans	ios	file	table	<已附加: {file}>
    attached	zh-Hans	ios	file	table	<附件: {file}>
    attached	vi	ios	file	strings	<đính kèm: {file}>
    attached	vi	android	file	strings	{file} (tệp đính kèm)
    attached	ur	ios	file	strings	<پیوستہ: {file}>
    attached	ur	android	file	strings	{file} (پیوستہ فائل)
    attached	tr	ios	file	strings	<{file} eklendi>
    attached	tr	android	file	strings	{file} (dosya ekli)
    attached	th	ios	file	strings	<แนบ: {file}>
    attached	th	android	file	strings	{file} (ไฟล์ที่แนบ)
    attached	sv	ios	file	strings	<bifogat: {file}>
    attached	sv	android	file	strings	{file} (bifogad fil)
    attached	sk	ios	file	strings	<príloha: {file}>
    attached	sk	android	file	strings	{file} (súbor pripojený)
    attached	pl	ios	file	strings	<załączono: {file}>
    attached	pl	android	file	strings	{file} (załączony plik)
    attached	pl	android	file	table	{file} (plik załączony)
    attached	pl	ios	file	table	<załączony: {file}>
    attached	ro	ios	file	strings	<atașare: {file}>
    attached	ro	android	file	strings	{file} (fișier atașat)
    attached	pt-BR	ios	file	strings	<anexado: {file}>
    attached	pt-BR	android	file	strings	{file} (arquivo anexado)
    attached	nl	ios	file	strings	<bijgevoegd: {file}>
    attached	nl	android	file	strings	{file} (bestand bijgevoegd)
    attached	nb	ios	file	strings	<vedlagt: {file}>
    attached	nb	android	file	strings	{file} (vedlagt fil)
    attached	ms	ios	file	strings	<dilampir: {file}>
    attached	ms	android	file	strings	{file} (fail dilampirkan)
    attached	mr	ios	file	strings	<संलग्न केले: {file}>
    attached	mr	android	file	strings	{file} (फाइल संलग्न)
    attached	ko	ios	file	strings	< 첨부됨: {file}>
    attached	ko	android	file	strings	{file} (파일 첨부됨)
    attached	ja	ios	file	strings	<添付ファイル: {file}>
    attached	ja	android	file	strings	{file} (添付ファイル有り)
    attached	hu	ios	file	strings	<csatolva: {file}>
    attached	hu	android	file	strings	{file} (fájl csatolva)
    attached	id	ios	file	strings	<terlampir: {file}>
    attached	id	android	file	strings	{file} (file terlampir)
    attached	hr	ios	file	strings	<priloženo: {file}>
    attached	hr	android	file	strings	{file} (datoteka u privitku)
    attached	hi	ios	file	strings	<अटैच किया गया: {file}>
    attached	hi	android	file	strings	{file} (फाइल अटैच कर दी गई है)
    attached	gu	ios	file	strings	<જોડાયેલ: {file}>
    attached	gu	android	file	strings	{file} (ફાઇલ જોડાયેલ)
    attached	ga	ios	file	strings	<ceangailte: {file}>
    attached	fi	ios	file	strings	<liite: {file}>
    attached	fi	android	file	strings	{file} (liitetiedosto)
    attached	fa	ios	file	strings	<پیوست: {file}>
    attached	fa	android	file	strings	فایل پیوست شد {file}
    attached	da	ios	file	strings	<vedhæftet: {file}>
    attached	da	android	file	strings	{file} (fil vedhæftet)
    attached	cs	ios	file	strings	<příloha: {file}>
    attached	cs	android	file	strings	{file} (soubor byl přiložen)
    attached	ca	ios	file	strings	<adjunt: {file}>
    attached	ca	android	file	strings	{file} (arxiu adjunt)
    attached	af	android	file	strings	{file} (lêer aangeheg)
    attached	az	android	file	strings	{file} (fayl əlavə olunub)
    attached	bg	android	file	strings	{file} (прикачен файл)
    attached	et	android	file	strings	{file} (fail lisatud)
    attached	kk	android	file	strings	{file} (қосымша файл)
    attached	kn	android	file	strings	{file} (ಕಡತ ಸೇರಿಸಲಾಯಿತು)
    attached	lt	android	file	strings	{file} (byla prisegta)
    attached	lv	android	file	strings	{file} (pievienots fails)
    attached	mk	android	file	strings	{file} (прикачен фајл)
    attached	ml	android	file	strings	{file} (ഫയൽ ചേർത്തു)
    attached	pa	android	file	strings	{file} (ਅਟੈਚ ਕੀਤੀ ਫਾਇਲ)
    attached	sl	android	file	strings	{file} (priložena datoteka)
    attached	sq	android	file	strings	{file} (skedë e ngjitur)
    attached	sr	android	file	strings	{file} (прикачена датотека)
    attached	sw	android	file	strings	{file} (faili limeambatanishwa)
    attached	ta	android	file	strings	{file} இணைக்கப்பட்டது
    attached	te	android	file	strings	{file} (ఫైల్ జోడించబడినది)
    attached	tl	android	file	strings	{file} (nakalakip na file)
    attached	uz	android	file	strings	{file} (fayl biriktirildi)
    attached	zh-Hans-SG	android	file	strings	{file} (文件附件)
    omitted	en	ios	image	strings	image omitted
    omitted	en	ios	video	strings	video omitted
    omitted	en	ios	audio	strings	audio omitted
    omitted	en	ios	sticker	strings	sticker omitted
    omitted	en	ios	gif	strings	GIF omitted
    omitted	en	ios	contact	strings	Contact card omitted
    omitted	en	ios	document	strings	document omitted
    omitted	en	ios	product	strings	product image omitted
    omitted	en	android	media	seen	<Media omitted>
    omitted	en	android	video_note	table	<Video note omitted>
    omitted	en	android	video_note	table	<Video message omitted>
    omitted	en	ios	video_note	table	video note omitted
    omitted	en	ios	video_note	table	video message omitted
    omitted	he	ios	image	strings	התמונה הושמטה
    omitted	he	ios	video	strings	סרטון הווידאו הושמט
    omitted	he	ios	audio	strings	קטע קול הושמט
    omitted	he	ios	sticker	strings	סטיקר הושמט
    omitted	he	ios	gif	strings	GIF הושמט
    omitted	he	ios	contact	strings	כרטיס איש קשר הושמט
    omitted	he	ios	document	strings	מסמך הושמט
    omitted	he	ios	product	strings	תמונת המוצר נשלחה
    omitted	he	android	media	strings	<מדיה הושמטה>
    omitted	he	android	media	table	<המדיה לא נכללה>
    omitted	ru	ios	image	strings	изображение отсутствует
    omitted	ru	ios	video	strings	видео отсутствует
    omitted	ru	ios	audio	strings	аудиофайл отсутствует
    omitted	ru	ios	sticker	strings	стикер не добавлен
    omitted	ru	ios	gif	strings	GIF отсутствует
    omitted	ru	ios	contact	strings	Карточка контакта отсутствует
    omitted	ru	ios	document	strings	документ отсутствует
    omitted	ru	ios	product	strings	изображение товара отсутствует
    omitted	ru	android	media	strings	<Файл пропущен>
    omitted	ru	android	media	table	<без медиафайлов>
    omitted	ru	android	media	seen	<Без медиафайлов>
    omitted	fr	ios	image	strings	image absente
    omitted	fr	ios	video	strings	vidéo absente
    omitted	fr	ios	audio	strings	audio omis
    omitted	fr	ios	sticker	strings	sticker omis
    omitted	fr	ios	gif	strings	GIF retiré
    omitted	fr	ios	contact	strings	Fiche contact manquante
    omitted	fr	ios	document	strings	document manquant
    omitted	fr	ios	product	strings	image produit oubliée
    omitted	fr	android	media	strings	<Fichier omis>
    omitted	fr	android	media	table	<médias omis>
    omitted	fr	android	media	table	<Médias omis>
    omitted	it	ios	image	strings	immagine omessa
    omitted	it	ios	video	strings	video omesso
    omitted	it	ios	audio	strings	audio omesso
    omitted	it	ios	sticker	strings	sticker non incluso
    omitted	it	ios	gif	strings	GIF esclusa
    omitted	it	ios	contact	strings	Scheda contatto omessa
    omitted	it	ios	document	strings	documento omesso
    omitted	it	ios	product	strings	immagine del prodotto omessa
    omitted	it	android	media	strings	<Media omesso>
    omitted	it	android	media	table	<media omessi>
    omitted	it	android	media	table	<Media omessi>
    omitted	pt-PT	ios	image	strings	imagem não revelada
    omitted	pt-PT	ios	video	strings	vídeo não revelado
    omitted	pt-PT	ios	audio	strings	ficheiro de áudio não revelado
    omitted	pt-PT	ios	sticker	strings	sticker não revelado
    omitted	pt-PT	ios	gif	strings	GIF não revelada
    omitted	pt-PT	ios	contact	strings	Contacto não revelado
    omitted	pt-PT	ios	document	strings	documento não revelado
    omitted	pt-PT	ios	product	strings	imagem do produto não revelada
    omitted	pt-PT	android	media	strings	<Ficheiro não revelado>
    omitted	pt-PT	android	media	table	<Multimédia omitido>
    omitted	es	ios	image	strings	imagen omitida
    omitted	es	ios	video	strings	Video omitido
    omitted	es	ios	audio	strings	audio omitido
    omitted	es	ios	sticker	strings	sticker omitido
    omitted	es	ios	gif	strings	GIF omitido
    omitted	es	ios	contact	strings	Tarjeta de contacto omitida
    omitted	es	ios	document	strings	documento omitido
    omitted	es	ios	product	strings	imagen del producto omitida
    omitted	es	android	media	strings	<Archivo omitido>
    omitted	es	android	media	table	<Multimedia omitido>
    omitted	el	ios	image	strings	εικόνα παραλείφθηκε
    omitted	el	ios	video	strings	βίντεο παραλείφθηκε
    omitted	el	ios	audio	strings	ήχος παραλείφθηκε
    omitted	el	ios	sticker	strings	αυτοκόλλητο παραλήφθηκε
    omitted	el	ios	gif	strings	Παράληψη GIF
    omitted	el	ios	contact	strings	Η κάρτα επαφής παραλήφθηκε
    omitted	el	ios	document	strings	έγγραφο παραλείφθηκε
    omitted	el	ios	product	strings	παραλείπεται η εικόνα προϊόντος
    omitted	el	android	media	strings	<Εξαίρεση πολυμέσων>
    omitted	el	android	media	table	<αρχείο παραλήφθηκε>
    omitted	uk	ios	image	strings	зображення відсутнє
    omitted	uk	ios	video	strings	відео відсутнє
    omitted	uk	ios	audio	strings	аудіо відсутнє
    omitted	uk	ios	sticker	strings	Наклейку не додано
    omitted	uk	ios	gif	strings	GIF-анімацію пропущено
    omitted	uk	ios	contact	strings	Картка контакту відсутня
    omitted	uk	ios	document	strings	документ пропущено
    omitted	uk	ios	product	strings	зображення продукту пропущено
    omitted	uk	android	media	strings	<Медіа пропущено>
    omitted	uk	android	media	table	<медіа пропущено>
    omitted	de	ios	image	strings	Bild weggelassen
    omitted	de	ios	video	strings	Video weggelassen
    omitted	de	ios	audio	strings	Audio weggelassen
    omitted	de	ios	sticker	strings	Sticker weggelassen
    omitted	de	ios	gif	strings	GIF weggelassen
    omitted	de	ios	contact	strings	Kontaktkarte ausgelassen
    omitted	de	ios	document	strings	Dokument weggelassen
    omitted	de	ios	product	strings	Produktbild ausgelassen
    omitted	de	android	media	strings	<Medien weggelassen>
    omitted	de	android	media	table	<medien ausgeschlossen>
    omitted	de	android	media	seen	<Medien ausgeschlossen>
    omitted	de	android	video_note	seen	<Videonachricht weggelassen>
    omitted	de	ios	video_note	table	Videonachricht weggelassen
    omitted	de	ios	video_note	table	Videonotiz weggelassen
    omitted	ar	ios	image	strings	لم يتم إدراج الصورة
    omitted	ar	ios	video	strings	لم يتم إدراج الفيديوهات
    omitted	ar	ios	audio	strings	لم يتم إدراج المقاطع الصوتية
    omitted	ar	ios	sticker	strings	تم حذف الملصقات
    omitted	ar	ios	gif	strings	لم يتم إدراج صورة GIF
    omitted	ar	ios	contact	strings	لم يتم إدراج بطاقة جهة اتصال
    omitted	ar	ios	document	strings	لم يتم إدراج المستند
    omitted	ar	ios	product	strings	تم حذف صورة المنتج
    omitted	ar	android	media	strings	<تم استبعاد الوسائط>
    omitted	bn	ios	image	strings	ইমেজ বাদ দেওয়া হয়েছে
    omitted	bn	ios	video	strings	ভিডিও বাদ দেওয়া হয়েছে
    omitted	bn	ios	audio	strings	অডিও বাদ দেওয়া হয়েছে
    omitted	bn	ios	sticker	strings	স্টিকার বাদ দেওয়া হয়েছে
    omitted	bn	ios	gif	strings	জিআইএফ বাদ দেওয়া হয়েছে
    omitted	bn	ios	contact	strings	পরিচিতির কার্ড বাদ দেওয়া হয়েছে
    omitted	bn	ios	document	strings	ডকুমেন্ট বাদ দেওয়া হয়েছে
    omitted	bn	ios	product	strings	প্রোডাক্টের ইমেজ সরানো হয়েছে
    omitted	bn	android	media	strings	<মিডিয়া বাদ দেওয়া হয়েছে>
    omitted	bn	android	media	table	<মিডিয়া বাদ দেওয়া হয়েছে>
    omitted	zh-HK	ios	image	strings	圖片已略去
    omitted	zh-HK	ios	video	strings	影片已略去
    omitted	zh-HK	ios	audio	strings	音訊已略去
    omitted	zh-HK	ios	sticker	strings	貼圖已略去
    omitted	zh-HK	ios	gif	strings	GIF 已略去
    omitted	zh-HK	ios	contact	strings	聯絡人卡片已略去
    omitted	zh-HK	ios	document	strings	文件已略去
    omitted	zh-HK	ios	product	strings	產品圖片已略去
    omitted	zh-HK	android	media	strings	<忽略多媒體檔>
    omitted	zh-Hant	ios	image	strings	圖像已省略
    omitted	zh-Hant	ios	video	strings	影片已省略
    omitted	zh-Hant	ios	audio	strings	音訊已省略
    omitted	zh-Hant	ios	sticker	strings	貼圖已忽略
    omitted	zh-Hant	ios	gif	strings	GIF 圖片已被省略
    omitted	zh-Hant	ios	contact	strings	聯絡人卡片已省略
    omitted	zh-Hant	ios	document	strings	文件已忽略
    omitted	zh-Hant	ios	product	strings	產品圖片已省略
    omitted	zh-Hant	android	media	strings	<忽略多媒體檔>
    omitted	zh-Hant	android	media	table	<已省略多媒體檔案>
    omitted	zh-Hans	ios	image	strings	照片已忽略
    omitted	zh-Hans	ios	video	strings	视频已忽略
    omitted	zh-Hans	ios	audio	strings	音频已忽略
    omitted	zh-Hans	ios	sticker	strings	贴图已省略
    omitted	zh-Hans	ios	gif	strings	GIF 动态图已被忽略
    omitted	zh-Hans	ios	contact	strings	联系人卡片已忽略
    omitted	zh-Hans	ios	document	strings	文档已省略
    omitted	zh-Hans	ios	product	strings	产品图省略
    omitted	zh-Hans	android	media	strings	<省略多媒体文件>
    omitted	zh-Hans	android	media	table	<省略影音内容>
    omitted	vi	ios	image	strings	đã bỏ qua hình ảnh
    omitted	vi	ios	video	strings	đã bỏ video
    omitted	vi	ios	audio	strings	bỏ qua tệp âm thanh
    omitted	vi	ios	sticker	strings	đã bỏ sticker
    omitted	vi	ios	gif	strings	Đã bỏ qua ảnh GIF
    omitted	vi	ios	contact	strings	Bỏ qua thẻ liên lạc
    omitted	vi	ios	document	strings	đã bỏ qua tài liệu
    omitted	vi	ios	product	strings	đã bỏ ảnh sản phẩm
    omitted	vi	android	media	strings	<Bỏ qua Media>
    omitted	vi	android	media	table	<bỏ qua tệp phương tiện>
    omitted	ur	ios	image	strings	تصویر نکال دی گئی ہے
    omitted	ur	ios	video	strings	ویڈیو نظرانداز
    omitted	ur	ios	audio	strings	آڈیو نظرانداز
    omitted	ur	ios	sticker	strings	اسٹیکر نظرانداز
    omitted	ur	ios	gif	strings	GIF  نظرانداز
    omitted	ur	ios	contact	strings	رابطہ کارڈ نظر انداز
    omitted	ur	ios	document	strings	دستاویز نظرانداز
    omitted	ur	ios	product	strings	پروڈکٹ کی تصویر نکال دی گئی ہے
    omitted	ur	android	media	strings	<میڈیا چھوڑ دیا گیا>
    omitted	ur	android	media	table	<میڈیا ہٹا دیا گیا>
    omitted	tr	ios	image	strings	görüntü dahil edilmedi
    omitted	tr	ios	video	strings	video dahil edilmedi
    omitted	tr	ios	audio	strings	ses dahil edilmedi
    omitted	tr	ios	sticker	strings	Çıkartma dahil edilmedi
    omitted	tr	ios	gif	strings	GIF dahil edilmedi
    omitted	tr	ios	contact	strings	Kişi kartı dahil edilmedi
    omitted	tr	ios	document	strings	belge dahil edilmedi
    omitted	tr	ios	product	strings	ürün görseli dahil edilmedi
    omitted	tr	android	media	strings	<Medya atlanmış>
    omitted	tr	android	media	table	<medya dahil edilmedi>
    omitted	th	ios	image	strings	ไม่มีรูปภาพ
    omitted	th	ios	video	strings	วิดีโอถูกลบ
    omitted	th	ios	audio	strings	ไม่มีไฟล์เสียง
    omitted	th	ios	sticker	strings	ไม่มีสติกเกอร์
    omitted	th	ios	gif	strings	ละเว้น GIF
    omitted	th	ios	contact	strings	บัตรรายชื่อที่ละเว้น
    omitted	th	ios	document	strings	ละเว้นเอกสาร
    omitted	th	ios	product	strings	ไม่ได้ใส่รูปผลิตภัณฑ์
    omitted	th	android	media	strings	<สื่อถูกลบ>
    omitted	th	android	media	table	<ไฟล์สื่อถูกลบ>
    omitted	sv	ios	image	strings	bild utesluten
    omitted	sv	ios	video	strings	video utesluten
    omitted	sv	ios	audio	strings	ljud utelslutet
    omitted	sv	ios	sticker	strings	sticker utesluten
    omitted	sv	ios	gif	strings	GIF utesluten
    omitted	sv	ios	contact	strings	Kontaktkort uteslutet
    omitted	sv	ios	document	strings	dokument uteslutet
    omitted	sv	ios	product	strings	produktbild utelämnad
    omitted	sv	android	media	strings	<Media har utelämnats>
    omitted	sv	android	media	table	<media utelämnat>
    omitted	sk	ios	image	strings	obrázok vynechaný
    omitted	sk	ios	video	strings	video vynechané
    omitted	sk	ios	audio	strings	zvuk vynechaný
    omitted	sk	ios	sticker	strings	nálepka vynechaná
    omitted	sk	ios	gif	strings	GIF vynechaný
    omitted	sk	ios	contact	strings	Karta kontaktu vynechaná
    omitted	sk	ios	document	strings	dokument vynechaný
    omitted	sk	ios	product	strings	obrázok produktu vynechaný
    omitted	sk	android	media	strings	<Médiá vynechané>
    omitted	pl	ios	image	strings	obraz pominięty
    omitted	pl	ios	video	strings	wideo pominięte
    omitted	pl	ios	audio	strings	audio pominięte
    omitted	pl	ios	sticker	strings	pominięto naklejkę
    omitted	pl	ios	gif	strings	Plik GIF pominięty
    omitted	pl	ios	contact	strings	Pominięta wizytówka kontaktu
    omitted	pl	ios	document	strings	dokument pominięty
    omitted	pl	ios	product	strings	zdjęcie produktu zostało pominięte
    omitted	pl	android	media	strings	<pliki pominięto>
    omitted	pl	android	media	table	<pominięto multimedia>
    omitted	pl	android	media	table	<Pominięto multimedia>
    omitted	ro	ios	image	strings	Imagine omisă
    omitted	ro	ios	video	strings	clip video omis
    omitted	ro	ios	audio	strings	fără audio
    omitted	ro	ios	sticker	strings	sticker omis
    omitted	ro	ios	gif	strings	GIF omis
    omitted	ro	ios	contact	strings	Carte de vizită contact omisă
    omitted	ro	ios	document	strings	document omis
    omitted	ro	ios	product	strings	imagine a produsului omisă
    omitted	ro	android	media	strings	<Conținut media omis>
    omitted	ro	android	media	table	<conținut media omis>
    omitted	pt-BR	ios	image	strings	imagem ocultada
    omitted	pt-BR	ios	video	strings	vídeo omitido
    omitted	pt-BR	ios	audio	strings	áudio ocultado
    omitted	pt-BR	ios	sticker	strings	figurinha omitida
    omitted	pt-BR	ios	gif	strings	GIF omitido
    omitted	pt-BR	ios	contact	strings	Cartão do contato omitido
    omitted	pt-BR	ios	document	strings	documento omitido
    omitted	pt-BR	ios	product	strings	imagem de produto omitida
    omitted	pt-BR	android	media	strings	<Mídia omitida>
    omitted	pt-BR	android	media	table	<Mídia oculta>
    omitted	pt-BR	android	media	table	<Arquivo de mídia oculto>
    omitted	nl	ios	image	strings	afbeelding weggelaten
    omitted	nl	ios	video	strings	video weggelaten
    omitted	nl	ios	audio	strings	audio weggelaten
    omitted	nl	ios	sticker	strings	sticker weggelaten
    omitted	nl	ios	gif	strings	GIF weggelaten
    omitted	nl	ios	contact	strings	Visitekaartje weggelaten
    omitted	nl	ios	document	strings	document weggelaten
    omitted	nl	ios	product	strings	productafbeelding weggelaten
    omitted	nl	android	media	seen	<Media weggelaten>
    omitted	nl	android	media	table	<media weggelaten>
    omitted	nb	ios	image	strings	bilde ikke inkludert
    omitted	nb	ios	video	strings	video utelatt
    omitted	nb	ios	audio	strings	lyd utelatt
    omitted	nb	ios	sticker	strings	klistremerke utelatt
    omitted	nb	ios	gif	strings	GIF utelatt
    omitted	nb	ios	contact	strings	Kontaktkort sløyfet
    omitted	nb	ios	document	strings	utelatt dokument
    omitted	nb	ios	product	strings	produktbilde utelatt
    omitted	nb	android	media	strings	<Uten vedlegg>
    omitted	nb	android	media	table	<media utelatt>
    omitted	ms	ios	image	strings	imej tidak dimasukkan
    omitted	ms	ios	video	strings	video tidak dimasukkan
    omitted	ms	ios	audio	strings	audio tidak dimasukkan
    omitted	ms	ios	sticker	strings	pelekat tidak disertakan
    omitted	ms	ios	gif	strings	GIF tidak dimasukkan
    omitted	ms	ios	contact	strings	Kad kenalan tidak dimasukkan
    omitted	ms	ios	document	strings	dokumen tidak dimasukkan
    omitted	ms	ios	product	strings	imej produk tidak disertakan
    omitted	ms	android	media	strings	<Media disingkirkan>
    omitted	ms	android	media	table	<media dikecualikan>
    omitted	mr	ios	image	strings	इमेज वगळली
    omitted	mr	ios	video	strings	व्हिडीओ वगळला
    omitted	mr	ios	audio	strings	ऑडिओ वगळला
    omitted	mr	ios	sticker	strings	स्टिकर वगळले
    omitted	mr	ios	gif	strings	GIF वगळले
    omitted	mr	ios	contact	strings	संपर्क कार्ड वगळले
    omitted	mr	ios	document	strings	डॉक्युमेंट वगळले
    omitted	mr	ios	product	strings	प्रॉडक्ट इमेज वगळली
    omitted	mr	android	media	strings	<मीडिया वगळले>
    omitted	mr	android	media	table	<मीडिया वगळण्यात आला>
    omitted	ko	ios	image	strings	이미지 생략됨
    omitted	ko	ios	video	strings	비디오 생략됨
    omitted	ko	ios	audio	strings	오디오 생략됨
    omitted	ko	ios	sticker	strings	스티커 제외됨
    omitted	ko	ios	gif	strings	GIF 생략됨
    omitted	ko	ios	contact	strings	연락처 카드 생략됨
    omitted	ko	ios	document	strings	문서 생략됨
    omitted	ko	ios	product	strings	제품 이미지 생략됨
    omitted	ko	android	media	strings	<미디어 파일을 생략한 대화내용>
    omitted	ko	android	media	seen	<미디어 파일 제외됨>
    omitted	ja	ios	image	strings	画像は含まれていません
    omitted	ja	ios	video	strings	ビデオは含まれていません
    omitted	ja	ios	audio	strings	音声は含まれていません
    omitted	ja	ios	sticker	strings	スタンプは含まれていません
    omitted	ja	ios	gif	strings	GIFは含まれていません
    omitted	ja	ios	contact	strings	連絡先カードを省略
    omitted	ja	ios	document	strings	ドキュメントは含まれていません
    omitted	ja	ios	product	strings	商品画像は含まれていません
    omitted	ja	android	media	strings	<メディアは含まれていません>
    omitted	ja	android	media	table	<メディアなし>
    omitted	hu	ios	image	strings	kép küldése sikertelen
    omitted	hu	ios	video	strings	Videó kihagyva.
    omitted	hu	ios	audio	strings	Hang kihagyása
    omitted	hu	ios	sticker	strings	matrica kihagyva
    omitted	hu	ios	gif	strings	GIF fájl kihagyása
    omitted	hu	ios	contact	strings	Névjegykártya kihagyva
    omitted	hu	ios	document	strings	dokumentum kihagyva
    omitted	hu	ios	product	strings	a termékkép hiányzik
    omitted	hu	android	media	strings	<Hiányzó médiafájl>
    omitted	hu	android	media	table	<média elhagyva>
    omitted	id	ios	image	strings	gambar tidak disertakan
    omitted	id	ios	video	strings	video tidak disertakan
    omitted	id	ios	audio	strings	audio tidak disertakan
    omitted	id	ios	sticker	strings	stiker tidak disertakan
    omitted	id	ios	gif	strings	GIF tidak disertakan
    omitted	id	ios	contact	strings	Kartu kontak tidak disertakan
    omitted	id	ios	document	strings	dokumen tidak disertakan
    omitted	id	ios	product	strings	gambar produk dihilangkan
    omitted	id	android	media	seen	<Media tidak disertakan>
    omitted	id	android	media	table	<media tidak disertakan>
    omitted	hr	ios	image	strings	slika izostavljena
    omitted	hr	ios	video	strings	video izostavljen
    omitted	hr	ios	audio	strings	zvuk izostavljen
    omitted	hr	ios	sticker	strings	naljepnica izostavljena
    omitted	hr	ios	gif	strings	GIF izostavljen
    omitted	hr	ios	contact	strings	Posjetnica izostavljena
    omitted	hr	ios	document	strings	dokument izostavljen
    omitted	hr	ios	product	strings	slika proizvoda izostavljena
    omitted	hr	android	media	strings	<Medijski zapis izostavljen>
    omitted	hr	android	media	table	<medijski zapis izostavljen>
    omitted	hi	ios	image	strings	फ़ोटो हटाई गई
    omitted	hi	ios	video	strings	वीडियो छोड़ा गया
    omitted	hi	ios	audio	strings	ऑडियो हटाई गयी
    omitted	hi	ios	sticker	strings	स्टिकर छोड़ा गया
    omitted	hi	ios	gif	strings	GIF छोड़ा गया
    omitted	hi	ios	contact	strings	कॉन्टैक्ट कार्ड छोड़ा गया
    omitted	hi	ios	document	strings	डॉक्यूमेंट छोड़ा गया
    omitted	hi	ios	product	strings	प्रोडक्‍ट की फ़ोटो हटाई गई
    omitted	hi	android	media	strings	<मीडिया के बिना>
    omitted	gu	ios	image	strings	છબી પડતી મૂકાઈ
    omitted	gu	ios	video	strings	વિડિયો પડતી મુકાઈ
    omitted	gu	ios	audio	strings	ઓડિયો ફાઇલ શામેલ કરી નથી
    omitted	gu	ios	sticker	strings	સ્ટીકર પડતું મુકાયું
    omitted	gu	ios	gif	strings	GIF પડતી મૂકાઈ
    omitted	gu	ios	contact	strings	સંપર્કનું કાર્ડ પડતું મૂકાયું
    omitted	gu	ios	document	strings	ડોક્યુમેન્ટ સામેલ કર્યું નહિ
    omitted	gu	ios	product	strings	પ્રોડક્ટનો ફોટો બાકાત રાખ્યો
    omitted	gu	android	media	strings	<મીડિયા અવગણાયું>
    omitted	gu	android	media	table	<મિડિયા છોડી મૂકાયું>
    omitted	gu	android	media	table	<મીડિયા અવગણવામાં આવ્યા>
    omitted	ga	ios	image	strings	íomhá ligthe ar lár
    omitted	ga	ios	video	strings	físeán ligthe ar lár
    omitted	ga	ios	audio	strings	comhad fuaime ar lár
    omitted	ga	ios	sticker	strings	fágadh an greamán ar lár
    omitted	ga	ios	gif	strings	GIF ligthe ar lár
    omitted	ga	ios	contact	strings	Cárta teagmhála ar lár
    omitted	ga	ios	document	strings	cáipéis ligthe ar lár
    omitted	ga	ios	product	strings	fágadh íomhá an táirge ar lár
    omitted	fi	ios	image	strings	ei kuvaa
    omitted	fi	ios	video	strings	videota ei sisällytetä
    omitted	fi	ios	audio	strings	äänitiedostoa ei sisällytetä
    omitted	fi	ios	sticker	strings	tarraa ei sisällytetty
    omitted	fi	ios	gif	strings	GIF-animaatio jätetty pois
    omitted	fi	ios	contact	strings	Yhteystietokortti jätettiin pois
    omitted	fi	ios	document	strings	dokumenttia ei sisällytetä
    omitted	fi	ios	product	strings	tuotekuva jätetty pois
    omitted	fi	android	media	strings	<Media jätetty pois>
    omitted	fi	android	media	table	<media jätettiin pois>
    omitted	fi	android	media	table	<Media jätettiin pois>
    omitted	fa	ios	image	strings	تصویر حذف شد
    omitted	fa	ios	video	strings	ویدیو حذف شد
    omitted	fa	ios	audio	strings	صدا حذف شد
    omitted	fa	ios	sticker	strings	استیکر حذف شد
    omitted	fa	ios	gif	strings	GIF حذف شد
    omitted	fa	ios	contact	strings	برگ مخاطب حذف شد.
    omitted	fa	ios	document	strings	سند حذف شد
    omitted	fa	ios	product	strings	عکس کالا حذف شده است
    omitted	fa	android	media	strings	< پيوست نما/آهنگ حذف شد >
    omitted	fa	android	media	seen	<رسانه حذف شد>
    omitted	da	ios	image	strings	billede udeladt
    omitted	da	ios	video	strings	video udeladt
    omitted	da	ios	audio	strings	lyd udeladt
    omitted	da	ios	sticker	strings	klistermærke udeladt
    omitted	da	ios	gif	strings	GIF udeladt
    omitted	da	ios	contact	strings	Kontaktkort udeladt
    omitted	da	ios	document	strings	dokument udeladt
    omitted	da	ios	product	strings	produktbillede udeladt
    omitted	da	android	media	strings	<Mediefil udeladt>
    omitted	da	android	media	table	<medier udeladt>
    omitted	cs	ios	image	strings	obrázek vynechán
    omitted	cs	ios	video	strings	video vynecháno
    omitted	cs	ios	audio	strings	zvukový soubor vynechán
    omitted	cs	ios	sticker	strings	nálepka vynechána
    omitted	cs	ios	gif	strings	GIF vynechán
    omitted	cs	ios	contact	strings	Vizitka vynechána
    omitted	cs	ios	document	strings	dokument vynechán
    omitted	cs	ios	product	strings	obrázek produktu byl vynechán
    omitted	cs	android	media	strings	< Média vynechána >
    omitted	cs	android	media	table	<média vynechány>
    omitted	cs	android	media	seen	<Média vynechány>
    omitted	ca	ios	image	strings	Imatge omesa
    omitted	ca	ios	video	strings	vídeo omès
    omitted	ca	ios	audio	strings	Àudio omès
    omitted	ca	ios	sticker	strings	adhesiu omès
    omitted	ca	ios	gif	strings	GIF omès
    omitted	ca	ios	contact	strings	Targeta de contacte omesa
    omitted	ca	ios	document	strings	Document omès
    omitted	ca	ios	product	strings	Imatge del producte omesa
    omitted	ca	android	media	strings	<Mitjans omesos>
    omitted	ca	android	media	table	<fitxers multimèdia omesos>
    omitted	af	android	media	strings	<Media weggelaat>
    omitted	af	android	media	table	<media weggelaat>
    omitted	az	android	media	strings	<Media çıxarılmışdır>
    omitted	az	android	media	table	<media buraxıldı>
    omitted	bg	android	media	strings	<Без файл>
    omitted	et	android	media	strings	<Meedia ära jäetud>
    omitted	et	android	media	table	<meedia välja jäetud>
    omitted	kk	android	media	strings	<Файл қосылған жоқ>
    omitted	kk	android	media	table	<файлдар қосылмаған>
    omitted	kn	android	media	strings	<ಮೀಡಿಯಾ ಕೈಬಿಡಲಾಗಿದೆ>
    omitted	kn	android	media	table	<ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ>
    omitted	lt	android	media	strings	<Praleistas medijos turinys>
    omitted	lt	android	media	table	<medija praleista>
    omitted	lv	android	media	strings	<Bez multivides>
    omitted	lv	android	media	table	<nav iekļauta multivide>
    omitted	mk	android	media	strings	<Без фајл>
    omitted	mk	android	media	table	<без фајлови>
    omitted	ml	android	media	strings	<മീഡിയ ഒഴിവാക്കി>
    omitted	pa	android	media	strings	<ਮੀਡੀਆ ਛੱਡਿਆ ਗਿਆ>
    omitted	pa	android	media	table	<ਮੀਡੀਆ ਛੱਡਿਆ>
    omitted	pa	android	media	table	<ਮੀਡੀਆ ਛਡਿਆ ਗਿਆ>
    omitted	sl	android	media	strings	<Medij izpuščen>
    omitted	sl	android	media	table	<datoteke izpuščene>
    omitted	sq	android	media	strings	<Pa media>
    omitted	sq	android	media	table	<media u hoq>
    omitted	sq	android	media	table	<Media hequr>
    omitted	sr	android	media	strings	<медији су изостављени>
    omitted	sw	android	media	strings	<Media imerukwa>
    omitted	sw	android	media	table	<media hazijajumuishwa>
    omitted	ta	android	media	strings	< ஊடகங்கள் நீக்கப்பட்டது >
    omitted	ta	android	media	table	<கோப்புகள் விடப்பட்டன>
    omitted	te	android	media	strings	<మాధ్యమం విస్మరించబడింది>
    omitted	te	android	media	table	<మీడియా విస్మరించబడింది>
    omitted	tl	android	media	strings	<Walang kalakip na media>
    omitted	tl	android	media	table	<ınalis ang media>
    omitted	uz	android	media	strings	<Fayl o‘tkazib yuborildi>
    omitted	uz	android	media	table	<fayl o‘tkazib yuborildi>
    omitted	zh-Hans-SG	android	media	strings	<省略多媒体文件>
    omitted	lo	android	media	table	<ບໍ່ລວມມີເດຍ>
    omitted	pt-PT/BR	android	media	table	<ficheiro não revelado>
    omitted	pt-PT/BR	android	media	table	<Mídia omitida>
    omitted	zh-Hant/Hans	android	media	table	<忽略多媒體檔>
    omitted	zh-Hant/Hans	android	media	table	<省略多媒体文件>
    deleted	en	ios	by_other	strings	This message was deleted.
    deleted	en	ios	by_you	strings	You deleted this message
    deleted	en	ios	by_you	strings	You deleted this message.
    deleted	en	ios	by_admin	strings	This message was deleted by an admin.
    deleted	en	ios	by_admin_named	strings	This message was deleted by admin {}.
    deleted	en	ios	by_you_as_admin	strings	You deleted this message as admin
    deleted	en	android	by_other	seen	This message was deleted
    deleted	en	android	by_you	seen	You deleted this message
    deleted	he	ios	by_other	strings	הודעה זו נמחקה.
    deleted	he	ios	by_you	strings	מחקת את ההודעה הזו
    deleted	he	ios	by_you	strings	מחקת את ההודעה הזו.
    deleted	he	ios	by_admin	strings	ההודעה נמחקה על ידי מנהל/ת.
    deleted	he	ios	by_admin_named	strings	ההודעה נמחקה על ידי {}, מנהל/ת הקבוצה.
    deleted	he	ios	by_you_as_admin	strings	מחקת את ההודעה הזו כמנהל/ת
    deleted	he	android	by_other	strings	הודעה זו נמחקה
    deleted	he	android	by_you	strings	מחקת הודעה זו
    deleted	he	both	by_other	table	ההודעה נמחקה
    deleted	he	both	by_other	table	הודעה זו נמחקה
    deleted	ru	ios	by_other	strings	Данное сообщение удалено.
    deleted	ru	ios	by_you	strings	Вы удалили это сообщение
    deleted	ru	ios	by_you	strings	Вы удалили данное сообщение.
    deleted	ru	ios	by_admin	strings	Данное сообщение удалено админом.
    deleted	ru	ios	by_admin_named	strings	Данное сообщение удалено админом ({}).
    deleted	ru	ios	by_you_as_admin	strings	Вы как админ удалили данное сообщение
    deleted	ru	android	by_other	strings	Данное сообщение удалено
    deleted	ru	android	by_you	strings	Вы удалили данное сообщение
    deleted	fr	ios	by_other	strings	Ce message a été supprimé.
    deleted	fr	ios	by_you	strings	Vous avez supprimé ce message
    deleted	fr	ios	by_you	strings	Vous avez supprimé ce message.
    deleted	fr	ios	by_admin	strings	Ce message a été supprimé par un ou une admin.
    deleted	fr	ios	by_admin_named	strings	Ce message a été supprimé par l'admin {}
    deleted	fr	ios	by_you_as_admin	strings	Vous avez supprimé ce message en tant qu'admin
    deleted	fr	android	by_other	strings	Ce message a été supprimé
    deleted	fr	android	by_you	strings	Vous avez supprimé ce message
    deleted	it	ios	by_other	strings	Questo messaggio è stato eliminato.
    deleted	it	ios	by_you	strings	Hai eliminato questo messaggio.
    deleted	it	ios	by_admin	strings	Questo messaggio è stato eliminato da un amministratore.
    deleted	it	ios	by_admin_named	strings	Questo messaggio è stato eliminato dall'amministratore {}.
    deleted	it	ios	by_you_as_admin	strings	Hai eliminato questo messaggio come amministratore.
    deleted	it	android	by_other	strings	Questo messaggio è stato eliminato
    deleted	it	android	by_you	strings	Hai eliminato questo messaggio
    deleted	pt-PT	ios	by_other	strings	Esta mensagem foi apagada.
    deleted	pt-PT	ios	by_you	strings	Apagou esta mensagem
    deleted	pt-PT	ios	by_you	strings	Apagou esta mensagem.
    deleted	pt-PT	ios	by_admin	strings	Esta mensagem foi apagada por um/a administrador/a.
    deleted	pt-PT	ios	by_admin_named	strings	Esta mensagem foi apagada por um/a administrador/a, {}.
    deleted	pt-PT	ios	by_you_as_admin	strings	Apagou esta mensagem enquanto administrador/a
    deleted	pt-PT	android	by_other	strings	Esta mensagem foi apagada pelo remetente.
    deleted	pt-PT	android	by_you	strings	Esta mensagem foi apagada.
    deleted	pt-PT	both	by_other	table	Esta mensagem foi eliminada
    deleted	pt-PT	both	by_you	table	Eliminou esta mensagem
    deleted	es	ios	by_other	strings	Se eliminó este mensaje.
    deleted	es	ios	by_you	strings	Eliminaste este mensaje.
    deleted	es	ios	by_admin	strings	Un admin. eliminó este mensaje.
    deleted	es	ios	by_admin_named	strings	Un admin., {}, eliminó este mensaje.
    deleted	es	ios	by_you_as_admin	strings	Eliminaste este mensaje como admin.
    deleted	es	android	by_other	strings	Este mensaje fue eliminado
    deleted	es	android	by_you	strings	Eliminaste este mensaje
    deleted	es	both	by_other	table	Se eliminó este mensaje.
    deleted	el	ios	by_other	strings	Αυτό το μήνυμα διαγράφηκε.
    deleted	el	ios	by_you	strings	Διαγράψατε αυτό το μήνυμα
    deleted	el	ios	by_you	strings	Διαγράψατε το μήνυμα.
    deleted	el	ios	by_admin	strings	Αυτό το μήνυμα διαγράφηκε από έναν διαχειριστή.
    deleted	el	ios	by_admin_named	strings	Αυτό το μήνυμα διαγράφηκε από τον διαχειριστή {}.
    deleted	el	ios	by_you_as_admin	strings	Διαγράψατε το μήνυμα ως διαχειριστής
    deleted	el	android	by_other	strings	Αυτό το μήνυμα διαγράφηκε
    deleted	el	android	by_you	strings	Διαγράψατε αυτό το μήνυμα
    deleted	uk	ios	by_other	strings	Це повідомлення було видалено.
    deleted	uk	ios	by_you	strings	Ви видалили це повідомлення
    deleted	uk	ios	by_you	strings	Ви видалили це повідомлення.
    deleted	uk	ios	by_admin	strings	Адміністратор видалив це повідомлення.
    deleted	uk	ios	by_admin_named	strings	Це повідомлення видалив адміністратор ({}).
    deleted	uk	ios	by_you_as_admin	strings	Ви видалили це повідомлення від імені адміністратора
    deleted	uk	android	by_other	strings	Це повідомлення було видалено
    deleted	uk	android	by_you	strings	Ви видалили це повідомлення.
    deleted	de	ios	by_other	strings	Diese Nachricht wurde gelöscht.
    deleted	de	ios	by_you	strings	Du hast diese Nachricht gelöscht.
    deleted	de	ios	by_admin	strings	Diese Nachricht wurde von einem*einer Admin gelöscht.
    deleted	de	ios	by_admin_named	strings	Diese Nachricht wurde von Admin {} gelöscht.
    deleted	de	ios	by_you_as_admin	strings	Du hast diese Nachricht als Admin gelöscht.
    deleted	de	android	by_other	strings	Diese Nachricht wurde gelöscht
    deleted	de	android	by_you	strings	Du hast diese Nachricht gelöscht
    deleted	de	both	by_other	table	Diese Nachricht wurde von einem Admin gelöscht.
    deleted	ar	ios	by_other	strings	تم حذف هذه الرسالة.
    deleted	ar	ios	by_you	strings	لقد حذَفت هذه الرسالة
    deleted	ar	ios	by_you	strings	لقد حذَفت هذه الرسالة.
    deleted	ar	ios	by_admin	strings	حذف أحد المشرفين هذه الرسالة.
    deleted	ar	ios	by_admin_named	strings	حذف المشرف {} هذه الرسالة.
    deleted	ar	ios	by_you_as_admin	strings	لقد حذفت هذه الرسالة بصفتك مشرفًا
    deleted	ar	android	by_other	strings	تم حذف هذه الرسالة
    deleted	ar	android	by_you	strings	أنت حذفت هذه الرسالة
    deleted	bn	ios	by_other	strings	এই মেসেজটি বাদ দেওয়া হয়েছে।
    deleted	bn	ios	by_you	strings	আপনি এই মেসেজটি বাদ দিয়েছেন
    deleted	bn	ios	by_you	strings	আপনি এই মেসেজটি বাদ দিয়েছেন।
    deleted	bn	ios	by_admin	strings	অ্যাডমিন এই মেসেজটি বাদ দিয়েছেন।
    deleted	bn	ios	by_admin_named	strings	অ্যাডমিন {} এই মেসেজটি বাদ দিয়েছেন।
    deleted	bn	ios	by_you_as_admin	strings	আপনি অ্যাডমিন হিসেবে এই মেসেজটি বাদ দিয়েছেন
    deleted	bn	android	by_other	strings	এই বার্তাটি মুছে ফেলা হয়েছে
    deleted	bn	android	by_you	strings	আপনি এই বার্তাটি মুছে ফেলেছেন
    deleted	zh-HK	ios	by_other	strings	此訊息已刪除。
    deleted	zh-HK	ios	by_you	strings	您已刪除此訊息
    deleted	zh-HK	ios	by_you	strings	您已刪除此訊息。
    deleted	zh-HK	ios	by_admin	strings	管理員已刪除此訊息。
    deleted	zh-HK	ios	by_admin_named	strings	管理員{}已刪除此訊息。
    deleted	zh-HK	ios	by_you_as_admin	strings	您已使用管理員身份刪除此訊息
    deleted	zh-HK	android	by_other	strings	此訊息已刪除。
    deleted	zh-HK	android	by_you	strings	您已刪除此訊息
    deleted	zh-Hant	ios	by_other	strings	此訊息已刪除。
    deleted	zh-Hant	ios	by_you	strings	您已刪除此訊息
    deleted	zh-Hant	ios	by_you	strings	您已刪除此訊息。
    deleted	zh-Hant	ios	by_admin	strings	管理員已刪除此訊息。
    deleted	zh-Hant	ios	by_admin_named	strings	管理員 {} 已刪除此訊息。
    deleted	zh-Hant	ios	by_you_as_admin	strings	您已以管理員身分刪除此訊息
    deleted	zh-Hant	android	by_other	strings	此訊息已刪除。
    deleted	zh-Hant	android	by_you	strings	您已刪除此訊息
    deleted	zh-Hans	ios	by_other	strings	这条消息已被删除。
    deleted	zh-Hans	ios	by_you	strings	您已删除这条消息
    deleted	zh-Hans	ios	by_you	strings	您已删除这条消息。
    deleted	zh-Hans	ios	by_admin	strings	管理员已删除这条消息。
    deleted	zh-Hans	ios	by_admin_named	strings	管理员 {} 已删除这条消息。
    deleted	zh-Hans	ios	by_you_as_admin	strings	您以管理员的身份删除了这条消息
    deleted	zh-Hans	android	by_other	strings	信息已删除
    deleted	zh-Hans	android	by_you	strings	您删除这个信息
    deleted	vi	ios	by_other	strings	Tin nhắn này đã bị xóa.
    deleted	vi	ios	by_you	strings	Bạn đã xóa tin nhắn này
    deleted	vi	ios	by_you	strings	Bạn đã xoá tin nhắn này.
    deleted	vi	ios	by_admin	strings	Quản trị viên đã xóa tin nhắn này.
    deleted	vi	ios	by_admin_named	strings	Quản trị viên {} đã xóa tin nhắn này.
    deleted	vi	ios	by_you_as_admin	strings	Bạn đã xóa tin nhắn này trong vai trò quản trị viên
    deleted	vi	android	by_other	strings	Tin nhắn này đã bị xoá
    deleted	vi	android	by_you	strings	Bạn đã xoá tin nhắn này
    deleted	ur	ios	by_other	strings	یہ میسج حذف کر دیا گیا ہے۔
    deleted	ur	ios	by_you	strings	آپ نے یہ میسج حذف کر دیا ہے
    deleted	ur	ios	by_you	strings	آپ نے یہ میسج حذف کر دیا ہے۔
    deleted	ur	ios	by_admin	strings	یہ میسج ایک ایڈمن نے حذف کر دیا ہے۔
    deleted	ur	ios	by_admin_named	strings	یہ میسج ایڈمن {} نے حذف کر دیا ہے۔
    deleted	ur	ios	by_you_as_admin	strings	آپ نے ایڈمن کے طور پر یہ میسج حذف کر دیا ہے
    deleted	ur	android	by_other	strings	یہ پیغام حذف کیا گیا
    deleted	ur	android	by_you	strings	آپ نے اس پیغام کو حذف کیا
    deleted	tr	ios	by_other	strings	Bu mesaj silindi.
    deleted	tr	ios	by_you	strings	Bu mesajı sildiniz
    deleted	tr	ios	by_you	strings	Bu mesajı sildiniz.
    deleted	tr	ios	by_admin	strings	Bu mesaj bir yönetici tarafından silindi.
    deleted	tr	ios	by_admin_named	strings	Bu mesaj {} adlı yönetici tarafından silindi.
    deleted	tr	ios	by_you_as_admin	strings	Yönetici olarak bu mesajı sildiniz
    deleted	tr	android	by_other	strings	Bu mesaj silindi
    deleted	tr	android	by_you	strings	Bu mesajı sildiniz
    deleted	th	ios	by_other	strings	ข้อความนี้ถูกลบแล้ว
    deleted	th	ios	by_you	strings	คุณได้ลบข้อความนี้
    deleted	th	ios	by_admin	strings	ข้อความนี้ถูกลบโดยผู้ดูแล
    deleted	th	ios	by_admin_named	strings	ข้อความนี้ถูกลบโดยผู้ดูแล {}
    deleted	th	ios	by_you_as_admin	strings	คุณได้ลบข้อความนี้ในฐานะผู้ดูแล
    deleted	th	android	by_other	strings	ข้อความนี้ได้ถูกลบ
    deleted	th	android	by_you	strings	คุณลบข้อความนี้
    deleted	sv	ios	by_other	strings	Det här meddelandet raderades.
    deleted	sv	ios	by_you	strings	Du har tagit bort meddelandet
    deleted	sv	ios	by_you	strings	Du raderade det här meddelandet.
    deleted	sv	ios	by_admin	strings	Det här meddelandet togs bort av en administratör.
    deleted	sv	ios	by_admin_named	strings	Det här meddelandet togs bort av administratör {}.
    deleted	sv	ios	by_you_as_admin	strings	Du raderade det här meddelandet i egenskap av administratör
    deleted	sv	android	by_other	strings	Detta meddelande raderades
    deleted	sv	android	by_you	strings	Du raderade detta meddelande
    deleted	sk	ios	by_other	strings	Táto správa bola odstránená.
    deleted	sk	ios	by_you	strings	Túto správu ste odstránili.
    deleted	sk	ios	by_admin	strings	Túto správu odstránil správca.
    deleted	sk	ios	by_admin_named	strings	Túto správu odstránil správca ({}).
    deleted	sk	ios	by_you_as_admin	strings	Túto správu ste odstránili ako správca.
    deleted	sk	android	by_other	strings	Táto správa bola odstránená
    deleted	sk	android	by_you	strings	Túto správu ste odstránili
    deleted	pl	ios	by_other	strings	Ta wiadomość została usunięta.
    deleted	pl	ios	by_you	strings	Usunąłeś(-ęłaś) tę wiadomość
    deleted	pl	ios	by_you	strings	Usunąłeś(-ęłaś) tę wiadomość.
    deleted	pl	ios	by_admin	strings	Tę wiadomość usunął administrator.
    deleted	pl	ios	by_admin_named	strings	Tę wiadomość usunął administrator {}.
    deleted	pl	ios	by_you_as_admin	strings	Usunąłeś(-ęłaś) tę wiadomość jako administrator
    deleted	pl	android	by_other	strings	Ta wiadomość została usunięta
    deleted	pl	android	by_you	strings	Usunąłeś(aś) tę wiadomość
    deleted	pl	both	by_other	table	Ta wiadomość została usunięta
    deleted	ro	ios	by_other	strings	Acest mesaj a fost șters.
    deleted	ro	ios	by_you	strings	Ați șters acest mesaj
    deleted	ro	ios	by_you	strings	Ați șters acest mesaj.
    deleted	ro	ios	by_admin	strings	Acest mesaj a fost șters de un admin.
    deleted	ro	ios	by_admin_named	strings	Acest mesaj a fost șters de admin, {}.
    deleted	ro	ios	by_you_as_admin	strings	Ați șters acest mesaj, ca admin
    deleted	ro	android	by_other	strings	Acest mesaj a fost șters
    deleted	ro	android	by_you	strings	Ați șters acest mesaj
    deleted	pt-BR	ios	by_other	strings	Mensagem apagada
    deleted	pt-BR	ios	by_admin	strings	Mensagem apagada por um admin
    deleted	pt-BR	ios	by_admin_named	strings	Mensagem apagada por um admin ({})
    deleted	pt-BR	ios	by_you_as_admin	strings	Mensagem apagada por um admin (você)
    deleted	pt-BR	android	by_other	strings	Esta mensagem foi apagada
    deleted	pt-BR	android	by_you	strings	Você apagou esta mensagem
    deleted	nl	ios	by_other	strings	Dit bericht is verwijderd.
    deleted	nl	ios	by_you	strings	U hebt dit bericht verwijderd
    deleted	nl	ios	by_you	strings	U hebt dit bericht verwijderd.
    deleted	nl	ios	by_admin	strings	Dit bericht is verwijderd door een beheerder.
    deleted	nl	ios	by_admin_named	strings	Dit bericht is verwijderd door beheerder {}.
    deleted	nl	ios	by_you_as_admin	strings	U hebt dit bericht als beheerder verwijderd
    deleted	nl	android	by_other	strings	Dit bericht is verwijderd
    deleted	nl	android	by_you	strings	U hebt dit bericht verwijderd
    deleted	nb	ios	by_other	strings	Denne meldingen ble slettet.
    deleted	nb	ios	by_you	strings	Du slettet denne meldingen
    deleted	nb	ios	by_you	strings	Du slettet denne meldingen.
    deleted	nb	ios	by_admin	strings	Denne meldingen ble slettet av en administrator.
    deleted	nb	ios	by_admin_named	strings	Denne meldingen ble slettet av administrator {}.
    deleted	nb	ios	by_you_as_admin	strings	Du slettet denne meldingen som administrator
    deleted	nb	android	by_other	strings	Denne meldingen ble slettet.
    deleted	nb	android	by_you	strings	Du slettet denne meldingen
    deleted	ms	ios	by_other	strings	Mesej ini telah dipadam.
    deleted	ms	ios	by_you	strings	Anda telah memadamkan mesej ini
    deleted	ms	ios	by_you	strings	Anda telah memadamkan mesej ini.
    deleted	ms	ios	by_admin	strings	Mesej ini telah dipadamkan oleh pentadbir.
    deleted	ms	ios	by_admin_named	strings	Mesej ini telah dipadamkan oleh pentadbir {}.
    deleted	ms	ios	by_you_as_admin	strings	Anda telah memadamkan mesej ini sebagai pentadbir
    deleted	ms	android	by_other	strings	Mesej ini telah dipadam
    deleted	ms	android	by_you	strings	Anda telah memadamkan mesej ini
    deleted	mr	ios	by_other	strings	हा मेसेज हटवण्यात आला.
    deleted	mr	ios	by_you	strings	तुम्ही हा मेसेज हटवला
    deleted	mr	ios	by_you	strings	तुम्ही हा मेसेज हटवला.
    deleted	mr	ios	by_admin	strings	हा मेसेज ॲडमिनने हटवला.
    deleted	mr	ios	by_admin_named	strings	हा मेसेज {} या ॲडमिनने हटवला.
    deleted	mr	ios	by_you_as_admin	strings	तुम्ही ॲडमिन म्हणून हा मेसेज हटवला आहे
    deleted	mr	android	by_other	strings	हा संदेश हटविण्यात आला होता.
    deleted	mr	android	by_you	strings	आपण हा संदेश हटविलात.
    deleted	ko	ios	by_other	strings	이 메시지는 삭제되었습니다.
    deleted	ko	ios	by_you	strings	삭제한 메시지입니다
    deleted	ko	ios	by_you	strings	이 메시지를 삭제했습니다.
    deleted	ko	ios	by_admin	strings	이 메시지는 관리자에 의해 삭제되었습니다.
    deleted	ko	ios	by_admin_named	strings	이 메시지는 관리자 {}에 의해 삭제되었습니다.
    deleted	ko	ios	by_you_as_admin	strings	관리자로서 이 메시지를 삭제했습니다
    deleted	ko	android	by_other	strings	이 메시지는 삭제되었습니다
    deleted	ko	android	by_you	strings	삭제한 메시지입니다
    deleted	ja	ios	by_other	strings	このメッセージは削除されました。
    deleted	ja	ios	by_you	strings	このメッセージを削除しました
    deleted	ja	ios	by_you	strings	このメッセージを削除しました。
    deleted	ja	ios	by_admin	strings	このメッセージは管理者により削除されました。
    deleted	ja	ios	by_admin_named	strings	このメッセージは管理者({})により削除されました。
    deleted	ja	ios	by_you_as_admin	strings	管理者としてこのメッセージを削除しました
    deleted	ja	android	by_other	strings	このメッセージは削除されました
    deleted	ja	android	by_you	strings	このメッセージを削除しました
    deleted	hu	ios	by_other	strings	Ez az üzenet törlésre került.
    deleted	hu	ios	by_you	strings	Ezt az üzenetet törölted
    deleted	hu	ios	by_you	strings	Törölted ezt az üzenetet.
    deleted	hu	ios	by_admin	strings	Ezt az üzenetet az egyik admin eltávolította.
    deleted	hu	ios	by_admin_named	strings	Ezt az üzenetet az egyik admin ({}) eltávolította.
    deleted	hu	ios	by_you_as_admin	strings	Törölted ezt az üzenetet adminként
    deleted	hu	android	by_other	strings	Ez az üzenet törlésre került
    deleted	hu	android	by_you	strings	Törölted ezt az üzenetet
    deleted	id	ios	by_other	strings	Pesan ini dihapus.
    deleted	id	ios	by_you	strings	Anda menghapus pesan ini
    deleted	id	ios	by_you	strings	Anda menghapus pesan ini.
    deleted	id	ios	by_admin	strings	Pesan ini dihapus oleh admin.
    deleted	id	ios	by_admin_named	strings	Pesan ini dihapus oleh admin {}.
    deleted	id	ios	by_you_as_admin	strings	Anda menghapus pesan ini sebagai admin
    deleted	id	android	by_other	strings	Pesan ini telah dihapus
    deleted	id	android	by_you	strings	Anda telah menghapus pesan ini
    deleted	hr	ios	by_other	strings	Ova je poruka izbrisana.
    deleted	hr	ios	by_you	strings	Izbrisali ste ovu poruku
    deleted	hr	ios	by_you	strings	Izbrisali ste ovu poruku.
    deleted	hr	ios	by_admin	strings	Ovu je poruku izbrisao administrator.
    deleted	hr	ios	by_admin_named	strings	Ovu je poruku izbrisao administrator {}.
    deleted	hr	ios	by_you_as_admin	strings	Izbrisali ste ovu poruku kao administrator
    deleted	hr	android	by_other	strings	Ova poruka je izbrisana
    deleted	hr	android	by_you	strings	Izbrisali ste ovu poruku
    deleted	hi	ios	by_other	strings	यह मैसेज डिलीट कर दिया गया है.
    deleted	hi	ios	by_you	strings	आपने यह मैसेज डिलीट किया
    deleted	hi	ios	by_you	strings	आपने यह मैसेज डिलीट किया.
    deleted	hi	ios	by_admin	strings	यह मैसेज किसी एडमिन ने डिलीट कर दिया है.
    deleted	hi	ios	by_admin_named	strings	यह मैसेज एडमिन {} ने डिलीट कर दिया है.
    deleted	hi	ios	by_you_as_admin	strings	आपने एडमिन के तौर पर यह मैसेज डिलीट किया है
    deleted	hi	android	by_other	strings	यह संदेश मिटाया गया
    deleted	hi	android	by_you	strings	आपने यह संदेश मिटाया
    deleted	gu	ios	by_other	strings	આ મેસેજ ડિલીટ કરાયો.
    deleted	gu	ios	by_you	strings	તમે આ મેસેજ ડિલીટ કર્યો
    deleted	gu	ios	by_you	strings	તમે આ મેસેજ ડિલીટ કર્યો.
    deleted	gu	ios	by_admin	strings	આ મેસેજ એડમિને ડિલીટ કર્યો હતો.
    deleted	gu	ios	by_admin_named	strings	આ મેસેજ {} એડમિને ડિલીટ કરી દીધો છે.
    deleted	gu	ios	by_you_as_admin	strings	એડમિન તરીકે તમે આ મેસેજ ડિલીટ કર્યો
    deleted	gu	android	by_other	strings	આ સંદેશ રદ્દ કરાયો
    deleted	gu	android	by_you	strings	તમે આ સંદેશને રદ્દ કર્યો
    deleted	ga	ios	by_other	strings	Scriosadh an teachtaireacht seo.
    deleted	ga	ios	by_you	strings	Scrios tú an teachtaireacht seo
    deleted	ga	ios	by_you	strings	Scrios tú an teachtaireacht seo.
    deleted	ga	ios	by_admin	strings	Scrios riarthóir an teachtaireacht seo.
    deleted	ga	ios	by_admin_named	strings	Scrios {} (riarthóir) an teachtaireacht seo.
    deleted	ga	ios	by_you_as_admin	strings	Scrios tú, mar an riarthóir, an teachtaireacht seo
    deleted	fi	ios	by_other	strings	Tämä viesti poistettiin.
    deleted	fi	ios	by_you	strings	Poistit tämän viestin
    deleted	fi	ios	by_you	strings	Poistit tämän viestin.
    deleted	fi	ios	by_admin	strings	Ylläpitäjä poisti tämän viestin.
    deleted	fi	ios	by_admin_named	strings	Ylläpitäjä, {}, poisti tämän viestin.
    deleted	fi	ios	by_you_as_admin	strings	Poistit tämän viestin ylläpitäjänä
    deleted	fi	android	by_other	strings	Tämä viesti poistettiin.
    deleted	fi	android	by_you	strings	Poistit tämän viestin
    deleted	fa	ios	by_other	strings	این پیام حذف شده است.
    deleted	fa	ios	by_you	strings	شما این پیام را حذف کردید
    deleted	fa	ios	by_you	strings	شما این پیام را حذف کردید.
    deleted	fa	ios	by_admin	strings	یکی از مدیران این پیام را حذف کرد.
    deleted	fa	ios	by_admin_named	strings	این پیام را مدیر ({}) حذف کرد.
    deleted	fa	ios	by_you_as_admin	strings	شما به‌عنوان مدیر، این پیام را حذف کردید
    deleted	fa	android	by_other	strings	این پیام حذف شد
    deleted	fa	android	by_you	strings	شما این پیام را حذف کردید.
    deleted	da	ios	by_other	strings	Denne besked er blevet slettet.
    deleted	da	ios	by_you	strings	Du har slettet denne besked
    deleted	da	ios	by_you	strings	Du har slettet denne besked.
    deleted	da	ios	by_admin	strings	Denne besked er blevet slettet af en administrator.
    deleted	da	ios	by_admin_named	strings	Denne besked er blevet slettet af administratoren {}.
    deleted	da	ios	by_you_as_admin	strings	Du har slettet denne besked som administrator
    deleted	da	android	by_other	strings	Denne besked blev slettet.
    deleted	da	android	by_you	strings	Du slettede denne besked
    deleted	cs	ios	by_other	strings	Tato zpráva byla smazána.
    deleted	cs	ios	by_you	strings	Tuto zprávu jste smazal/a.
    deleted	cs	ios	by_admin	strings	Tuto zprávu smazal jeden ze správců skupiny.
    deleted	cs	ios	by_admin_named	strings	Tuto zprávu smazal jeden ze správců skupiny ({}).
    deleted	cs	ios	by_you_as_admin	strings	Tuto zprávu jste odstranil/a jako správce.
    deleted	cs	android	by_other	strings	Tato zpráva byla odstraněna
    deleted	cs	android	by_you	strings	Tuto zprávu jste odstranil/a
    deleted	ca	ios	by_other	strings	Aquest missatge s'ha suprimit.
    deleted	ca	ios	by_you	strings	Has suprimit aquest missatge
    deleted	ca	ios	by_you	strings	Has suprimit aquest missatge.
    deleted	ca	ios	by_admin	strings	Aquest missatge l'ha suprimit un administrador.
    deleted	ca	ios	by_admin_named	strings	Aquest missatge l'ha suprimit un administrador: {}.
    deleted	ca	ios	by_you_as_admin	strings	Has suprimit aquest missatge com a administrador
    deleted	ca	android	by_other	strings	Aquest missatge està esborrat
    deleted	ca	android	by_you	strings	Has esborrat aquest missatge
    deleted	af	android	by_other	strings	Hierdie boodskap was uitgevee
    deleted	af	android	by_you	strings	Jy het boodskap uitgevee
    deleted	az	android	by_other	strings	Bu ismarıc silindi
    deleted	az	android	by_you	strings	Siz bu ismarıcı sildiniz
    deleted	bg	android	by_other	strings	Съобщението беше изтрито
    deleted	bg	android	by_you	strings	Изтрихте това съобщение
    deleted	et	android	by_other	strings	See sõnum on kustutatud
    deleted	et	android	by_you	strings	Kustutasid selle sõnumi
    deleted	kk	android	by_other	strings	Бұл хат жойылды
    deleted	kk	android	by_you	strings	Сіз бұл хатты жойдыңыз
    deleted	kn	android	by_other	strings	ಈ ಸಂದೇಶವು ಅಳಿಸಲ್ಪಟ್ಟಿದೆ
    deleted	kn	android	by_you	strings	ನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ
    deleted	lt	android	by_other	strings	Ši žinutė buvo ištrinta
    deleted	lt	android	by_you	strings	Jūs ištrynėte šią žinutę
    deleted	lv	android	by_other	strings	Šī ziņa tika izdzēsta
    deleted	lv	android	by_you	strings	Jūs izdzēsāt šo ziņu
    deleted	mk	android	by_other	strings	Оваа порака беше избришана
    deleted	mk	android	by_you	strings	Ја избриша оваа порака
    deleted	ml	android	by_other	strings	ഈ സന്ദേശം ഇല്ലാതാക്കിയതാണ്
    deleted	ml	android	by_you	strings	ഈ സന്ദേശം നിങ്ങൾ ഇല്ലാതാക്കി
    deleted	pa	android	by_other	strings	ਇਸ ਸੁਨੇਹੇ ਨੂੰ ਹਟਾਇਆ ਗਿਆ
    deleted	pa	android	by_you	strings	ਤੁਸੀਂ ਇਹ ਸੁਨੇਹਾ ਹਟਾਇਆ
    deleted	sl	android	by_other	strings	To sporočilo je bilo izbrisano
    deleted	sl	android	by_you	strings	To sporočilo ste izbrisali
    deleted	sr	android	by_other	strings	Ова порука је обрисана
    deleted	sr	android	by_you	strings	Обрисао/ла си ову поруку
    deleted	sw	android	by_other	strings	Ujumbe huu ulifutwa
    deleted	sw	android	by_you	strings	Umefuta ujumbe huu
    deleted	ta	android	by_other	strings	இத்தகவல் திரும்பப்பெறப்பட்டது
    deleted	ta	android	by_you	strings	இத்தகவலை தாங்கள் அழித்தீர்கள்
    deleted	tl	android	by_other	strings	Itong mensahe ay binura na
    deleted	tl	android	by_you	strings	Binura mo itong mensahe
    deleted	uz	android	by_other	strings	Ushbu xabar o‘chirildi
    deleted	uz	android	by_you	strings	Siz ushbu xabarni o‘chirdingiz
    deleted	zh-Hans-SG	android	by_other	strings	信息已删除
    deleted	zh-Hans-SG	android	by_you	strings	您删除这个信息
    edited	en	both	suffix	seen	<This message was edited>
    edited	de	both	suffix	table	<Diese Nachricht wurde bearbeitet>
    edited	fr	both	suffix	table	<Ce message a été modifié>
    edited	es	both	suffix	table	<Se editó este mensaje.>
    edited	es	both	suffix	table	<Este mensaje fue editado>
    edited	it	both	suffix	table	<Questo messaggio è stato modificato>
    edited	pt-BR	both	suffix	table	<Mensagem editada>
    edited	pt-PT	both	suffix	table	<Esta mensagem foi editada>
    edited	nl	both	suffix	table	<Dit bericht is bewerkt>
    edited	ru	both	suffix	table	<Это сообщение изменено>
    edited	he	both	suffix	table	<ההודעה נערכה>
    edited	pl	both	suffix	table	<Ta wiadomość została zmieniona>
    edited	tr	both	suffix	table	<Bu mesaj düzenlendi>
    view_once	en	ios	received_notice	strings	You received a view once message. Fo…
    view_once	en	android	placeholder	seen	null
    view_once	en	android	voice	table	<View once voice message omitted>
    view_once	en	android	placeholder	table	<View once message omitted>
    view_once	en	android	video	table	<View once video omitted>
    view_once	he	ios	received_notice	strings	קיבלת הודעה שמוגדרת לצפייה חד פעמית.…
    view_once	ru	ios	received_notice	strings	Вы получили сообщение однократного п…
    view_once	fr	ios	received_notice	strings	Vous avez reçu un message à vue uniq…
    view_once	it	ios	received_notice	strings	Hai ricevuto un messaggio visualizza…
    view_once	it	android	voice	table	<Il messaggio vocale visualizzabile una volta è stato omesso>
    view_once	pt-PT	ios	received_notice	strings	Recebeu uma mensagem de visualização…
    view_once	pt-PT	android	placeholder	table	<Ficheiro não revelado>
    view_once	es	ios	received_notice	strings	Recibiste un mensaje de visualizació…
    view_once	el	ios	received_notice	strings	Λάβατε ένα μήνυμα προβολής μίας φορά…
    view_once	uk	ios	received_notice	strings	Ви отримали одноразове повідомлення.…
    view_once	de	ios	received_notice	strings	Du hast eine Nachricht zur einmalige…
    view_once	ar	ios	received_notice	strings	لقد تلقيت رسالة للعرض مرة واحدة. لمز…
    view_once	bn	ios	received_notice	strings	আপনি "একবার দেখা যাবে" এমন মেসেজ পেয…
    view_once	zh-HK	ios	received_notice	strings	您收到閱後即删訊息。為加強私隱保障，您只可在手機上開啟該訊息。
    view_once	zh-Hant	ios	received_notice	strings	您已收到一則單次檢視訊息。由於我們已加強隱私保護，您僅可於手機上開啟該訊…
    view_once	zh-Hans	ios	received_notice	strings	您收到了仅可查看一次的消息。为加强隐私保护，您只能在自己的手机上打开该消…
    view_once	vi	ios	received_notice	strings	Bạn đã nhận được tin nhắn xem một lầ…
    view_once	ur	ios	received_notice	strings	آپ کو ایک بار دیکھنے کا میسج موصول ہ…
    view_once	tr	ios	received_notice	strings	Bir kez görüntülendikten sonra kaybo…
    view_once	th	ios	received_notice	strings	คุณได้รับข้อความที่ดูได้ครั้งเดียว ค…
    view_once	sv	ios	received_notice	strings	Du har fått ett meddelande som visas…
    view_once	sk	ios	received_notice	strings	Dostali ste správu na jedno pozretie…
    view_once	pl	ios	received_notice	strings	Otrzymałeś(-aś) wiadomość do jednora…
    view_once	ro	ios	received_notice	strings	Ați primit un mesaj cu afișare unică…
    view_once	pt-BR	ios	received_notice	strings	Você recebeu uma mensagem de visuali…
    view_once	nl	ios	received_notice	strings	U hebt een bericht voor eenmalige we…
    view_once	nb	ios	received_notice	strings	Du har mottatt en melding som kan vi…
    view_once	ms	ios	received_notice	strings	Anda telah menerima mesej sekali pap…
    view_once	mr	ios	received_notice	strings	तुम्हाला एकदाच पाहता येणारा मेसेज मि…
    view_once	ko	ios	received_notice	strings	한 번만 표시되는 메시지를 받았습니다. 개인정보 보호 강화를 위해…
    view_once	ja	ios	received_notice	strings	1回表示のメッセージを受信しました。プライバシーを強化するため、携帯電話…
    view_once	hu	ios	received_notice	strings	Egyszer megtekinthető üzenetet kaptá…
    view_once	id	ios	received_notice	strings	Anda menerima pesan sekali lihat. Un…
    view_once	hr	ios	received_notice	strings	Primili ste poruku s jednokratnim pr…
    view_once	hi	ios	received_notice	strings	आपको एक बार देखा जा सकने वाला मैसेज …
    view_once	gu	ios	received_notice	strings	તમને એક વાર જોઈ શકાય તેવો મેસેજ મળ્ય…
    view_once	ga	ios	received_notice	strings	Fuair tú teachtaireacht amhairc aonu…
    view_once	fi	ios	received_notice	strings	Sait vain kerran katsottavan viestin…
    view_once	fa	ios	received_notice	strings	پیام یک‌بار قابل‌مشاهده‌ای دریافت کر…
    view_once	da	ios	received_notice	strings	Du har modtaget en besked med engang…
    view_once	cs	ios	received_notice	strings	Obdržel/a jste zprávu s jednorázovým…
    view_once	ca	ios	received_notice	strings	Has rebut un missatge que només es p…
    location	en	ios	label	inferred	Location: {url}
    location	en	android	pin	seen	location: {url}
    location	en	android	live	seen	live location shared
    location	he	ios	label	inferred	מיקום: {url}
    location	he	android	pin	strings	מיקום: {url}
    location	he	android	live	strings	משתף מיקום בשידור חי
    location	ru	ios	label	inferred	Местоположение: {url}
    location	ru	android	pin	strings	местоположение: {url}
    location	ru	android	live	strings	Геоданные отправлены
    location	fr	ios	label	inferred	Localisation: {url}
    location	fr	android	pin	strings	localisation : {url}
    location	fr	android	live	strings	Localisation en direct partagée
    location	it	ios	label	inferred	Posizione: {url}
    location	it	android	pin	strings	posizione: {url}
    location	it	android	live	strings	posizione attuale condivisa
    location	pt-PT	ios	label	inferred	Localização: {url}
    location	pt-PT	android	pin	strings	localização: {url}
    location	pt-PT	android	live	strings	Está a partilhar a sua localização
    location	es	ios	label	inferred	Ubicación: {url}
    location	es	android	pin	strings	ubicación: {url}
    location	es	android	live	strings	ubicación en tiempo real compartida
    location	el	ios	label	inferred	Τοποθεσία: {url}
    location	el	android	pin	strings	τοποθεσία: {url}
    location	el	android	live	strings	η τωρινή τοποθεσία κοινοποιήθηκε
    location	uk	ios	label	inferred	Розташування: {url}
    location	uk	android	pin	strings	місцезнаходження: {url}
    location	uk	android	live	strings	геодані надіслано
    location	de	ios	label	inferred	Standort: {url}
    location	de	android	pin	strings	Standort: {url}
    location	de	android	live	strings	Live-Standort wird geteilt
    location	ar	ios	label	inferred	الموقع: {url}
    location	ar	android	pin	strings	الموقع: {url}
    location	ar	android	live	strings	تمت مشاركة الموقع المباشر
    location	ar	ios	pin	seen	موقع: {url}
    location	bn	ios	label	inferred	লোকেশন: {url}
    location	bn	android	pin	strings	অবস্থান: {url}
    location	bn	android	live	strings	লাইভ অবস্থান শেয়ার করা হয়েছে
    location	zh-HK	ios	label	inferred	位置: {url}
    location	zh-HK	android	pin	strings	位置： {url}
    location	zh-HK	android	live	strings	實時位置已分享
    location	zh-Hant	ios	label	inferred	位置: {url}
    location	zh-Hant	android	pin	strings	位置： {url}
    location	zh-Hant	android	live	strings	實時位置已分享
    location	zh-Hans	ios	label	inferred	位置: {url}
    location	zh-Hans	android	pin	strings	位置：{url}
    location	zh-Hans	android	live	strings	共享实时位置
    location	vi	ios	label	inferred	Vị trí: {url}
    location	vi	android	pin	strings	vị trí: {url}
    location	vi	android	live	strings	vị trí hiện thời được chia sẻ
    location	ur	ios	label	inferred	مقام: {url}
    location	ur	android	pin	strings	مقام: {url}
    location	ur	android	live	strings	جاری مقام کا اشتراک ہوا
    location	tr	ios	label	inferred	Konum: {url}
    location	tr	android	pin	strings	konum: {url}
    location	tr	android	live	strings	Mevcut konum paylaşıldı
    location	th	ios	label	inferred	ตำแหน่งที่ตั้ง: {url}
    location	th	android	pin	strings	ตำแหน่งที่ตั้ง: {url}
    location	th	android	live	strings	ตำแหน่งปัจจุบันถูกแบ่งปัน
    location	sv	ios	label	inferred	Platsinfo: {url}
    location	sv	android	pin	strings	plats: {url}
    location	sv	android	live	strings	liveposition delad
    location	sk	ios	label	inferred	Poloha: {url}
    location	sk	android	pin	strings	poloha: {url}
    location	sk	android	live	strings	bola zdieľaná aktuálna poloha
    location	pl	ios	label	inferred	Położenie: {url}
    location	pl	android	pin	strings	położenie: {url}
    location	pl	android	live	strings	udostępniona transmisja położenia
    location	ro	ios	label	inferred	Locație: {url}
    location	ro	android	pin	strings	locație: {url}
    location	ro	android	live	strings	locație în timp real distribuită
    location	pt-BR	ios	label	inferred	Localização: {url}
    location	pt-BR	android	pin	strings	localização: {url}
    location	pt-BR	android	live	strings	localização atual compartilhada
    location	nl	ios	label	inferred	Locatie: {url}
    location	nl	android	pin	strings	locatie: {url}
    location	nl	android	live	strings	live locatie gedeeld
    location	nb	ios	label	inferred	Posisjon: {url}
    location	nb	android	pin	strings	posisjon: {url}
    location	nb	android	live	strings	posisjon i sanntid delt
    location	ms	ios	label	inferred	Lokasi: {url}
    location	ms	android	pin	strings	lokasi: {url}
    location	ms	android	live	strings	lokasi terkini dikongsi
    location	mr	ios	label	inferred	लोकेशन: {url}
    location	mr	android	pin	strings	स्थान: {url}
    location	mr	android	live	strings	सध्याचे थेट ठिकाण शेअर केले
    location	ko	ios	label	inferred	위치: {url}
    location	ko	android	pin	strings	위치: {url}
    location	ko	android	live	strings	공유한 실시간 위치
    location	ja	ios	label	inferred	位置情報: {url}
    location	ja	android	pin	strings	位置情報：{url}
    location	ja	android	live	strings	ライブロケーション共有
    location	hu	ios	label	inferred	Helyzet: {url}
    location	hu	android	pin	strings	Helyzet: {url}
    location	hu	android	live	strings	tartózkodási hely megosztva
    location	id	ios	label	inferred	Lokasi: {url}
    location	id	android	pin	strings	lokasi : {url}
    location	id	android	live	strings	Lokasi terkini dibagikan
    location	hr	ios	label	inferred	Lokacija: {url}
    location	hr	android	pin	strings	lokacija: {url}
    location	hr	android	live	strings	trenutna lokacija podijeljena
    location	hi	ios	label	inferred	लोकेशन: {url}
    location	hi	android	pin	strings	स्थान : {url}
    location	hi	android	live	strings	लाइव स्थान साझा किया गया
    location	gu	ios	label	inferred	લોકેશન: {url}
    location	gu	android	pin	strings	સ્થળ: {url}
    location	gu	android	live	strings	જીવંત સ્થાન શેર કરાયું
    location	ga	ios	label	inferred	Suíomh: {url}
    location	fi	ios	label	inferred	Sijainti: {url}
    location	fi	android	pin	strings	sijainti: {url}
    location	fi	android	live	strings	live-sijainti jaettu
    location	fa	ios	label	inferred	مکان: {url}
    location	fa	android	pin	strings	موقعیت: {url}
    location	fa	android	live	strings	مکان زنده به اشتراک گذاشته شد
    location	da	ios	label	inferred	Lokation: {url}
    location	da	android	pin	strings	placering: {url}
    location	da	android	live	strings	live placering delt
    location	cs	ios	label	inferred	Poloha: {url}
    location	cs	android	pin	strings	poloha: {url}
    location	cs	android	live	strings	byla sdílena aktuální poloha
    location	ca	ios	label	inferred	Ubicació: {url}
    location	ca	android	pin	strings	ubicació: {url}
    location	ca	android	live	strings	Ubicació en directe compartida
    location	af	android	pin	strings	ligging: {url}
    location	af	android	live	strings	regstreekse ligging gedeel
    location	az	android	pin	strings	məkan: {url}
    location	az	android	live	strings	canlı məkan paylaşılıb
    location	bg	android	pin	strings	местоположение: {url}
    location	bg	android	live	strings	местоположение в реално време споделено
    location	et	android	pin	strings	asukoht: {url}
    location	et	android	live	strings	hetke asukoht jagatud
    location	kk	android	pin	strings	орналасуы: {url}
    location	kk	android	live	strings	қазіргі орынмен бөлісті
    location	kn	android	pin	strings	ಸ್ಥಳ: {url}
    location	kn	android	live	strings	ನೇರ ಸ್ಥಳ ಹಂಚಿಕೊಳ್ಳಲಾಗಿದೆ
    location	lt	android	pin	strings	buvimo vieta: {url}
    location	lt	android	live	strings	tiesioginė vieta bendrinama
    location	lv	android	pin	strings	atrašanās vieta: {url}
    location	lv	android	live	strings	reāllaika atrašanās vieta
    location	mk	android	pin	strings	локација: {url}
    location	mk	android	live	strings	споделено локација во живо
    location	ml	android	pin	strings	സ്ഥലം: {url}
    location	ml	android	live	strings	ലൈവ് ലൊക്കേഷൻ പങ്കിട്ടു
    location	pa	android	pin	strings	ਟਿਕਾਣਾ: {url}
    location	pa	android	live	strings	ਮੌਜੂਦਾ ਟਿਕਾਣਾ ਸਾਂਝਾ ਕੀਤਾ
    location	sl	android	pin	strings	lokacija: {url}
    location	sl	android	live	strings	lokacija v živo je bila deljena
    location	sq	android	pin	strings	Vendndodhja: {url}
    location	sq	android	live	strings	vendnodhja aktuale u shpërnda
    location	sr	android	pin	strings	локација : {url}
    location	sr	android	live	strings	Локација уживо подељена
    location	sw	android	pin	strings	Mahali: {url}
    location	sw	android	live	strings	mahali mubashara pameshirikishwa
    location	ta	android	pin	strings	இருப்பிடம்:{url}
    location	ta	android	live	strings	இடம் நேரலையாக பகிரபட்டது
    location	te	android	pin	strings	స్థలం: {url}
    location	te	android	live	strings	ప్రత్యక్ష స్థాన భాగస్వామ్యం
    location	tl	android	pin	strings	lokasyon: {url}
    location	tl	android	live	strings	ibinahagi ang live na lokasyon
    location	uz	android	pin	strings	joylashuv: {url}
    location	uz	android	live	strings	jonli joylashuv ulashildi
    location	zh-Hans-SG	android	pin	strings	位置：{url}
    location	zh-Hans-SG	android	live	strings	共享实时位置
    location	*	both	venue_ios	seen	{venue} ({address}): https://foursquare.com/v/{id}
    location	*	android	venue_android	seen	{venue}\n{address}\nhttps://foursquare.com/v/{id}
    poll	en	both	head	seen	POLL:
    poll	en	both	option	seen	OPTION: {text} ({n} votes)
    poll	es	both	head	table	ENCUESTA:
    poll	es	both	option	table	OPCIÓN: {text} ({n} votes)
    poll	de	both	head	table	UMFRAGE:
    poll	de	both	option	table	OPTION: {text} ({n} votes)
    poll	fr	both	head	table	SONDAGE :
    poll	fr	both	option	table	OPTION : {text} ({n} votes)
    poll	it	both	head	table	SONDAGGIO:
    poll	it	both	option	table	OPZIONE: {text} ({n} votes)
    poll	pt-BR	both	head	table	ENQUETE:
    poll	pt-BR	both	option	table	OPÇÃO: {text} ({n} votes)
    poll	pt-PT	both	head	table	SONDAGEM:
    poll	pt-PT	both	option	table	OPÇÃO: {text} ({n} votes)
    poll	nl	both	head	table	PEILING:
    poll	nl	both	option	table	OPTIE: {text} ({n} votes)
    poll	tr	both	head	table	ANKET:
    pages	en	ios	pdf page count (plural form for 2)	seen	• {n} pages
    pages	de	ios	pdf page count (plural form for 2)	seen	• {n} Seiten
    pages	fr	ios	pdf page count (plural form for 2)	seen	• {n} pages
    pages	it	ios	pdf page count (plural form for 2)	seen	• {n} pagine
    pages	es	ios	pdf page count (plural form for 2)	seen	• {n} páginas
    pages	pt-PT	ios	pdf page count (plural form for 2)	seen	• {n} páginas
    pages	cs	ios	pdf page count (plural form for 2)	seen	• {n} strany
    pages	uk	ios	pdf page count (plural form for 2)	seen	• {n} сторінки
    pages	hi	ios	pdf page count (plural form for 2)	seen	• {n} पन्ने
    pages	id	ios	pdf page count (plural form for 2)	seen	• {n} halaman
    pages	ja	ios	pdf page count (plural form for 2)	seen	• ページ数: {n}
    pages	th	ios	pdf page count (plural form for 2)	seen	• {n} หน้า
    pages	vi	ios	pdf page count (plural form for 2)	seen	• {n} trang
    pages	ar	ios	pdf page count (plural form for 2)	seen	• صفحتان {n}
    call	en	ios	voice	seen	Voice call
    call	en	ios	video	seen	Video call
    call	en	ios	voice	inferred	Group voice call
    call	en	ios	video	inferred	Group video call
    call	de	ios	voice	inferred	Sprachanruf
    call	de	ios	video	inferred	Videoanruf
    call	es	ios	voice	inferred	Llamada de voz
    call	es	ios	video	inferred	Videollamada
    call	fr	ios	voice	inferred	Appel vocal
    call	fr	ios	video	inferred	Appel vidéo
    call	pt-BR	ios	voice	inferred	Chamada de voz
    call	pt-BR	ios	video	inferred	Chamada de vídeo
    call	pt-BR	ios	voice	inferred	Ligação de voz
    call	pt-BR	ios	video	inferred	Ligação de vídeo
    call	pt-PT	ios	voice	inferred	Chamada de voz
    call	pt-PT	ios	video	inferred	Videochamada
    call	he	ios	voice	inferred	שיחה קולית
    call	he	ios	video	inferred	שיחת וידאו
    call	ar	ios	voice	inferred	مكالمة صوتية
    call	ar	ios	video	inferred	مكالمة فيديو
    call	en	android	missed_group_video	seen	Missed group video call
    call	en	ios	missed_voice	strings	Missed voice call
    call	en	ios	missed_video	strings	Missed video call
    call	en	ios	missed_group_voice	strings	Missed group voice call
    call	en	ios	missed_group_video	strings	Missed group video call
    call	en	android	missed_voice	seen	Missed voice call
    call	en	android	missed_video	seen	Missed video call
    call	en	android	missed_group_voice	seen	Missed group voice call
    call	he	ios	missed_voice	strings	שיחה קולית שלא נענתה
    call	he	ios	missed_video	strings	שיחת וידאו שלא נענתה
    call	he	ios	missed_group_voice	strings	שיחה קולית קבוצתית שלא נענתה
    call	he	ios	missed_group_video	strings	שיחת וידאו קבוצתית שלא נענתה
    call	he	android	missed_voice	strings	שיחה קולית שלא נענתה
    call	he	android	missed_video	strings	שיחת וידאו שלא נענתה
    call	ru	ios	missed_voice	strings	Пропущенный аудиозвонок
    call	ru	ios	missed_video	strings	Пропущенный видеозвонок
    call	ru	ios	missed_group_voice	strings	Пропущенный групповой аудиозвонок
    call	ru	ios	missed_group_video	strings	Пропущенный групповой видеозвонок
    call	ru	android	missed_voice	strings	Пропущенный аудиозвонок
    call	ru	android	missed_video	strings	Пропущенный видеозвонок
    call	fr	ios	missed_voice	strings	Appel vocal manqué
    call	fr	ios	missed_video	strings	Appel vidéo manqué
    call	fr	ios	missed_group_voice	strings	Appel vocal de groupe manqué
    call	fr	ios	missed_group_video	strings	Appel vidéo de groupe manqué
    call	fr	android	missed_voice	strings	Appel vocal manqué
    call	fr	android	missed_video	strings	Appel vidéo manqué
    call	it	ios	missed_voice	strings	Chiamata vocale persa
    call	it	ios	missed_video	strings	Videochiamata persa
    call	it	ios	missed_group_voice	strings	Chiamata vocale di gruppo persa
    call	it	ios	missed_group_video	strings	Videochiamata di gruppo persa
    call	it	android	missed_voice	strings	Chiamata vocale persa
    call	it	android	missed_video	strings	Videochiamata persa
    call	pt-PT	ios	missed_voice	strings	Chamada de voz perdida
    call	pt-PT	ios	missed_video	strings	Videochamada perdida
    call	pt-PT	ios	missed_group_voice	strings	Chamada de voz em grupo perdida
    call	pt-PT	ios	missed_group_video	strings	Videochamada em grupo perdida
    call	pt-PT	android	missed_voice	strings	Chamada de voz perdida
    call	pt-PT	android	missed_video	strings	Videochamada perdida
    call	es	ios	missed_voice	strings	Llamada perdida
    call	es	ios	missed_video	strings	Videollamada perdida
    call	es	ios	missed_group_voice	strings	Llamada grupal perdida
    call	es	ios	missed_group_video	strings	Videollamada grupal perdida
    call	es	android	missed_voice	strings	Llamada de voz perdida
    call	es	android	missed_video	strings	Videollamada perdida
    call	el	ios	missed_voice	strings	Αναπάντητη φωνητική κλήση
    call	el	ios	missed_video	strings	Αναπάντητη βιντεοκλήση
    call	el	ios	missed_group_voice	strings	Αναπάντητη ομαδική φωνητική κλήση
    call	el	ios	missed_group_video	strings	Αναπάντητη ομαδική βιντεοκλήση
    call	el	android	missed_voice	strings	Αναπάντητη κλήση
    call	el	android	missed_video	strings	Αναπάντητη βιντεοκλήση
    call	uk	ios	missed_voice	strings	Пропущений аудіодзвінок
    call	uk	ios	missed_video	strings	Пропущений відеодзвінок
    call	uk	ios	missed_group_voice	strings	Пропущений груповий аудіодзвінок
    call	uk	ios	missed_group_video	strings	Пропущений груповий відеодзвінок
    call	uk	android	missed_voice	strings	Пропущений аудіодзвінок
    call	uk	android	missed_video	strings	Пропущений відеодзвінок
    call	de	ios	missed_voice	strings	Verpasster Sprachanruf
    call	de	ios	missed_video	strings	Verpasster Videoanruf
    call	de	ios	missed_group_voice	strings	Verpasster Gruppen-Sprachanruf
    call	de	ios	missed_group_video	strings	Verpasster Gruppen-Videoanruf
    call	de	android	missed_voice	strings	Verpasster Sprachanruf
    call	de	android	missed_video	strings	Verpasster Videoanruf
    call	ar	ios	missed_voice	strings	مكالمة صوتية فائتة
    call	ar	ios	missed_video	strings	مكالمة فيديو فائتة
    call	ar	ios	missed_group_voice	strings	مكالمة صوتية جماعية فائتة
    call	ar	ios	missed_group_video	strings	مكالمة فيديو جماعية فائتة
    call	ar	android	missed_voice	strings	مكالمة صوتية فائتة
    call	ar	android	missed_video	strings	مكالمة فيديو فائتة
    call	bn	ios	missed_voice	strings	ভয়েস কল মিস করেছেন
    call	bn	ios	missed_video	strings	ভিডিও কল মিস করেছেন
    call	bn	ios	missed_group_voice	strings	মিস হওয়া গ্রুপ ভয়েস কল
    call	bn	ios	missed_group_video	strings	মিস হওয়া গ্রুপ ভিডিও কল
    call	bn	android	missed_voice	strings	মিসড ভয়েস কল
    call	bn	android	missed_video	strings	মিস করা ভিডিও কল
    call	zh-HK	ios	missed_voice	strings	未接語音通話
    call	zh-HK	ios	missed_video	strings	未接視像通話
    call	zh-HK	ios	missed_group_voice	strings	未接群組語音通話
    call	zh-HK	ios	missed_group_video	strings	未接群組視像通話
    call	zh-HK	android	missed_voice	strings	未接語音通話
    call	zh-HK	android	missed_video	strings	未接視像通話
    call	zh-Hant	ios	missed_voice	strings	未接語音通話
    call	zh-Hant	ios	missed_video	strings	未接視像通話
    call	zh-Hant	ios	missed_group_voice	strings	未接群組語音通話
    call	zh-Hant	ios	missed_group_video	strings	未接群組視像通話
    call	zh-Hant	android	missed_voice	strings	未接語音通話
    call	zh-Hant	android	missed_video	strings	未接視像通話
    call	zh-Hans	ios	missed_voice	strings	未接语音通话
    call	zh-Hans	ios	missed_video	strings	未接视频通话
    call	zh-Hans	ios	missed_group_voice	strings	未接群组语音通话
    call	zh-Hans	ios	missed_group_video	strings	未接群组视频通话
    call	zh-Hans	android	missed_voice	strings	未接语音通话
    call	zh-Hans	android	missed_video	strings	未接视频通话
    call	vi	ios	missed_voice	strings	Cuộc gọi nhỡ
    call	vi	ios	missed_video	strings	Cuộc gọi nhỡ video
    call	vi	ios	missed_group_voice	strings	Cuộc gọi nhỡ nhóm
    call	vi	ios	missed_group_video	strings	Cuộc gọi nhỡ video nhóm
    call	vi	android	missed_voice	strings	Cuộc gọi nhỡ
    call	vi	android	missed_video	strings	Cuộc gọi nhỡ video
    call	ur	ios	missed_voice	strings	مسڈ وائس کال
    call	ur	ios	missed_video	strings	مسڈ ویڈیو کال
    call	ur	ios	missed_group_voice	strings	مسڈ گروپ وائس کال
    call	ur	ios	missed_group_video	strings	مسڈ گروپ ویڈیو کال
    call	ur	android	missed_voice	strings	چھوٹی ہوئی صوتی کال
    call	ur	android	missed_video	strings	چھوٹی ہوئی ویڈیو کال
    call	tr	ios	missed_voice	strings	Cevapsız sesli arama
    call	tr	ios	missed_video	strings	Cevapsız görüntülü arama
    call	tr	ios	missed_group_voice	strings	Cevapsız sesli grup araması
    call	tr	ios	missed_group_video	strings	Cevapsız görüntülü grup araması
    call	tr	android	missed_voice	strings	Cevapsız sesli arama
    call	tr	android	missed_video	strings	Cevapsız görüntülü arama
    call	th	ios	missed_voice	strings	สายที่ไม่ได้รับ
    call	th	ios	missed_video	strings	วิดีโอคอลที่ไม่ได้รับ
    call	th	ios	missed_group_voice	strings	สายโทรเสียงแบบกลุ่มที่ไม่ได้รับ
    call	th	ios	missed_group_video	strings	วิดีโอคอลกลุ่มที่ไม่ได้รับ
    call	th	android	missed_voice	strings	สายที่ไม่ได้รับ
    call	th	android	missed_video	strings	สายโทรวิดีโอที่ไม่ได้รับ
    call	sv	ios	missed_voice	strings	Missat röstsamtal
    call	sv	ios	missed_video	strings	Missat videosamtal
    call	sv	ios	missed_group_voice	strings	Missat gruppröstsamtal
    call	sv	ios	missed_group_video	strings	Missat gruppvideosamtal
    call	sv	android	missed_voice	strings	Missat röstsamtal
    call	sv	android	missed_video	strings	Missat videosamtal
    call	sk	ios	missed_voice	strings	Zmeškaný hovor
    call	sk	ios	missed_video	strings	Zmeškaný videohovor
    call	sk	ios	missed_group_voice	strings	Zmeškaný skupinový hovor
    call	sk	ios	missed_group_video	strings	Zmeškaný skupinový videohovor
    call	sk	android	missed_voice	strings	Zmeškaný hlasový hovor
    call	sk	android	missed_video	strings	Zmeškaný videohovor
    call	pl	ios	missed_voice	strings	Nieodebrane poł. głosowe
    call	pl	ios	missed_video	strings	Nieodebrane poł. wideo
    call	pl	ios	missed_group_voice	strings	Nieodebrane grup. poł. głosowe
    call	pl	ios	missed_group_video	strings	Nieodebrane grupowe poł. wideo
    call	pl	android	missed_voice	strings	Nieodebrane połączenie
    call	pl	android	missed_video	strings	Nieodebrane poł. wideo
    call	ro	ios	missed_voice	strings	Apel vocal ratat
    call	ro	ios	missed_video	strings	Apel video ratat
    call	ro	ios	missed_group_voice	strings	Apel vocal de grup ratat
    call	ro	ios	missed_group_video	strings	Apel video de grup ratat
    call	ro	android	missed_voice	strings	Apel vocal nepreluat
    call	ro	android	missed_video	strings	Apel video nepreluat
    call	pt-BR	ios	missed_voice	strings	Chamada de voz perdida
    call	pt-BR	ios	missed_video	strings	Chamada de vídeo perdida
    call	pt-BR	ios	missed_group_voice	strings	Chamada de voz em grupo perdida
    call	pt-BR	ios	missed_group_video	strings	Chamada de vídeo em grupo perdida
    call	pt-BR	android	missed_voice	strings	Chamada de voz perdida
    call	pt-BR	android	missed_video	strings	Chamada de vídeo perdida
    call	nl	ios	missed_voice	strings	Gemist spraakgesprek
    call	nl	ios	missed_video	strings	Gemist videogesprek
    call	nl	ios	missed_group_voice	strings	Gemist groepsgesprek
    call	nl	ios	missed_group_video	strings	Gemist groepsvideogesprek
    call	nl	android	missed_voice	strings	Gemiste spraakoproep
    call	nl	android	missed_video	strings	Gemiste video-oproep
    call	nb	ios	missed_voice	strings	Tapt taleanrop
    call	nb	ios	missed_video	strings	Tapt videoanrop
    call	nb	ios	missed_group_voice	strings	Tapt gruppetaleanrop
    call	nb	ios	missed_group_video	strings	Tapt gruppevideoanrop
    call	nb	android	missed_voice	strings	Tapt taleanrop
    call	nb	android	missed_video	strings	Tapt videosamtale
    call	ms	ios	missed_voice	strings	Panggila suara terlepas
    call	ms	ios	missed_video	strings	Panggilan video terlepas
    call	ms	ios	missed_group_voice	strings	Panggilan suara grup terlepas
    call	ms	ios	missed_group_video	strings	Panggilan video grup terlepas
    call	ms	android	missed_voice	strings	Panggilan suara terlepas
    call	ms	android	missed_video	strings	Panggilan video terlepas
    call	mr	ios	missed_voice	strings	मिस्ड व्हॉइस कॉल
    call	mr	ios	missed_video	strings	मिस्ड व्हिडिओ कॉल
    call	mr	ios	missed_group_voice	strings	मिस्ड ग्रुप व्हॉइस कॉल
    call	mr	ios	missed_group_video	strings	मिस्ड ग्रुप व्हिडिओ कॉल
    call	mr	android	missed_voice	strings	मिस्ड व्हॉइस कॉल
    call	mr	android	missed_video	strings	मिस्ड व्हिडिओ कॉल
    call	ko	ios	missed_voice	strings	부재중 전화
    call	ko	ios	missed_video	strings	부재중 영상통화
    call	ko	ios	missed_group_voice	strings	부재중 그룹 통화
    call	ko	ios	missed_group_video	strings	부재중 그룹 영상통화
    call	ko	android	missed_voice	strings	부재중 전화
    call	ko	android	missed_video	strings	부재중 영상통화
    call	ja	ios	missed_voice	strings	音声通話不在着信
    call	ja	ios	missed_video	strings	ビデオ通話不在着信
    call	ja	ios	missed_group_voice	strings	グループ音声通話不在着信
    call	ja	ios	missed_group_video	strings	グループビデオ通話不在着信
    call	ja	android	missed_voice	strings	不在着信
    call	ja	android	missed_video	strings	ビデオ通話不在着信
    call	hu	ios	missed_voice	strings	Nem fogadott hanghívás
    call	hu	ios	missed_video	strings	Nem fogadott videohívás
    call	hu	ios	missed_group_voice	strings	Nem fogadott csoportos hanghívás
    call	hu	ios	missed_group_video	strings	Nem fogadott csoportos videohívás
    call	hu	android	missed_voice	strings	Nem fogadott hanghívás
    call	hu	android	missed_video	strings	Nem fogadott videóhívás
    call	id	ios	missed_voice	strings	Panggilan suara tak terjawab
    call	id	ios	missed_video	strings	Panggilan video tak terjawab
    call	id	ios	missed_group_voice	strings	Panggilan suara grup tak terjawab
    call	id	ios	missed_group_video	strings	Panggilan video grup tak terjawab
    call	id	android	missed_voice	strings	Panggilan suara tak terjawab
    call	id	android	missed_video	strings	Panggilan video tak terjawab
    call	hr	ios	missed_voice	strings	Propušteni glasovni poziv
    call	hr	ios	missed_video	strings	Propušteni videopoziv
    call	hr	ios	missed_group_voice	strings	Propušteni grupni glasovni poziv
    call	hr	ios	missed_group_video	strings	Propušteni grupni videopoziv
    call	hr	android	missed_voice	strings	Propušten glasovni poziv
    call	hr	android	missed_video	strings	Propušten video poziv
    call	hi	ios	missed_voice	strings	वॉइस कॉल मिस हुई
    call	hi	ios	missed_video	strings	मिस्ड वीडियो कॉल
    call	hi	ios	missed_group_voice	strings	ग्रुप वॉइस कॉल मिस हुई
    call	hi	ios	missed_group_video	strings	मिस्ड ग्रुप वीडियो कॉल
    call	hi	android	missed_voice	strings	छूटी हुई ध्वनि कॉल
    call	hi	android	missed_video	strings	छूटी हुई विडियो कॉल
    call	gu	ios	missed_voice	strings	છૂટી ગયેલો વોઇસ કૉલ
    call	gu	ios	missed_video	strings	છૂટી ગયેલ વિડિયો કૉલ
    call	gu	ios	missed_group_voice	strings	છૂટી ગયેલાં ગ્રૂપ વોઇસ કૉલ
    call	gu	ios	missed_group_video	strings	છૂટી ગયેલો ગ્રૂપ વીડિયો કૉલ
    call	gu	android	missed_voice	strings	છૂટી ગયેલ ધ્વનિ કૉલ
    call	gu	android	missed_video	strings	છૂટી ગયેલ વિડિઓ કૉલ
    call	ga	ios	missed_voice	strings	Guthghlao caillte
    call	ga	ios	missed_video	strings	Físghlao caillte
    call	ga	ios	missed_group_voice	strings	Guthghlao grúpa a cailleadh
    call	ga	ios	missed_group_video	strings	Físghlao grúpa a cailleadh
    call	fi	ios	missed_voice	strings	Vastaamaton äänipuhelu
    call	fi	ios	missed_video	strings	Vastaamaton videopuhelu
    call	fi	ios	missed_group_voice	strings	Vastaamaton ryhmä-äänipuhelu
    call	fi	ios	missed_group_video	strings	Vastaamaton ryhmävideopuhelu
    call	fi	android	missed_voice	strings	Vastaamaton äänipuhelu
    call	fi	android	missed_video	strings	Vastaamaton videopuhelu
    call	fa	ios	missed_voice	strings	تماس صوتی پاسخ داده نشده
    call	fa	ios	missed_video	strings	تماس تصویری بی‌پاسخ
    call	fa	ios	missed_group_voice	strings	تماس صوتی گروهی پاسخ داده نشده
    call	fa	ios	missed_group_video	strings	تماس تصویری گروهی پاسخ داده نشده
    call	fa	android	missed_voice	strings	تماس صوتی پاسخ داده نشده
    call	fa	android	missed_video	strings	تماس تصویری پاسخ داده نشده
    call	da	ios	missed_voice	strings	Ubesvaret taleopkald
    call	da	ios	missed_video	strings	Ubesvaret videoopkald
    call	da	ios	missed_group_voice	strings	Ubesvaret gruppetaleopkald
    call	da	ios	missed_group_video	strings	Ubesvaret gruppevideoopkald
    call	da	android	missed_voice	strings	Mistet opkald
    call	da	android	missed_video	strings	Mistede video opkald
    call	cs	ios	missed_voice	strings	Zmeškaný hovor
    call	cs	ios	missed_video	strings	Zmeškaný videohovor
    call	cs	ios	missed_group_voice	strings	Zmeškaný skupinový hovor
    call	cs	ios	missed_group_video	strings	Zmeškaný skupinový videohovor
    call	cs	android	missed_voice	strings	Zmeškaný hlasový hovor
    call	cs	android	missed_video	strings	Zmeškaný videohovor
    call	ca	ios	missed_voice	strings	Trucada de veu perduda
    call	ca	ios	missed_video	strings	Videotrucada perduda
    call	ca	ios	missed_group_voice	strings	Trucada de veu en grup perduda
    call	ca	ios	missed_group_video	strings	Videotrucada de grup perduda
    call	ca	android	missed_voice	strings	Trucada de veu perduda
    call	ca	android	missed_video	strings	Trucada de vídeo perduda
    call	af	android	missed_voice	strings	Stemoproep gemis
    call	af	android	missed_video	strings	Video-oproep gemis
    call	az	android	missed_voice	strings	Buraxılmış zəng
    call	az	android	missed_video	strings	Buraxılmış video zəng
    call	bg	android	missed_voice	strings	Пропуснато гласово обаждане
    call	bg	android	missed_video	strings	Пропуснато видео обаждане
    call	et	android	missed_voice	strings	Vastamata häälkõne
    call	et	android	missed_video	strings	Vastamata videokõne
    call	kk	android	missed_voice	strings	Жауапсыз қоңырау
    call	kk	android	missed_video	strings	Жауапсыз видео қоңырау
    call	kn	android	missed_voice	strings	ತಪ್ಪಿದ ಧ್ವನಿ ಕರೆ
    call	kn	android	missed_video	strings	ತಪ್ಪಿದ ದೃಶ್ಯ ಕರೆ
    call	lt	android	missed_voice	strings	Praleistas balso skambutis
    call	lt	android	missed_video	strings	Praleistas video skambutis
    call	lv	android	missed_voice	strings	Neatbildēts balss zvans
    call	lv	android	missed_video	strings	Neatbildēts video zvans
    call	mk	android	missed_voice	strings	Пропуштен гласовен повик
    call	mk	android	missed_video	strings	Пропуштен видео повик
    call	ml	android	missed_voice	strings	വിളി നഷ്ടപ്പെട്ടു
    call	ml	android	missed_video	strings	നഷ്ടമായ വീഡിയോ കാൾ
    call	pa	android	missed_voice	strings	ਮਿਸ ਹੋਈ ਆਵਾਜ਼ ਕਾਲ
    call	pa	android	missed_video	strings	ਮਿਸ ਹੋਈ ਵੀਡੀਓ ਕਾਲ
    call	sl	android	missed_voice	strings	Zgrešen klic
    call	sl	android	missed_video	strings	Neodgovorjen video klic
    call	sq	android	missed_voice	strings	Thirrje e shmangur
    call	sq	android	missed_video	strings	Videothirrje e shmangur
    call	sr	android	missed_voice	strings	Пропуштен гласовни позив
    call	sr	android	missed_video	strings	Пропуштен видео позив
    call	sw	android	missed_voice	strings	Simu ya sauti uliyoikosa
    call	sw	android	missed_video	strings	Simu ya video uliyoikosa
    call	ta	android	missed_voice	strings	தவறிய குரல் அழைப்பு
    call	ta	android	missed_video	strings	தவறிய காணொலி அழைப்பு
    call	te	android	missed_voice	strings	మిస్సేడ్ వాయిస్ కాల్
    call	te	android	missed_video	strings	తప్పిన వీడియోకాల్
    call	tl	android	missed_voice	strings	Nakaligtaang voice call
    call	tl	android	missed_video	strings	Nakaligtaang video call
    call	uz	android	missed_voice	strings	O‘tkazib yub. ovozli qo‘ng‘iroq
    call	uz	android	missed_video	strings	O‘tkazib yub. videoqo‘ng‘iroq
    call	zh-Hans-SG	android	missed_voice	strings	未接语音通话
    call	zh-Hans-SG	android	missed_video	strings	未接视频通话
    system	en	ios	e2e	strings	Messages and calls are end-to-end en…
    system	en	ios	e2e_now	strings	Messages and calls are now end-to-en…
    system	en	ios	e2e_chat_old	strings	Messages to this chat and calls are …
    system	en	ios	security_code	strings	Your security code with {} changed.
    system	en	ios	created_this_group	strings	{} created this group
    system	en	ios	created_group_named	strings	{1} created group “{2}”
    system	en	ios	left	strings	{} left
    system	en	ios	removed_you	strings	{} removed you
    system	en	ios	added_you	strings	{} added you
    system	en	ios	added	strings	{1} added {2}
    system	en	ios	removed	strings	{1} removed {2}
    system	en	ios	joined_link	strings	{} joined using this group's invite …
    system	en	ios	you_joined_link	strings	You joined using this group's invite…
    system	en	ios	subject_changed	strings	{1} changed the subject to “{2}”
    system	en	ios	icon_changed	strings	{} changed this group's icon
    system	en	ios	icon_deleted	strings	{} deleted this group's icon
    system	en	ios	description_changed	strings	{1} changed the group description
    system	en	ios	number_changed	strings	{1} changed their phone number to a …
    system	en	ios	waiting	strings	Waiting for this message. This may t…
    system	en	ios	you_are_admin	strings	You're now an admin
    system	en	ios	deleted_by_admin	strings	This message was deleted by an admin…
    system	he	ios	e2e	strings	ההודעות והשיחות מוצפנות מקצה-לקצה. ל…
    system	he	ios	e2e_chat_old	strings	ההודעות בצ'אט זה והשיחות מאובטחות מע…
    system	he	ios	e2e_short	strings	ההודעות והשיחות מוצפנות מקצה לקצה.
    system	he	ios	security_code	strings	קוד האבטחה עם {} שונה.
    system	he	ios	created_this_group	strings	קבוצה זו נוצרה על -ידי {}
    system	he	ios	created_group_named	strings	הקבוצה "{2}" נוצרה על ידי {1}
    system	he	ios	left	strings	{} עזב/ה.
    system	he	ios	removed_you	strings	{} הסיר/ה אותך
    system	he	ios	added_you	strings	צורפת על-ידי {}
    system	he	ios	added	strings	{1} צירף/ה את {2}
    system	he	ios	removed	strings	{1} הסיר/ה את {2}
    system	he	ios	joined_link	strings	ההצטרפות של {} בוצעה באמצעות קישור ה…
    system	he	ios	you_joined_link	strings	הצטרפת לקבוצה דרך קישור הזמנה של הקב…
    system	he	ios	subject_changed	strings	הנושא שונה ל-"{2}" ע״י {1}
    system	he	ios	icon_changed	strings	תמונת הקבוצה הוחלפה על-ידי {}
    system	he	ios	icon_deleted	strings	{} מחק/ה את תמונת קבוצה זו
    system	he	ios	description_changed	strings	תיאור הקבוצה שונה על ידי {1}
    system	he	ios	number_changed	strings	{1} החליף/ה את מספר הטלפון למספר חדש…
    system	he	ios	waiting	strings	בהמתנה להודעה זו. פעולה זו עשויה להי…
    system	he	ios	you_are_admin	strings	הינך מנהל/ת קבוצה כעת.
    system	he	ios	deleted_by_admin	strings	ההודעה נמחקה על ידי מנהל/ת.
    system	he	android	e2e_chat_old	strings	כעת השיחות וההודעות הנשלחות בצ'אט זה…
    system	he	android	e2e_group_old	strings	כעת ההודעות הנשלחות בקבוצה זו מאובטח…
    system	he	android	security_code	strings	קוד האבטחה של {} השתנה. הקש/י למידע …
    system	he	android	created_group_named	strings	{1} יצר/ה את הקבוצה "{2}"
    system	he	android	you_created_group	strings	את/ה יצרת את הקבוצה "{1}"
    system	he	android	was_added	strings	{} נוסף/ה לקבוצה
    system	he	android	you_were_added	strings	נוספת לקבוצה
    system	he	android	left	strings	{} עזב/ה
    system	he	android	you_left	strings	את/ה עזבת
    system	he	android	was_removed	strings	{} הוסר/ה
    system	he	android	you_were_removed	strings	הוסרת מהקבוצה
    system	he	android	joined_link	strings	{} הצטרף/ה באמצעות קישור ההזמנה של ק…
    system	he	android	you_are_admin	strings	את/ה כעת מנהל/ת
    system	he	android	you_are_not_admin	strings	את/ה כבר לא מנהל/ת
    system	he	android	subject_changed	strings	{1} החליף/ה את הנושא ל-"{2}"
    system	he	android	subject_changed_from_to	strings	{1} החליף/ה את נושא הקבוצה מ-"{2}" ל…
    system	he	android	description_changed	strings	{1} שינה/תה את תיאור הקבוצה
    system	he	android	number_changed	strings	המספר של {1} השתנה מ-{2} ל-{3}
    system	he	android	number_changed_group	strings	{1} השתנה מ-{2} ל-{3}
    system	he	android	group_ended	strings	{} סגר/ה קבוצה זו
    system	ru	ios	e2e	strings	Сообщения и звонки защищены сквозным…
    system	ru	ios	e2e_now	strings	Сообщения и звонки теперь защищены с…
    system	ru	ios	e2e_chat_old	strings	Сообщения и звонки в данном чате теп…
    system	ru	ios	security_code	strings	Ваш код безопасности с контактом {} …
    system	ru	ios	created_this_group	strings	Группа создана контактом {}
    system	ru	ios	created_group_named	strings	{1} создал(-а) группу “{2}”
    system	ru	ios	left	strings	{} покинул(-а) группу
    system	ru	ios	removed_you	strings	{} удалил(-а) вас
    system	ru	ios	added_you	strings	{} добавил(-а) вас
    system	ru	ios	added	strings	{1} добавил(-а) {2}
    system	ru	ios	removed	strings	{1} удалил(-а) {2}
    system	ru	ios	joined_link	strings	{} вступил(-а) в группу, используя п…
    system	ru	ios	you_joined_link	strings	Вы вступили в группу, используя приг…
    system	ru	ios	subject_changed	strings	{1} изменил(-а) тему на “{2}”
    system	ru	ios	icon_changed	strings	{} изменил(-а) картинку группы
    system	ru	ios	icon_deleted	strings	{} удалил(-а) картинку группы
    system	ru	ios	description_changed	strings	{1} изменил(-а) описание группы
    system	ru	ios	number_changed	strings	{1} сменил(-а) номер телефона.
    system	ru	ios	waiting	strings	Ожидание сообщения. Это может занять…
    system	ru	ios	you_are_admin	strings	Теперь вы админ
    system	ru	ios	deleted_by_admin	strings	Данное сообщение удалено админом.
    system	ru	android	e2e_chat_old	strings	Сообщения в данном чате и звонки теп…
    system	ru	android	e2e_group_old	strings	Сообщения в данной группе теперь защ…
    system	ru	android	security_code	strings	Код безопасности пользователя {} изм…
    system	ru	android	created_group_named	strings	{1} создал(-а) группу "{2}"
    system	ru	android	you_created_group	strings	Вы создали группу "{1}"
    system	ru	android	was_added	strings	{} был(-а) добавлен(-а)
    system	ru	android	you_were_added	strings	Вы были добавлены
    system	ru	android	left	strings	{} покинул(-а) группу
    system	ru	android	you_left	strings	Вы покинули группу
    system	ru	android	was_removed	strings	{} был(-а) удален(-а)
    system	ru	android	you_were_removed	strings	Вы были удалены
    system	ru	android	joined_link	strings	{} присоединился(-ась) к группе, исп…
    system	ru	android	you_are_admin	strings	Теперь вы админ
    system	ru	android	you_are_not_admin	strings	Вы больше не являетесь админом
    system	ru	android	subject_changed	strings	{1} изменил(-а) тему на "{2}"
    system	ru	android	subject_changed_from_to	strings	{1} изменил(-а) тему с "{2}" на "{3}…
    system	ru	android	description_changed	strings	{1} изменил(-а) описание группы
    system	ru	android	number_changed	strings	Номер контакта {1} был изменен с {2}…
    system	ru	android	number_changed_group	strings	{1} изменил(-а) номер с {2} на {3}
    system	ru	android	group_ended	strings	{} закрыл(-а) группу
    system	fr	ios	e2e	strings	Les messages et les appels sont chif…
    system	fr	ios	e2e_now	strings	Les messages et les appels sont déso…
    system	fr	ios	e2e_chat_old	strings	Les messages envoyés dans cette disc…
    system	fr	ios	security_code	strings	Votre code de sécurité avec {} a cha…
    system	fr	ios	created_this_group	strings	{} a créé ce groupe
    system	fr	ios	created_group_named	strings	{1} a créé le groupe “{2}”
    system	fr	ios	left	strings	{} est parti·e
    system	fr	ios	removed_you	strings	{} vous a retiré·e
    system	fr	ios	added_you	strings	{} vous a ajouté·e
    system	fr	ios	added	strings	{1} a ajouté {2}
    system	fr	ios	removed	strings	{1} a retiré {2}
    system	fr	ios	joined_link	strings	{} a rejoint ce groupe grâce à son l…
    system	fr	ios	you_joined_link	strings	Vous avez rejoint le groupe grâce à …
    system	fr	ios	subject_changed	strings	{1} a remplacé le sujet par "{2}".
    system	fr	ios	icon_changed	strings	{} a changé l'icône de ce groupe
    system	fr	ios	icon_deleted	strings	{} a supprimé l'icône de ce groupe
    system	fr	ios	description_changed	strings	{1} a changé la description du group…
    system	fr	ios	number_changed	strings	{1} a changé de numéro de téléphone.
    system	fr	ios	waiting	strings	En attente de ce message. Ceci pourr…
    system	fr	ios	you_are_admin	strings	Vous êtes désormais admin
    system	fr	ios	deleted_by_admin	strings	Ce message a été supprimé par un ou …
    system	fr	android	e2e_chat_old	strings	Les messages envoyés dans cette disc…
    system	fr	android	e2e_group_old	strings	Les messages envoyés dans ce groupe …
    system	fr	android	security_code	strings	Le code de sécurité de {} a changé. …
    system	fr	android	created_group_named	strings	{1} a créé le groupe "{2}"
    system	fr	android	you_created_group	strings	Vous avez créé le groupe “{1}”
    system	fr	android	was_added	strings	{} a été ajouté(e)
    system	fr	android	you_were_added	strings	Vous avez été ajouté(e)
    system	fr	android	left	strings	{} est parti
    system	fr	android	you_left	strings	Groupe quitté
    system	fr	android	was_removed	strings	{} a été retiré(e)
    system	fr	android	you_were_removed	strings	Vous avez été retiré(e)
    system	fr	android	joined_link	strings	{} a intégré ce groupe grâce au lien…
    system	fr	android	you_are_admin	strings	Vous êtes maintenant un administrate…
    system	fr	android	you_are_not_admin	strings	Vous n'êtes plus un administrateur
    system	fr	android	subject_changed	strings	{1} a modifié le sujet en “{2}”
    system	fr	android	subject_changed_from_to	strings	{1} a modifié le sujet “{2}” en “{3}…
    system	fr	android	description_changed	strings	{1} a changé la description du group…
    system	fr	android	number_changed	strings	Le numéro de {1} est passé du {2} au…
    system	fr	android	number_changed_group	strings	{1} est passé de {2} à {3}
    system	fr	android	group_ended	strings	{} a fermé ce groupe
    system	it	ios	e2e	strings	I messaggi e le chiamate sono critto…
    system	it	ios	e2e_chat_old	strings	I messaggi inviati a questa chat e l…
    system	it	ios	e2e_short	strings	Le chiamate e i messaggi sono critto…
    system	it	ios	security_code	strings	Il tuo codice di sicurezza con {} è …
    system	it	ios	created_this_group	strings	{} ha creato questo gruppo.
    system	it	ios	created_group_named	strings	{1} ha creato il gruppo "{2}".
    system	it	ios	left	strings	{} ha abbandonato.
    system	it	ios	removed_you	strings	{} ti ha rimosso.
    system	it	ios	added_you	strings	{} ti ha aggiunto.
    system	it	ios	added	strings	{1} ha aggiunto {2}
    system	it	ios	removed	strings	{1} ha rimosso {2}
    system	it	ios	joined_link	strings	{} ha usato il link d'invito per ent…
    system	it	ios	you_joined_link	strings	Hai usato il link d'invito per entra…
    system	it	ios	subject_changed	strings	{1} ha cambiato l'oggetto in “{2}”
    system	it	ios	icon_changed	strings	{} ha cambiato l'immagine di questo …
    system	it	ios	icon_deleted	strings	{} ha rimosso l'immagine di questo g…
    system	it	ios	description_changed	strings	{1} ha cambiato la descrizione del g…
    system	it	ios	number_changed	strings	{1} ha cambiato numero.
    system	it	ios	waiting	strings	In attesa del messaggio. Potrebbe vo…
    system	it	ios	you_are_admin	strings	Ora sei un amministratore.
    system	it	ios	deleted_by_admin	strings	Questo messaggio è stato eliminato d…
    system	it	android	e2e_chat_old	strings	I messaggi inviati a questa chat son…
    system	it	android	e2e_group_old	strings	I messaggi inviati a questo gruppo s…
    system	it	android	security_code	strings	Il codice sicurezza di {} è cambiato…
    system	it	android	created_group_named	strings	{1} ha creato il gruppo “{2}”
    system	it	android	you_created_group	strings	Hai creato il gruppo “{1}”
    system	it	android	was_added	strings	{} è stato aggiunto
    system	it	android	you_were_added	strings	Sei stato aggiunto
    system	it	android	left	strings	{} ha abbandonato
    system	it	android	you_left	strings	Hai abbandonato
    system	it	android	was_removed	strings	{} è stato rimosso
    system	it	android	you_were_removed	strings	Sei stato rimosso
    system	it	android	joined_link	strings	{} è entrato usando il link d'invito…
    system	it	android	you_are_admin	strings	Ora sei un amministratore
    system	it	android	you_are_not_admin	strings	Non sei più un amministratore
    system	it	android	subject_changed	strings	{1} ha cambiato l'oggetto in “{2}”
    system	it	android	subject_changed_from_to	strings	{1} ha cambiato l'oggetto da “{2}” a…
    system	it	android	description_changed	strings	{1} ha cambiato la descrizione del g…
    system	it	android	number_changed	strings	{1} ha cambiato numero da {2} a {3}.
    system	it	android	number_changed_group	strings	{1} ha cambiato numero da {2} a {3}
    system	it	android	group_ended	strings	{} ha chiuso questo gruppo
    system	pt-PT	ios	e2e	strings	As mensagens e chamadas são encripta…
    system	pt-PT	ios	e2e_now	strings	As mensagens e chamadas estão agora …
    system	pt-PT	ios	e2e_chat_old	strings	Nesta conversa, as mensagens e as ch…
    system	pt-PT	ios	e2e_short	strings	As mensagens e as chamadas são encri…
    system	pt-PT	ios	security_code	strings	O seu código de segurança partilhado…
    system	pt-PT	ios	created_this_group	strings	{} criou este grupo
    system	pt-PT	ios	created_group_named	strings	{1} criou o grupo “{2}”
    system	pt-PT	ios	left	strings	{} saiu do grupo
    system	pt-PT	ios	removed_you	strings	Foi removido do grupo por {}
    system	pt-PT	ios	added_you	strings	Foi adicionado/a a este grupo por {}
    system	pt-PT	ios	added	strings	{1} adicionou {2} a este grupo
    system	pt-PT	ios	removed	strings	{1} removeu {2} do grupo
    system	pt-PT	ios	joined_link	strings	{} entrou no grupo através da ligaçã…
    system	pt-PT	ios	you_joined_link	strings	Entrou no grupo através da ligação d…
    system	pt-PT	ios	subject_changed	strings	O título do grupo foi alterado para …
    system	pt-PT	ios	icon_changed	strings	{} alterou o ícone deste grupo
    system	pt-PT	ios	icon_deleted	strings	{} apagou o ícone deste grupo
    system	pt-PT	ios	description_changed	strings	{1} alterou a descrição do grupo
    system	pt-PT	ios	number_changed	strings	{1} mudou de número de telemóvel.
    system	pt-PT	ios	waiting	strings	A aguardar pela mensagem. Isto pode …
    system	pt-PT	ios	you_are_admin	strings	Passou a ser administrador/a deste g…
    system	pt-PT	ios	deleted_by_admin	strings	Esta mensagem foi apagada por um/a a…
    system	pt-PT	android	e2e_chat_old	strings	Nesta conversa, as mensagens que env…
    system	pt-PT	android	e2e_group_old	strings	As mensagens que enviar a este grupo…
    system	pt-PT	android	security_code	strings	O código de segurança de {} foi alte…
    system	pt-PT	android	created_group_named	strings	{1} criou o grupo "{2}"
    system	pt-PT	android	you_created_group	strings	Criou o grupo "{1}"
    system	pt-PT	android	was_added	strings	{} foi adicionado a este grupo
    system	pt-PT	android	you_were_added	strings	Foi adicionado a este grupo
    system	pt-PT	android	left	strings	{} saiu do grupo
    system	pt-PT	android	you_left	strings	Saiu do grupo
    system	pt-PT	android	was_removed	strings	{} foi removido
    system	pt-PT	android	you_were_removed	strings	Foi removido do grupo
    system	pt-PT	android	joined_link	strings	{} entrou no grupo através da ligaçã…
    system	pt-PT	android	you_are_admin	strings	Passou a ser administrador deste gru…
    system	pt-PT	android	you_are_not_admin	strings	Deixou de ser administrador deste gr…
    system	pt-PT	android	subject_changed	strings	{1} alterou o assunto da conversa pa…
    system	pt-PT	android	subject_changed_from_to	strings	{1} alterou o assunto do grupo "{2}"…
    system	pt-PT	android	description_changed	strings	{1} alterou a descrição do grupo
    system	pt-PT	android	number_changed	strings	O número de telemóvel de {1} foi alt…
    system	pt-PT	android	number_changed_group	strings	{1} mudou do número {2} para {3}
    system	pt-PT	android	group_ended	strings	{} apagou este grupo
    system	es	ios	e2e	strings	Los mensajes y las llamadas están ci…
    system	es	ios	e2e_now	strings	Ahora los mensajes y las llamadas es…
    system	es	ios	e2e_chat_old	strings	Los mensajes y llamadas en este chat…
    system	es	ios	security_code	strings	Cambió tu código de seguridad con {}…
    system	es	ios	created_this_group	strings	{} creó este grupo.
    system	es	ios	created_group_named	strings	{1} creó el grupo “{2}”
    system	es	ios	left	strings	{} salió del grupo.
    system	es	ios	removed_you	strings	{} te eliminó
    system	es	ios	added_you	strings	{} te añadió.
    system	es	ios	added	strings	{1} añadió a {2}
    system	es	ios	removed	strings	{1} eliminó a {2}
    system	es	ios	joined_link	strings	{} se unió usando el enlace de invit…
    system	es	ios	you_joined_link	strings	Te uniste mediante el enlace de invi…
    system	es	ios	subject_changed	strings	{1} cambió el asunto a “{2}”
    system	es	ios	icon_changed	strings	{} cambió el ícono de este grupo
    system	es	ios	icon_deleted	strings	{} eliminó el ícono de este grupo
    system	es	ios	description_changed	strings	{1} cambió la descripción del grupo
    system	es	ios	number_changed	strings	{1} cambió su número de teléfono.
    system	es	ios	waiting	strings	Esperando el mensaje. Esto puede tom…
    system	es	ios	you_are_admin	strings	Ahora eres admin. del grupo.
    system	es	ios	deleted_by_admin	strings	Un admin. eliminó este mensaje.
    system	es	android	e2e_chat_old	strings	Los mensajes y llamadas en este chat…
    system	es	android	e2e_group_old	strings	Los mensajes en este grupo ahora est…
    system	es	android	security_code	strings	El código de seguridad de {} cambió.…
    system	es	android	created_group_named	strings	{1} creó el grupo "{2}"
    system	es	android	you_created_group	strings	Creaste el grupo "{1}"
    system	es	android	was_added	strings	Se añadió a {}
    system	es	android	you_were_added	strings	Se te añadió al grupo
    system	es	android	left	strings	{} salió
    system	es	android	you_left	strings	Saliste
    system	es	android	was_removed	strings	Se eliminó a {}
    system	es	android	you_were_removed	strings	Se te eliminó del grupo
    system	es	android	joined_link	strings	{} se unió usando el enlace de invit…
    system	es	android	you_are_admin	strings	Ahora eres un administrador
    system	es	android	you_are_not_admin	strings	Ya no eres administrador
    system	es	android	subject_changed	strings	{1} cambió el asunto a "{2}"
    system	es	android	subject_changed_from_to	strings	{1} cambió el asunto de "{2}" a "{3}…
    system	es	android	description_changed	strings	{1} cambió la descripción del grupo
    system	es	android	number_changed	strings	El número de {1} cambió de {2} a {3}…
    system	es	android	number_changed_group	strings	{1} cambió de {2} a {3}
    system	es	android	group_ended	strings	{} cerró este grupo
    system	el	ios	e2e	strings	Τα μηνύματα και οι κλήσεις κρυπτογρα…
    system	el	ios	e2e_now	strings	Τα μηνύματα και οι κλήσεις πλέον κρυ…
    system	el	ios	e2e_chat_old	strings	Τα μηνύματα σε αυτήν τη συνομιλία κα…
    system	el	ios	security_code	strings	Ο κωδικός ασφαλείας σας με {} άλλαξε…
    system	el	ios	created_this_group	strings	{} δημιούργησε αυτήν την ομάδα
    system	el	ios	created_group_named	strings	{1} δημιούργησε την ομάδα “{2}”
    system	el	ios	left	strings	{} αποσυνδέθηκε
    system	el	ios	removed_you	strings	{} σας κατάργησε
    system	el	ios	added_you	strings	{} σας πρόσθεσε
    system	el	ios	added	strings	{1} πρόσθεσε {2}
    system	el	ios	removed	strings	{1} αφαίρεσε {2}
    system	el	ios	joined_link	strings	{} συμμετέχει χρησιμοποιώντας τον σύ…
    system	el	ios	you_joined_link	strings	Συμμετέχετε χρησιμοποιώντας τον σύνδ…
    system	el	ios	subject_changed	strings	{1} άλλαξε το θέμα σε “{2}”
    system	el	ios	icon_changed	strings	{} άλλαξε το εικονίδιο αυτής της ομά…
    system	el	ios	icon_deleted	strings	{} διέγραψε το εικονίδιο αυτής της ο…
    system	el	ios	description_changed	strings	{1} άλλαξε την ονομασία της ομάδας
    system	el	ios	number_changed	strings	{1} άλλαξε το αριθμό τηλεφώνου του σ…
    system	el	ios	waiting	strings	Αναμονή για αυτό το μήνυμα. Μπορεί ν…
    system	el	ios	you_are_admin	strings	Είστε τώρα διαχειριστής
    system	el	ios	deleted_by_admin	strings	Αυτό το μήνυμα διαγράφηκε από έναν δ…
    system	el	android	e2e_chat_old	strings	Τα μηνύματα και οι κλήσεις προς αυτή…
    system	el	android	e2e_group_old	strings	Τα μηνύματα προς αυτήν την ομάδα είν…
    system	el	android	security_code	strings	Ο κωδικός ασφαλείας του {} έχει αλλά…
    system	el	android	created_group_named	strings	{1} δημιούργησε την ομάδα "{2}"
    system	el	android	you_created_group	strings	Δημιουργήσατε την ομάδα "{1}"
    system	el	android	was_added	strings	{} προστέθηκε
    system	el	android	you_were_added	strings	Προστεθήκατε
    system	el	android	left	strings	{} αποχώρησε
    system	el	android	you_left	strings	Αποχωρήσατε
    system	el	android	was_removed	strings	{} καταργήθηκε
    system	el	android	you_were_removed	strings	Καταργηθήκατε
    system	el	android	joined_link	strings	{} συμμετέχει χρησιμοποιώντας τον σύ…
    system	el	android	you_are_admin	strings	Είστε τώρα διαχειριστής
    system	el	android	you_are_not_admin	strings	Δεν είστε πλέον διαχειριστής
    system	el	android	subject_changed	strings	{1} άλλαξε το θέμα σε "{2}"
    system	el	android	subject_changed_from_to	strings	{1} άλλαξε το θέμα από "{2}" σε "{3}…
    system	el	android	description_changed	strings	{1} άλλαξε την ονομασία της ομάδας
    system	el	android	number_changed	strings	Ο αριθμός του {1} άλλαξε από {2} σε …
    system	el	android	number_changed_group	strings	{1} άλλαξε από {2} σε {3}
    system	el	android	group_ended	strings	{} τερμάτισε αυτήν την ομάδα
    system	uk	ios	e2e	strings	Повідомлення й дзвінки захищено наск…
    system	uk	ios	e2e_now	strings	Повідомлення й дзвінки тепер захищен…
    system	uk	ios	e2e_chat_old	strings	Повідомлення цієї бесіди та дзвінки …
    system	uk	ios	security_code	strings	Код безпеки з контактом {} змінився.
    system	uk	ios	created_this_group	strings	{} створив(-ла) цю групу
    system	uk	ios	created_group_named	strings	{1} створив(-ла) групу «{2}»
    system	uk	ios	left	strings	{} вийшов(-ла) з групи
    system	uk	ios	removed_you	strings	Учасник {} вилучив вас
    system	uk	ios	added_you	strings	{} додав(-ла) вас
    system	uk	ios	added	strings	{1} додав(-ла) {2}
    system	uk	ios	removed	strings	Учасник {1} вилучив учасника {2}
    system	uk	ios	joined_link	strings	{} приєднався(-лася) до групи, викор…
    system	uk	ios	you_joined_link	strings	Ви приєдналися до групи, використавш…
    system	uk	ios	subject_changed	strings	Учасник {1} змінив тему на «{2}»
    system	uk	ios	icon_changed	strings	{} змінив(-ла) значок групи
    system	uk	ios	icon_deleted	strings	{} видалив(-ла) значок групи
    system	uk	ios	description_changed	strings	{1} змінив(-ла) опис групи
    system	uk	ios	number_changed	strings	{1} змінив(-ла) номер телефону на но…
    system	uk	ios	waiting	strings	Очікування повідомлення. Це може зай…
    system	uk	ios	you_are_admin	strings	Тепер ви адміністратор
    system	uk	ios	deleted_by_admin	strings	Адміністратор видалив це повідомленн…
    system	uk	android	e2e_chat_old	strings	Повідомлення у цій бесіді та дзвінки…
    system	uk	android	e2e_group_old	strings	Повідомлення у цій групі тепер захищ…
    system	uk	android	security_code	strings	Код безпеки користувача {} змінився.…
    system	uk	android	created_group_named	strings	{1} створив групу "{2}"
    system	uk	android	you_created_group	strings	Ви створили групу "{1}"
    system	uk	android	was_added	strings	Додано {}
    system	uk	android	you_were_added	strings	Вас додано
    system	uk	android	left	strings	{} покинув(-ла) групу
    system	uk	android	you_left	strings	Ви вийшли
    system	uk	android	was_removed	strings	{} видалено
    system	uk	android	you_were_removed	strings	Вас видалено
    system	uk	android	joined_link	strings	{} приєднався(-лася) до групи, викор…
    system	uk	android	you_are_admin	strings	Тепер ви адміністратор
    system	uk	android	you_are_not_admin	strings	Ви більше не адміністратор
    system	uk	android	subject_changed	strings	{1} змінив(-ла) тему на "{2}"
    system	uk	android	subject_changed_from_to	strings	{1} змінив(-ла) тему з "{2}" на "{3}…
    system	uk	android	description_changed	strings	{1} змінив опис групи
    system	uk	android	number_changed	strings	Номер телефону {1} змінено з {2} на …
    system	uk	android	number_changed_group	strings	{1} змінив(-ла) {2} на {3}
    system	uk	android	group_ended	strings	{} закрив(-ла) цю групу
    system	de	ios	e2e	strings	Nachrichten und Anrufe sind Ende-zu-…
    system	de	ios	e2e_now	strings	Nachrichten und Anrufe sind jetzt En…
    system	de	ios	e2e_chat_old	strings	Nachrichten in diesem Chat sowie Anr…
    system	de	ios	security_code	strings	Deine Sicherheitsnummer für {} hat s…
    system	de	ios	created_this_group	strings	{} hat die Gruppe erstellt.
    system	de	ios	created_group_named	strings	{1} hat die Gruppe „{2}“ erstellt.
    system	de	ios	left	strings	{} hat die Gruppe verlassen.
    system	de	ios	removed_you	strings	{} hat dich entfernt.
    system	de	ios	added_you	strings	{} hat dich hinzugefügt.
    system	de	ios	added	strings	{1} hat {2} hinzugefügt.
    system	de	ios	removed	strings	{1} hat {2} entfernt.
    system	de	ios	joined_link	strings	{} ist der Gruppe mit dem Einladungs…
    system	de	ios	you_joined_link	strings	Du bist der Gruppe mit dem Einladung…
    system	de	ios	subject_changed	strings	{1} hat den Betreff zu “{2}” geänder…
    system	de	ios	icon_changed	strings	{} hat das Gruppenbild geändert.
    system	de	ios	icon_deleted	strings	{} hat das Gruppenbild gelöscht.
    system	de	ios	description_changed	strings	{1} hat die Gruppenbeschreibung geän…
    system	de	ios	number_changed	strings	{1} hat die Telefonnummer gewechselt…
    system	de	ios	waiting	strings	Warte auf diese Nachricht. Das kann …
    system	de	ios	you_are_admin	strings	Du bist jetzt ein*e Admin.
    system	de	ios	deleted_by_admin	strings	Diese Nachricht wurde von einem*eine…
    system	de	android	e2e_chat_old	strings	Nachrichten in diesem Chat sowie Anr…
    system	de	android	e2e_group_old	strings	Nachrichten an diese Gruppe sind jet…
    system	de	android	security_code	strings	Die Sicherheitsnummer von {} hat sic…
    system	de	android	created_group_named	strings	{1} hat die Gruppe "{2}" erstellt
    system	de	android	you_created_group	strings	Du hast die Gruppe "{1}" erstellt
    system	de	android	was_added	strings	{} wurde hinzugefügt
    system	de	android	you_were_added	strings	Du wurdest hinzugefügt
    system	de	android	left	strings	{} hat die Gruppe verlassen
    system	de	android	you_left	strings	Du hast die Gruppe verlassen
    system	de	android	was_removed	strings	{} wurde entfernt
    system	de	android	you_were_removed	strings	Du wurdest entfernt
    system	de	android	joined_link	strings	{} ist dieser Gruppe mit dem Einladu…
    system	de	android	you_are_admin	strings	Du bist jetzt ein Admin
    system	de	android	you_are_not_admin	strings	Du bist kein Admin mehr
    system	de	android	subject_changed	strings	{1} hat den Betreff zu "{2}" geänder…
    system	de	android	subject_changed_from_to	strings	{1} hat den Betreff von "{2}" zu "{3…
    system	de	android	description_changed	strings	{1} hat die Gruppenbeschreibung geän…
    system	de	android	number_changed	strings	{1}s Nummer hat sich von {2} zu {3} …
    system	de	android	number_changed_group	strings	{1} hat von {2} zu {3} gewechselt
    system	de	android	group_ended	strings	{} hat diese Gruppe aufgelöst
    system	ar	ios	e2e	strings	الرسائل والمكالمات مشفرة تمامًا بين …
    system	ar	ios	e2e_now	strings	أصبحت الرسائل والمكالمات مشفرة تمامً…
    system	ar	ios	e2e_chat_old	strings	إن الرسائل التي ترسلها إلى هذه الدرد…
    system	ar	ios	e2e_short	strings	الرسائل والمكالمات مشفرة تمامًا.
    system	ar	ios	security_code	strings	تغيّر رمز أمانك المُستخدَم مع {}.
    system	ar	ios	created_this_group	strings	{} أنشأ هذه المجموعة
    system	ar	ios	created_group_named	strings	{1} أنشأ مجموعة "{2}"
    system	ar	ios	left	strings	{} غادر المجموعة
    system	ar	ios	removed_you	strings	{} أزالك
    system	ar	ios	added_you	strings	{} أضافك
    system	ar	ios	added	strings	{1} أضاف {2}
    system	ar	ios	removed	strings	{1} أزال {2}
    system	ar	ios	joined_link	strings	{} انضم إلى المجموعة عبر استخدام راب…
    system	ar	ios	you_joined_link	strings	لقد انضممت إلى المجموعة باستخدام راب…
    system	ar	ios	subject_changed	strings	{1} غيّر اسم المجموعة إلى "{2}"
    system	ar	ios	icon_changed	strings	{} غيّر أيقونة هذه المجموعة
    system	ar	ios	icon_deleted	strings	{} حذف أيقونة هذه المجموعة
    system	ar	ios	description_changed	strings	{1} غيّر وصف المجموعة
    system	ar	ios	number_changed	strings	{1} غيّر رقم هاتفه إلى رقم جديد.
    system	ar	ios	waiting	strings	في انتظار هذه الرسالة، قد يستغرق ذلك…
    system	ar	ios	you_are_admin	strings	أصبحت الآن مشرفاً
    system	ar	ios	deleted_by_admin	strings	حذف أحد المشرفين هذه الرسالة.
    system	ar	android	e2e_chat_old	strings	باتت الرسائل التي ترسلها إلى هذه الد…
    system	ar	android	e2e_group_old	strings	باتت الرسائل التي ترسلها إلى هذه الم…
    system	ar	android	security_code	strings	تغير رمز أمان {}. انقر للمزيد من الم…
    system	ar	android	created_group_named	strings	{1} أنشأ مجموعة "{2}"
    system	ar	android	you_created_group	strings	أنت أنشأت مجموعة "{1}"
    system	ar	android	was_added	strings	تمت إضافة {}
    system	ar	android	you_were_added	strings	تمت إضافتك
    system	ar	android	left	strings	{} غادر
    system	ar	android	you_left	strings	أنت غادرت
    system	ar	android	was_removed	strings	تمت إزالة {}
    system	ar	android	you_were_removed	strings	تمت إزالتك
    system	ar	android	joined_link	strings	{} انضم إلى المجموعة عبر استخدام راب…
    system	ar	android	you_are_admin	strings	أصبحت الآن مشرفاً
    system	ar	android	you_are_not_admin	strings	أنت لم تعد مشرفاً
    system	ar	android	subject_changed	strings	{1} غيّر اسم المجموعة إلى "{2}"
    system	ar	android	subject_changed_from_to	strings	{1} غيّر اسم المجموعة من "{2}" إلى "…
    system	ar	android	description_changed	strings	{1} غيّر وصف المجموعة
    system	ar	android	number_changed	strings	تم تغيير رقم هاتف {1} من {2} إلى {3}…
    system	ar	android	number_changed_group	strings	تم تغيير رقم هاتف {1} من {2} إلى {3}
    system	ar	android	group_ended	strings	{} أنهى هذه المجموعة
    system	bn	ios	e2e	strings	মেসেজ এবং কল এন্ড-টু-এন্ড এনক্রিপ্টে…
    system	bn	ios	e2e_chat_old	strings	এই চ্যাটের মেসেজ ও কল এন্ড-টু-এন্ড এ…
    system	bn	ios	security_code	strings	{}-এর সাথে আপনার নিরাপত্তা কোড পরিবর…
    system	bn	ios	created_this_group	strings	{} গ্রুপটি তৈরি করেছেন
    system	bn	ios	created_group_named	strings	{1} “{2}” গ্রুপটি তৈরি করেছেন
    system	bn	ios	left	strings	{} বেরিয়ে এসেছেন
    system	bn	ios	removed_you	strings	{} আপনাকে সরিয়ে দিয়েছেন
    system	bn	ios	added_you	strings	{} আপনাকে যোগ করেছেন
    system	bn	ios	added	strings	{1} কে {2} এ যোগ করেছেন
    system	bn	ios	removed	strings	{1} {2} কে সরিয়েছেন দিয়েছেন
    system	bn	ios	joined_link	strings	{} এই গ্রুপের আমন্ত্রণের লিঙ্ক ব্যবহ…
    system	bn	ios	you_joined_link	strings	আপনি এই গ্রুপের আমন্ত্রণের লিঙ্ক ব্য…
    system	bn	ios	subject_changed	strings	{1} গ্রুপের নাম পরিবর্তন করে “{2}” ক…
    system	bn	ios	icon_changed	strings	{} গ্রুপের আইকন পরিবর্তন করেছেন
    system	bn	ios	icon_deleted	strings	{} এই গ্রুপের আইকন বাদ দিয়েছেন
    system	bn	ios	description_changed	strings	{1} গ্রুপের বর্ণনা পরিবর্তন করেছেন
    system	bn	ios	number_changed	strings	{1} তার ফোন নম্বরটি একটি নতুন নম্বরে…
    system	bn	ios	waiting	strings	এই মেসেজের জন্য অপেক্ষা করা হচ্ছে। এ…
    system	bn	ios	you_are_admin	strings	আপনি এখন একজন অ্যাডমিন
    system	bn	ios	deleted_by_admin	strings	অ্যাডমিন এই মেসেজটি বাদ দিয়েছেন।
    system	bn	android	e2e_chat_old	strings	এই চ্যাটের বার্তা এবং কলগুলো দুই দিক…
    system	bn	android	e2e_group_old	strings	এই গোষ্ঠীর বার্তাগুলো দুই দিক থেকে এ…
    system	bn	android	security_code	strings	{}'র নিরাপত্তা কোড পরিবর্তিত হয়েছে। …
    system	bn	android	created_group_named	strings	{1} "{2}" গোষ্ঠীটি তৈরি করেছে
    system	bn	android	you_created_group	strings	আপনি "{1}" গোষ্ঠীটি তৈরী করেছেন
    system	bn	android	was_added	strings	{} -কে যোগ করা হয়েছে
    system	bn	android	you_were_added	strings	আপনাকে যোগ করা হয়েছে
    system	bn	android	left	strings	{} ছেড়েছেন
    system	bn	android	you_left	strings	ছেড়ে গেছেন
    system	bn	android	was_removed	strings	{} কে সরানো হয়েছে
    system	bn	android	you_were_removed	strings	আপনাকে অপসারন করা হয়েছে।
    system	bn	android	joined_link	strings	{} গোষ্ঠীর আমন্ত্রণ লিংক ব্যবহার করে…
    system	bn	android	you_are_admin	strings	আপনি এখন একজন পরিচালক
    system	bn	android	you_are_not_admin	strings	আপনি আর এখন পরিচালক নন
    system	bn	android	subject_changed	strings	{1} বিষয় পরিবর্তন করে "{2}" করছে
    system	bn	android	subject_changed_from_to	strings	{1} বিষয় পাল্টে "{2}" থেকে "{3}" করে…
    system	bn	android	description_changed	strings	{1} গোষ্ঠীর বর্ণনা পরিবর্তন করেছেন
    system	bn	android	number_changed	strings	{1} এর নাম্বার পরিবর্তন হয়ে {2} থেকে…
    system	bn	android	number_changed_group	strings	{1}, {2} থেকে {3} এ পরিবর্তন করেছে
    system	bn	android	group_ended	strings	{} এই গোষ্ঠী টি বাতিল করেছেন
    system	zh-HK	ios	e2e	strings	訊息和通話經端對端加密。對話以外的任何人 (即使是 WhatsApp) …
    system	zh-HK	ios	e2e_now	strings	訊息和通話現經端對端加密。對話以外的任何人 (即使是 WhatsApp)…
    system	zh-HK	ios	e2e_chat_old	strings	傳送至此對話的訊息和通話現經端對端加密保護。
    system	zh-HK	ios	e2e_short	strings	訊息和通話經端對端加密。
    system	zh-HK	ios	security_code	strings	您與{}之間的安全代碼已變更。
    system	zh-HK	ios	created_this_group	strings	{}建立了此群組
    system	zh-HK	ios	created_group_named	strings	{1}已建立「{2}」群組
    system	zh-HK	ios	left	strings	{} 離開了
    system	zh-HK	ios	removed_you	strings	{}移除了您
    system	zh-HK	ios	added_you	strings	{}新增了您
    system	zh-HK	ios	added	strings	{1}已新增{2}
    system	zh-HK	ios	removed	strings	{1}移除了{2}
    system	zh-HK	ios	joined_link	strings	{}已使用此群組的邀請連結加入
    system	zh-HK	ios	you_joined_link	strings	您已使用邀請連結加入此群組
    system	zh-HK	ios	subject_changed	strings	{1}已將群組主題變更為「{2}」
    system	zh-HK	ios	icon_changed	strings	{} 已變更群組圖示
    system	zh-HK	ios	icon_deleted	strings	{}已刪除群組圖示
    system	zh-HK	ios	description_changed	strings	{1}已變更群組說明
    system	zh-HK	ios	number_changed	strings	{1}已更換了手機號碼。
    system	zh-HK	ios	waiting	strings	正在等待此訊息，請耐心等候。
    system	zh-HK	ios	you_are_admin	strings	您現已成為管理員
    system	zh-HK	ios	deleted_by_admin	strings	管理員已刪除此訊息。
    system	zh-HK	android	e2e_chat_old	strings	此對話中的訊息和通話已進行端對端的加密，點擊獲取更多資訊。
    system	zh-HK	android	e2e_group_old	strings	此群組中的訊息已進行端對端的加密，點擊獲取更多資訊。
    system	zh-HK	android	security_code	strings	{} 的安全編碼已更改，點擊獲取更多資訊。
    system	zh-HK	android	created_group_named	strings	{1} 建立了 "{2}" 群組
    system	zh-HK	android	you_created_group	strings	您建立了群組 "{1}"
    system	zh-HK	android	was_added	strings	{} 已加入
    system	zh-HK	android	you_were_added	strings	您被加到群組
    system	zh-HK	android	left	strings	{} 退出了
    system	zh-HK	android	you_left	strings	您已退出群組
    system	zh-HK	android	was_removed	strings	{} 被移除了
    system	zh-HK	android	you_were_removed	strings	您已被移除
    system	zh-HK	android	joined_link	strings	{} 使用了群組邀請連結加入群組
    system	zh-HK	android	you_are_admin	strings	您已成為群組管理員
    system	zh-HK	android	you_are_not_admin	strings	您已不是本群組管理員
    system	zh-HK	android	subject_changed	strings	{1} 更改了主題為 "{2}"
    system	zh-HK	android	subject_changed_from_to	strings	{1} 將主題由 "{2}" 改為 "{3}"
    system	zh-HK	android	description_changed	strings	{1} 更改了群組描述
    system	zh-HK	android	number_changed	strings	{1} 將電話號碼從 {2} 更改至 {3}。
    system	zh-HK	android	number_changed_group	strings	{1} 將電話號碼從 {2} 更改至 {3}
    system	zh-HK	android	group_ended	strings	{} 結束了本群組
    system	zh-Hant	ios	e2e	strings	訊息已受端對端加密保護。此對話以外所有人，包括 WhatsApp 在內，…
    system	zh-Hant	ios	e2e_chat_old	strings	傳送至本對話的訊息與通話皆受端對端加密保護。
    system	zh-Hant	ios	e2e_short	strings	訊息和對話已受端對端加密保護。
    system	zh-Hant	ios	security_code	strings	您與 {} 的安全碼已變更。
    system	zh-Hant	ios	created_this_group	strings	{} 建立了本群組
    system	zh-Hant	ios	created_group_named	strings	{1} 建立了「{2}」群組
    system	zh-Hant	ios	left	strings	{} 退出了
    system	zh-Hant	ios	removed_you	strings	{} 移除了您
    system	zh-Hant	ios	added_you	strings	{} 新增了您
    system	zh-Hant	ios	added	strings	{1} 新增了 {2}
    system	zh-Hant	ios	removed	strings	{1} 移除了 {2}
    system	zh-Hant	ios	joined_link	strings	{} 使用了群組邀請連結加入群組
    system	zh-Hant	ios	you_joined_link	strings	您已使用群組邀請連結加入此群組
    system	zh-Hant	ios	subject_changed	strings	{1} 已變更主題為 “{2}”
    system	zh-Hant	ios	icon_changed	strings	{} 更改了本群組的圖標
    system	zh-Hant	ios	icon_deleted	strings	{} 已刪除此群組圖示
    system	zh-Hant	ios	description_changed	strings	{1} 更改了群組描述
    system	zh-Hant	ios	number_changed	strings	{1} 變更電話號碼為新號碼
    system	zh-Hant	ios	waiting	strings	正在等待訊息，此可能需要一段時間。
    system	zh-Hant	ios	you_are_admin	strings	您已成為群組管理員
    system	zh-Hant	ios	deleted_by_admin	strings	管理員已刪除此訊息。
    system	zh-Hant	android	e2e_chat_old	strings	此對話中的訊息和通話已進行端對端的加密，點擊獲取更多資訊。
    system	zh-Hant	android	e2e_group_old	strings	此群組中的訊息已進行端對端的加密，點擊獲取更多資訊。
    system	zh-Hant	android	security_code	strings	{} 的安全編碼已更改，點擊獲取更多資訊。
    system	zh-Hant	android	created_group_named	strings	{1} 建立了 "{2}" 群組
    system	zh-Hant	android	you_created_group	strings	您建立了群組 "{1}"
    system	zh-Hant	android	was_added	strings	{} 已加入
    system	zh-Hant	android	you_were_added	strings	您被加到群組
    system	zh-Hant	android	left	strings	{} 退出了
    system	zh-Hant	android	you_left	strings	您已退出群組
    system	zh-Hant	android	was_removed	strings	{} 被移除了
    system	zh-Hant	android	you_were_removed	strings	您已被移除
    system	zh-Hant	android	joined_link	strings	{} 使用了群組邀請連結加入群組
    system	zh-Hant	android	you_are_admin	strings	您已成為群組管理員
    system	zh-Hant	android	you_are_not_admin	strings	您已不是本群組管理員
    system	zh-Hant	android	subject_changed	strings	{1} 更改了主題為 "{2}"
    system	zh-Hant	android	subject_changed_from_to	strings	{1} 將主題由 "{2}" 改為 "{3}"
    system	zh-Hant	android	description_changed	strings	{1} 更改了群組描述
    system	zh-Hant	android	number_changed	strings	{1} 將電話號碼從 {2} 更改至 {3}。
    system	zh-Hant	android	number_changed_group	strings	{1} 將電話號碼從 {2} 更改至 {3}
    system	zh-Hant	android	group_ended	strings	{} 結束了本群組
    system	zh-Hans	ios	e2e	strings	消息和通话都进行端到端加密。对话之外的任何人，甚至包含 WhatsApp…
    system	zh-Hans	ios	e2e_now	strings	消息和通话现已进行端到端加密。对话之外的任何人，甚至包含 WhatsAp…
    system	zh-Hans	ios	e2e_chat_old	strings	此对话中的消息和通话已进行端到端加密。
    system	zh-Hans	ios	e2e_short	strings	消息和通话都进行端到端加密。
    system	zh-Hans	ios	security_code	strings	您和 {} 的安全代码已更改。
    system	zh-Hans	ios	created_this_group	strings	{} 创建了本群组
    system	zh-Hans	ios	created_group_named	strings	{1} 创建了 “{2}” 群组
    system	zh-Hans	ios	left	strings	{} 退出了
    system	zh-Hans	ios	removed_you	strings	{} 移除了您
    system	zh-Hans	ios	added_you	strings	{} 添加了您
    system	zh-Hans	ios	added	strings	{1} 添加了 {2}
    system	zh-Hans	ios	removed	strings	{1} 移除了 {2}
    system	zh-Hans	ios	joined_link	strings	{} 使用了群组邀请链接加入群组
    system	zh-Hans	ios	you_joined_link	strings	您使用了群组邀请链接加入群组
    system	zh-Hans	ios	subject_changed	strings	{1} 已更改主题为 “{2}”
    system	zh-Hans	ios	icon_changed	strings	{} 更改了本群组的图标
    system	zh-Hans	ios	icon_deleted	strings	{} 删除了本群组的图标
    system	zh-Hans	ios	description_changed	strings	{1} 更改了群组描述
    system	zh-Hans	ios	number_changed	strings	{1} 更改电话号码为新号码。
    system	zh-Hans	ios	waiting	strings	正在等待信息，可能需要一段时间。
    system	zh-Hans	ios	you_are_admin	strings	您已成为群组管理员
    system	zh-Hans	ios	deleted_by_admin	strings	管理员已删除这条消息。
    system	zh-Hans	android	e2e_chat_old	strings	此对话中的信息和通话已进行端到端的加密，点击获取更多信息。
    system	zh-Hans	android	e2e_group_old	strings	此群组中的信息已进行端到端的加密，点击获取更多信息。
    system	zh-Hans	android	security_code	strings	{} 的安全编码已更改，点击获取更多信息。
    system	zh-Hans	android	created_group_named	strings	{1} 创建了 "{2}" 群组
    system	zh-Hans	android	you_created_group	strings	你创建了群组"{1}"
    system	zh-Hans	android	was_added	strings	{} 已加入
    system	zh-Hans	android	you_were_added	strings	您已被添加
    system	zh-Hans	android	left	strings	{} 退出了
    system	zh-Hans	android	you_left	strings	您已退出群组
    system	zh-Hans	android	was_removed	strings	{} 被移除了
    system	zh-Hans	android	you_were_removed	strings	您已被移除
    system	zh-Hans	android	joined_link	strings	{} 使用了群组邀请连结加入群组
    system	zh-Hans	android	you_are_admin	strings	您已成为群组管理员
    system	zh-Hans	android	you_are_not_admin	strings	您已不是群组管理员
    system	zh-Hans	android	subject_changed	strings	{1} 更改了主题为 "{2}"
    system	zh-Hans	android	subject_changed_from_to	strings	{1} 把主题从 "{2}" 改为 "{3}"
    system	zh-Hans	android	description_changed	strings	{1}更改了群组描述
    system	zh-Hans	android	number_changed	strings	{1} 将电话号码从 {2} 更改至 {3}
    system	zh-Hans	android	group_ended	strings	{} 结束了本群组
    system	vi	ios	e2e	strings	Tin nhắn và cuộc gọi được mã hóa đầu…
    system	vi	ios	e2e_chat_old	strings	Những tin nhắn gửi tới cuộc trò chuy…
    system	vi	ios	security_code	strings	Mã bảo mật của bạn với {} đã thay đổ…
    system	vi	ios	created_this_group	strings	{} đã tạo nhóm này
    system	vi	ios	created_group_named	strings	{1} đã tạo nhóm “{2}”
    system	vi	ios	left	strings	{} đã rời nhóm
    system	vi	ios	removed_you	strings	{} đã bỏ bạn khỏi nhóm
    system	vi	ios	added_you	strings	{} đã thêm bạn
    system	vi	ios	added	strings	{1} đã thêm {2}
    system	vi	ios	removed	strings	{1} đã bỏ {2} khỏi nhóm
    system	vi	ios	joined_link	strings	{} đã tham gia liên kết mời của nhóm…
    system	vi	ios	you_joined_link	strings	Bạn đã tham gia nhóm này bằng liên k…
    system	vi	ios	subject_changed	strings	{1} đã đổi tên thành “{2}”
    system	vi	ios	icon_changed	strings	{} đã thay đổi biểu tượng của nhóm n…
    system	vi	ios	icon_deleted	strings	{} đã xóa biểu tượng nhóm này
    system	vi	ios	description_changed	strings	{1} đã thay đổi mô tả nhóm
    system	vi	ios	number_changed	strings	{1} đã đổi sang số điện thoại mới.
    system	vi	ios	waiting	strings	Đang chờ ghi chú thanh toán này. Bạn…
    system	vi	ios	you_are_admin	strings	Bạn hiện là quản trị viên
    system	vi	ios	deleted_by_admin	strings	Quản trị viên đã xóa tin nhắn này.
    system	vi	android	e2e_chat_old	strings	Các tin nhắn gửi tới cuộc trò chuyện…
    system	vi	android	e2e_group_old	strings	Những tin nhắn gửi tới nhóm này được…
    system	vi	android	security_code	strings	Mã bảo mật của {} đã thay đổi. Nhấn …
    system	vi	android	created_group_named	strings	{1} đã tạo nhóm "{2}"
    system	vi	android	you_created_group	strings	Bạn đã tạo nhóm "{1}"
    system	vi	android	was_added	strings	{} đã được thêm vào nhóm
    system	vi	android	you_were_added	strings	Bạn đã được thêm vào nhóm
    system	vi	android	left	strings	{} đã rời nhóm
    system	vi	android	you_left	strings	Bạn đã rời nhóm
    system	vi	android	was_removed	strings	{} đã bị bỏ
    system	vi	android	you_were_removed	strings	Bạn đã bị bỏ
    system	vi	android	joined_link	strings	{} đã tham gia nhóm này bằng liên kế…
    system	vi	android	you_are_admin	strings	Bạn hiện là quản trị viên
    system	vi	android	you_are_not_admin	strings	Bạn không còn là quản trị viên
    system	vi	android	subject_changed	strings	{1} đã đổi tên nhóm thành "{2}"
    system	vi	android	subject_changed_from_to	strings	{1} đã đổi tên nhóm từ "{2}" thành "…
    system	vi	android	description_changed	strings	{1} đã thay đổi mô tả nhóm
    system	vi	android	number_changed	strings	Số điện thoại của {1} đã được thay đ…
    system	vi	android	number_changed_group	strings	{1} đã đổi số điện thoại, từ {…
    system	vi	android	group_ended	strings	{} đã kết thúc nhóm này
    system	ur	ios	e2e	strings	میسجز اور کالز اینڈ ٹو اینڈ اینکرپشن…
    system	ur	ios	e2e_now	strings	میسجز اور کالز اب اینڈ ٹو اینڈ اینکر…
    system	ur	ios	e2e_chat_old	strings	اس چیٹ کے میسجز اور کالز اب اینڈ ٹو …
    system	ur	ios	e2e_short	strings	میسجز اور کالز اینڈ ٹو اینڈ اینکرپٹڈ…
    system	ur	ios	security_code	strings	{} کے ساتھ آپ کا سیکیورٹی کوڈ تبدیل …
    system	ur	ios	created_this_group	strings	{} نے یہ گروپ بنایا
    system	ur	ios	created_group_named	strings	{1} نے گروپ "{2}" بنایا
    system	ur	ios	left	strings	{} نے گروپ چھوڑ دیا
    system	ur	ios	removed_you	strings	{} نے آپ کو ہٹایا
    system	ur	ios	added_you	strings	{} نے آپ کو شامل کیا
    system	ur	ios	added	strings	{1} نے {2} کو شامل کیا
    system	ur	ios	removed	strings	{1} نے {2} کو ہٹایا
    system	ur	ios	joined_link	strings	{} نے اس گروپ کے دعوتی لنک کے ذریعے …
    system	ur	ios	you_joined_link	strings	آپ اس گروپ کی دعوتی لِنک کا استعمال …
    system	ur	ios	subject_changed	strings	{1} نے نام '{2}' پر تبدیل کر دیا
    system	ur	ios	icon_changed	strings	{} نے اس گروپ کی تصویر تبدیل کر دی ہ…
    system	ur	ios	icon_deleted	strings	{} نے اس گروپ کی تصویر حذف کر دی ہے
    system	ur	ios	description_changed	strings	{1} نے گروپ کی تفصیل تبدیل کر دی
    system	ur	ios	number_changed	strings	{1} نے اپنا فون نمبر نئے نمبر سے تبد…
    system	ur	ios	waiting	strings	اس میسج کا انتظار ہے۔ اس میں کچھ وقت…
    system	ur	ios	you_are_admin	strings	اب آپ ایڈمن ہیں
    system	ur	ios	deleted_by_admin	strings	یہ میسج ایک ایڈمن نے حذف کر دیا ہے۔
    system	ur	android	e2e_chat_old	strings	اس بات چیت کے پیغامات اور کالس شروع …
    system	ur	android	e2e_group_old	strings	اس گروپ کے پیغامات اب شروع سے آخر تک…
    system	ur	android	security_code	strings	{} کا حفاظتی کوڈ بدل دیا گیا۔ مزید م…
    system	ur	android	created_group_named	strings	{1} نے گروپ "{2}" بنایا
    system	ur	android	you_created_group	strings	آپ نے "{1}" گروپ بنایا
    system	ur	android	was_added	strings	{} کو شامل کیا گیا
    system	ur	android	you_were_added	strings	آپ کو شامل کیا گیا
    system	ur	android	left	strings	{} نےچھوڑدیا
    system	ur	android	you_left	strings	آپ نے چھوڑ دیا
    system	ur	android	was_removed	strings	{} کو ہٹاﻳﺎ ﮜﻴﺎ
    system	ur	android	you_were_removed	strings	آپ کو ہٹایا گیا تھا
    system	ur	android	joined_link	strings	{} نے اس گروپ کی دعوتی لِنک کا استعم…
    system	ur	android	you_are_admin	strings	اب آپ ایک منتظم ہیں
    system	ur	android	you_are_not_admin	strings	آپ اب ایک منتظم نہیں رہے
    system	ur	android	subject_changed	strings	{1} نے گروپ کا موضوع "{2}" میں تبدیل…
    system	ur	android	subject_changed_from_to	strings	{1} نے موضوع کو "{2}" سے "{3}"میں تب…
    system	ur	android	description_changed	strings	{1} نے گروپ کی تفصیل میں تبدیلی کی
    system	ur	android	number_changed	strings	{1} کا نمبر {2} سے {3} میں تبدیل ہوا…
    system	ur	android	number_changed_group	strings	{1} نے {2} کو {3} سے بدل دیا ہے
    system	ur	android	group_ended	strings	{} نے یہ گروپ ختم کر دیا
    system	tr	ios	e2e	strings	Mesajlar ve aramalar uçtan uca şifre…
    system	tr	ios	e2e_now	strings	Mesajlar ve aramalar artık uçtan uca…
    system	tr	ios	e2e_chat_old	strings	Bu sohbete gönderilen mesajlar ve ya…
    system	tr	ios	security_code	strings	{} ile aranızdaki güvenlik kodu deği…
    system	tr	ios	created_this_group	strings	{} bu grubu oluşturdu
    system	tr	ios	created_group_named	strings	{1} “{2}” grubunu oluşturdu.
    system	tr	ios	left	strings	{} ayrıldı
    system	tr	ios	removed_you	strings	{} sizi çıkardı
    system	tr	ios	added_you	strings	{} sizi ekledi
    system	tr	ios	added	strings	{1}, {2} kişisini ekledi
    system	tr	ios	removed	strings	{1}, {2} kişisini çıkardı
    system	tr	ios	joined_link	strings	{} bu grubun davet bağlantısını kull…
    system	tr	ios	you_joined_link	strings	Grubun davet bağlantısıyla katıldını…
    system	tr	ios	subject_changed	strings	{1} konuyu “{2}” olarak değiştirdi
    system	tr	ios	icon_changed	strings	{} bu grubun simgesini değiştirdi
    system	tr	ios	icon_deleted	strings	{} bu grubun simgesini sildi
    system	tr	ios	description_changed	strings	{1} grup açıklamasını değiştirdi
    system	tr	ios	number_changed	strings	{1} telefon numarasını yeni bir numa…
    system	tr	ios	waiting	strings	Mesaj bekleniyor. Bu biraz zaman ala…
    system	tr	ios	you_are_admin	strings	Artık yöneticisiniz
    system	tr	ios	deleted_by_admin	strings	Bu mesaj bir yönetici tarafından sil…
    system	tr	android	e2e_chat_old	strings	Bu sohbete gönderdiğiniz mesajlar ve…
    system	tr	android	e2e_group_old	strings	Bu gruba gönderdiğiniz mesajlar artı…
    system	tr	android	security_code	strings	{} kişisinin güvenlik kodu değişti. …
    system	tr	android	created_group_named	strings	{1} , "{2}" grubunu oluşturdu
    system	tr	android	you_created_group	strings	"{1}" grubunu oluşturdunuz
    system	tr	android	was_added	strings	{} eklendi
    system	tr	android	you_were_added	strings	Eklendiniz
    system	tr	android	left	strings	{} ayrıldı
    system	tr	android	you_left	strings	Ayrıldınız
    system	tr	android	was_removed	strings	{} çıkarıldı
    system	tr	android	you_were_removed	strings	Çıkarıldınız
    system	tr	android	joined_link	strings	{} bu grubun davet bağlantısını kull…
    system	tr	android	you_are_admin	strings	Artık yöneticisiniz
    system	tr	android	you_are_not_admin	strings	Artık bir yönetici değilsiniz
    system	tr	android	subject_changed	strings	{1} grup konusunu “{2}” olarak değiş…
    system	tr	android	subject_changed_from_to	strings	{1}, “{2}” olan konuyu “{3}” olarak …
    system	tr	android	description_changed	strings	{1} grup açıklamasını değiştirdi
    system	tr	android	number_changed	strings	{1} kişisinin numarası {2}'den {3}'e…
    system	tr	android	number_changed_group	strings	{1}, {2} olan numarasını {3} olarak …
    system	tr	android	group_ended	strings	{} grubu kapattı
    system	th	ios	e2e	strings	ข้อความและการโทรได้รับการเข้ารหัสจาก…
    system	th	ios	e2e_now	strings	ขณะนี้ข้อความและการโทรได้รับการเข้าร…
    system	th	ios	e2e_chat_old	strings	ขณะนี้ข้อความที่ส่งถึงแชทและการโทรนี…
    system	th	ios	security_code	strings	รหัสความปลอดภัยของคุณกับ {} มีการเปล…
    system	th	ios	created_this_group	strings	{} ได้สร้างกลุ่มนี้
    system	th	ios	created_group_named	strings	{1} ได้สร้างกลุ่ม “{2}”
    system	th	ios	left	strings	{} ออกจากกลุ่ม
    system	th	ios	removed_you	strings	{} ได้ลบคุณออก
    system	th	ios	added_you	strings	{} ได้เพิ่มคุณเข้ากลุ่ม
    system	th	ios	added	strings	{1} ได้เพิ่ม {2} เข้ากลุ่ม
    system	th	ios	removed	strings	{1} ได้ลบ {2} ออก
    system	th	ios	joined_link	strings	{} เข้าร่วมกลุ่มโดยใช้ลิงก์เชิญของกล…
    system	th	ios	you_joined_link	strings	คุณเข้าร่วมโดยใช้ลิงก์เชิญของกลุ่มนี…
    system	th	ios	subject_changed	strings	{1} เปลี่ยนหัวข้อเป็น “{2}”
    system	th	ios	icon_changed	strings	{} ได้เปลี่ยนไอคอนกลุ่มนี้แล้ว
    system	th	ios	icon_deleted	strings	{} ได้ลบไอคอนกลุ่มนี้แล้ว
    system	th	ios	description_changed	strings	{1} ได้เปลี่ยนคำอธิบายกลุ่ม
    system	th	ios	number_changed	strings	{1} ได้เปลี่ยนหมายเลขโทรศัพท์เป็นหมา…
    system	th	ios	waiting	strings	กำลังรอข้อความนี้ อาจใช้เวลาสักครู่
    system	th	ios	you_are_admin	strings	คุณเป็นผู้ดูแลกลุ่มแล้วในขณะนี้
    system	th	ios	deleted_by_admin	strings	ข้อความนี้ถูกลบโดยผู้ดูแล
    system	th	android	e2e_chat_old	strings	ข้อความที่ส่งถึงแชทและการโทรนี้ขณะนี…
    system	th	android	e2e_group_old	strings	ข้อความที่คุณส่งถึงกลุ่มนี้ขณะนี้มีค…
    system	th	android	security_code	strings	รหัสความปลอดภัยของ {} ถูกเปลี่ยน แตะ…
    system	th	android	created_group_named	strings	{1} ได้สร้างกลุ่ม "{2}"
    system	th	android	you_created_group	strings	คุณได้สร้างกลุ่ม "{1}"
    system	th	android	was_added	strings	{} ได้เข้าร่วมในกลุ่ม
    system	th	android	you_were_added	strings	คุณได้เข้าร่วมกลุ่ม
    system	th	android	left	strings	{} ออกจากกลุ่ม
    system	th	android	you_left	strings	คุณออกจากกลุ่มแล้ว
    system	th	android	was_removed	strings	{} ได้ถูกลบออกแล้ว
    system	th	android	you_were_removed	strings	คุณถูกลบออกจากกลุ่ม
    system	th	android	joined_link	strings	{} เข้าร่วมโดยใช้ลิงค์เชิญของกลุ่มนี…
    system	th	android	you_are_admin	strings	ขณะนี้คุณเป็นผู้ดูแลกลุ่มนี้แล้ว
    system	th	android	you_are_not_admin	strings	คุณไม่ได้เป็นผู้ดูแลแล้ว
    system	th	android	subject_changed	strings	{1} ได้เปลี่ยนหัวข้อเป็น "{2}"
    system	th	android	subject_changed_from_to	strings	{1} ได้เปลี่ยนหัวข้อ “{2}” เป็น “{3}…
    system	th	android	description_changed	strings	{1} ได้เปลี่ยนคำอธิบายของกลุ่ม
    system	th	android	number_changed	strings	หมายเลขโทรศัพท์ของ {1} ได้เปลี่ยนจาก…
    system	th	android	number_changed_group	strings	{1} ได้เปลี่ยนจากเบอร์ {2} เป็น {3}
    system	th	android	group_ended	strings	{} ได้ปิดกลุ่มนี้แล้ว
    system	sv	ios	e2e	strings	Meddelanden och samtal är komplett k…
    system	sv	ios	e2e_now	strings	Meddelanden och samtal är nu komplet…
    system	sv	ios	e2e_chat_old	strings	Meddelanden till denna chatt och sam…
    system	sv	ios	security_code	strings	För att kontrollera en kontakts säke…
    system	sv	ios	created_this_group	strings	{} skapade denna grupp
    system	sv	ios	created_group_named	strings	{1} skapade gruppen “{2}”
    system	sv	ios	left	strings	{} lämnade
    system	sv	ios	removed_you	strings	{} tog bort dig
    system	sv	ios	added_you	strings	{} lade till dig
    system	sv	ios	added	strings	{1} lade till {2}
    system	sv	ios	removed	strings	{1} tog bort {2}
    system	sv	ios	joined_link	strings	{} anslöt genom att använda gruppens…
    system	sv	ios	you_joined_link	strings	Du anslöt genom att använda gruppen …
    system	sv	ios	subject_changed	strings	{1} ändrade ämnet till “{2}”
    system	sv	ios	icon_changed	strings	{} ändrade gruppens ikon
    system	sv	ios	icon_deleted	strings	{} raderade ikonen för denna grupp
    system	sv	ios	description_changed	strings	{1} ändrade gruppens beskrivning
    system	sv	ios	number_changed	strings	{1} ändrade sitt telefonnummer till …
    system	sv	ios	waiting	strings	Väntar på meddelande. Detta kan ta e…
    system	sv	ios	you_are_admin	strings	Du är nu administratör
    system	sv	ios	deleted_by_admin	strings	Det här meddelandet togs bort av en …
    system	sv	android	e2e_chat_old	strings	Meddelanden till denna chatt och sam…
    system	sv	android	e2e_group_old	strings	Meddelanden till denna grupp är nu s…
    system	sv	android	security_code	strings	{}:s säkerhetskod har ändrats. Tryck…
    system	sv	android	created_group_named	strings	{1} skapade gruppen "{2}"
    system	sv	android	you_created_group	strings	Du skapade gruppen "{1}"
    system	sv	android	was_added	strings	{} har lagts till
    system	sv	android	you_were_added	strings	Du har lagts till
    system	sv	android	left	strings	{} lämnade
    system	sv	android	you_left	strings	Du lämnade
    system	sv	android	was_removed	strings	{} togs bort
    system	sv	android	you_were_removed	strings	Du togs bort
    system	sv	android	joined_link	strings	{} anslöt genom att använda denna gr…
    system	sv	android	you_are_admin	strings	Du är nu administratör
    system	sv	android	you_are_not_admin	strings	Du är inte längre administratör
    system	sv	android	subject_changed	strings	{1} ändrade ämnet till "{2}"
    system	sv	android	subject_changed_from_to	strings	{1} ändrade ämnet från "{2}" till "{…
    system	sv	android	description_changed	strings	{1} ändrade gruppens beskrivning
    system	sv	android	number_changed	strings	{1}:s nummer ändrades från {2} till …
    system	sv	android	number_changed_group	strings	{1} har bytt från {2} till {3}
    system	sv	android	group_ended	strings	{} avslutade denna grupp
    system	sk	ios	e2e	strings	Správy a hovory sú zabezpečené šifro…
    system	sk	ios	e2e_now	strings	Správy a hovory sú teraz zabezpečené…
    system	sk	ios	e2e_chat_old	strings	Hovory a správy v tomto chate sú ter…
    system	sk	ios	e2e_short	strings	Správy a hovory sú zabezpečené šifro…
    system	sk	ios	security_code	strings	Bezpečnostný kód, ktorý zdieľate s p…
    system	sk	ios	created_this_group	strings	Túto skupinu vytvoril/a {}.
    system	sk	ios	created_group_named	strings	{1} vytvoril/a skupinu {2}.
    system	sk	ios	left	strings	{} opustil/a skupinu.
    system	sk	ios	removed_you	strings	{} vás odobral/a.
    system	sk	ios	added_you	strings	{} vás pridal/a.
    system	sk	ios	added	strings	{1} pridal/a používateľov {2}.
    system	sk	ios	removed	strings	{1} odobral/a používateľa {2}.
    system	sk	ios	joined_link	strings	{} sa k tejto skupine pripojil/a pom…
    system	sk	ios	you_joined_link	strings	K tejto skupine ste sa pripojili pom…
    system	sk	ios	subject_changed	strings	{1} zmenil/a tému na {2}.
    system	sk	ios	icon_changed	strings	{} zmenil/a ikonu tejto skupiny.
    system	sk	ios	icon_deleted	strings	{} odstránil/a ikonu tejto skupiny.
    system	sk	ios	description_changed	strings	{1} zmenil/a popis skupiny
    system	sk	ios	number_changed	strings	Telefónne číslo {1} bolo zmenené na …
    system	sk	ios	waiting	strings	Čaká sa na túto správu. Táto akcia m…
    system	sk	ios	you_are_admin	strings	Teraz ste správcom skupiny.
    system	sk	ios	deleted_by_admin	strings	Túto správu odstránil správca.
    system	sk	android	e2e_chat_old	strings	Hovory a správy v tomto chate sú ter…
    system	sk	android	e2e_group_old	strings	Správy pre túto skupinu sú teraz zab…
    system	sk	android	security_code	strings	Bezpečnostný kód používateľa {1} bol…
    system	sk	android	created_group_named	strings	{1} vytvoril/a skupinu {2}.
    system	sk	android	you_created_group	strings	Vytvorili ste skupinu {1}.
    system	sk	android	was_added	strings	{} pridaný/á
    system	sk	android	you_were_added	strings	Ste v skupine.
    system	sk	android	left	strings	{} opustil/a skupinu.
    system	sk	android	you_left	strings	Opustili ste skupinu.
    system	sk	android	was_removed	strings	{} odobraný/á
    system	sk	android	you_were_removed	strings	Boli ste odobraný/á.
    system	sk	android	joined_link	strings	{} sa pripojil/a k tejto skupine pom…
    system	sk	android	you_are_admin	strings	Teraz ste správcom skupiny.
    system	sk	android	you_are_not_admin	strings	Už nie ste správcom skupiny.
    system	sk	android	subject_changed	strings	{1} zmenil/a tému na {2}.
    system	sk	android	subject_changed_from_to	strings	{1} zmenil/a tému {2} na {3}.
    system	sk	android	description_changed	strings	{1} zmenil/a popis skupiny
    system	sk	android	number_changed	strings	Telefónne číslo používateľa {1} bolo…
    system	sk	android	number_changed_group	strings	{1} zmenil/a svoje číslo {2} na {3}.
    system	sk	android	group_ended	strings	{} ukončil/a túto skupinu.
    system	pl	ios	e2e	strings	Wiadomości i połączenia są w pełni z…
    system	pl	ios	e2e_now	strings	Wiadomości i połączenia są teraz w p…
    system	pl	ios	e2e_chat_old	strings	Wiadomości oraz połączenia do tego c…
    system	pl	ios	security_code	strings	Twój kod zabezpieczeń z użytkownikie…
    system	pl	ios	created_this_group	strings	{} utworzył(a) tę grupę
    system	pl	ios	created_group_named	strings	{1} utworzył(a) grupę „{2}”
    system	pl	ios	left	strings	{} opuścił(a) grupę
    system	pl	ios	removed_you	strings	{} usunął(-ęła) Cię
    system	pl	ios	added_you	strings	{} dodał(a) Cię
    system	pl	ios	added	strings	{1} dodał(a) użytkowników {2}
    system	pl	ios	removed	strings	{1} usunął(-ęła) {2}
    system	pl	ios	joined_link	strings	{} dołączył(a) do grupy, używając li…
    system	pl	ios	you_joined_link	strings	Dołączyłeś(-aś) do grupy, używając l…
    system	pl	ios	subject_changed	strings	{1} zmienił(a) temat na „{2}”
    system	pl	ios	icon_changed	strings	{} zmienił(a) ikonę tej grupy
    system	pl	ios	icon_deleted	strings	{} usunął(-ęła) ikonę tej grupy
    system	pl	ios	description_changed	strings	{1} zmienił(a) opis grupy
    system	pl	ios	number_changed	strings	{1} zmienił(a) swój numer na nowy.
    system	pl	ios	waiting	strings	Oczekiwanie na tę wiadomość. To może…
    system	pl	ios	you_are_admin	strings	Jesteś teraz administratorem grupy
    system	pl	ios	deleted_by_admin	strings	Tę wiadomość usunął administrator.
    system	pl	android	e2e_chat_old	strings	Wiadomości oraz połączenia w tym cza…
    system	pl	android	e2e_group_old	strings	Wiadomości do tej grupy są teraz zab…
    system	pl	android	security_code	strings	Kod zabezpieczenia {} uległ zmianie.…
    system	pl	android	created_group_named	strings	{1} utworzył(a) grupę "{2}"
    system	pl	android	you_created_group	strings	Utworzyłeś(aś) grupę "{1}"
    system	pl	android	was_added	strings	{} został(a) dodany(a)
    system	pl	android	you_were_added	strings	Zostałeś(aś) dodany(a)
    system	pl	android	left	strings	{} opuścił(a)
    system	pl	android	you_left	strings	Opuściłeś(aś)
    system	pl	android	was_removed	strings	{} został(a) usunięty(a)
    system	pl	android	you_were_removed	strings	Zostałeś(aś) usunięty(a)
    system	pl	android	joined_link	strings	{} dołączył(a) do grupy używając lin…
    system	pl	android	you_are_admin	strings	Jesteś teraz administratorem
    system	pl	android	you_are_not_admin	strings	Nie jesteś już administratorem
    system	pl	android	subject_changed	strings	{1} zmienił(a) temat na "{2}"
    system	pl	android	subject_changed_from_to	strings	{1} zmienił(a) temat z "{2}" na "{3}…
    system	pl	android	description_changed	strings	{1} zmienił(a) opis grupy
    system	pl	android	number_changed	strings	{1} zmienił(a) numer z {2} na {3}.
    system	pl	android	number_changed_group	strings	{1} zmienił(a) numer z {2} na {3}
    system	pl	android	group_ended	strings	{} zamknął(ęła) tę grupę
    system	ro	ios	e2e	strings	Mesajele și apelurile sunt criptate …
    system	ro	ios	e2e_now	strings	Mesajele și apelurile sunt acum crip…
    system	ro	ios	e2e_chat_old	strings	Mesajele către această conversație ș…
    system	ro	ios	security_code	strings	Codul dvs. de securitate cu {} s-a s…
    system	ro	ios	created_this_group	strings	{} a creat acest grup
    system	ro	ios	created_group_named	strings	{1} a creat grupul „{2}”
    system	ro	ios	left	strings	{} a ieșit din grup
    system	ro	ios	removed_you	strings	{} v-a eliminat din grup
    system	ro	ios	added_you	strings	{} v-a adăugat în grup
    system	ro	ios	added	strings	{1} a adăugat în grup pe {2}
    system	ro	ios	removed	strings	{1} a eliminat din grup pe {2}
    system	ro	ios	joined_link	strings	{} a intrat în grup prin linkul de i…
    system	ro	ios	you_joined_link	strings	Ați intrat în grup prin linkul de in…
    system	ro	ios	subject_changed	strings	{1} a schimbat subiectul grupului în…
    system	ro	ios	icon_changed	strings	{} a schimbat imaginea grupului
    system	ro	ios	icon_deleted	strings	{} a șters imaginea grupului
    system	ro	ios	description_changed	strings	{1} a schimbat descrierea grupului
    system	ro	ios	number_changed	strings	{1} și-a schimbat numărul de telefon…
    system	ro	ios	waiting	strings	Se așteaptă mesajul. Procesul poate …
    system	ro	ios	you_are_admin	strings	Acum sunteți admin
    system	ro	ios	deleted_by_admin	strings	Acest mesaj a fost șters de un admin…
    system	ro	android	e2e_chat_old	strings	Mesajele către această conversație ș…
    system	ro	android	e2e_group_old	strings	Mesajele către acest grup sunt acum …
    system	ro	android	security_code	strings	Codul de securitate pentru {} a fost…
    system	ro	android	created_group_named	strings	{1} a creat grupul "{2}"
    system	ro	android	you_created_group	strings	Ați creat grupul "{1}"
    system	ro	android	was_added	strings	{} a fost adăugat/ă
    system	ro	android	you_were_added	strings	Ați fost adăugat/ă.
    system	ro	android	left	strings	{} a ieșit
    system	ro	android	you_left	strings	Ați ieșit
    system	ro	android	was_removed	strings	{} a fost eliminat(ă)
    system	ro	android	you_were_removed	strings	Ați fost eliminat/ă
    system	ro	android	joined_link	strings	{} s-a alăturat grupului utilizând a…
    system	ro	android	you_are_admin	strings	Sunteți acum admin. de grup
    system	ro	android	you_are_not_admin	strings	Nu mai sunteți admin. de grup
    system	ro	android	subject_changed	strings	{1} a schimbat subiectul în "{2}"
    system	ro	android	subject_changed_from_to	strings	{1} a schimbat subiectul din "{2}" î…
    system	ro	android	description_changed	strings	{1} a schimbat descrierea grupului
    system	ro	android	number_changed	strings	Numărul de telefon pentru {1} a fost…
    system	ro	android	number_changed_group	strings	{1} a schimbat numărul de la {2} la …
    system	ro	android	group_ended	strings	{} a închis acest grup
    system	pt-BR	ios	e2e	strings	As mensagens e as chamadas são prote…
    system	pt-BR	ios	e2e_now	strings	As mensagens e as chamadas agora são…
    system	pt-BR	ios	e2e_chat_old	strings	As mensagens e as chamadas dessa con…
    system	pt-BR	ios	security_code	strings	Seu código de segurança com {} mudou…
    system	pt-BR	ios	created_this_group	strings	{} criou este grupo
    system	pt-BR	ios	created_group_named	strings	{1} criou o grupo “{2}”
    system	pt-BR	ios	left	strings	{} saiu
    system	pt-BR	ios	removed_you	strings	{} removeu você
    system	pt-BR	ios	added_you	strings	{} adicionou você
    system	pt-BR	ios	added	strings	{1} adicionou {2}
    system	pt-BR	ios	removed	strings	{1} removeu {2}
    system	pt-BR	ios	joined_link	strings	{} entrou usando o link de convite d…
    system	pt-BR	ios	you_joined_link	strings	Você entrou usando o link de convite…
    system	pt-BR	ios	subject_changed	strings	{1} mudou o nome do grupo para “{2}”
    system	pt-BR	ios	icon_changed	strings	{} mudou a imagem deste grupo.
    system	pt-BR	ios	icon_deleted	strings	{} apagou a imagem deste grupo.
    system	pt-BR	ios	description_changed	strings	{1} mudou a descrição do grupo
    system	pt-BR	ios	number_changed	strings	{1} mudou de número de telefone.
    system	pt-BR	ios	waiting	strings	Aguardando mensagem. Essa ação pode …
    system	pt-BR	ios	you_are_admin	strings	Você agora é um admin do grupo
    system	pt-BR	ios	deleted_by_admin	strings	Mensagem apagada por um admin
    system	pt-BR	android	e2e_chat_old	strings	As mensagens e chamadas desta conver…
    system	pt-BR	android	e2e_group_old	strings	As mensagens enviadas a este grupo e…
    system	pt-BR	android	security_code	strings	O código de segurança de {} mudou. T…
    system	pt-BR	android	created_group_named	strings	{1} criou o grupo "{2}"
    system	pt-BR	android	you_created_group	strings	Você criou o grupo "{1}"
    system	pt-BR	android	was_added	strings	{} foi adicionado
    system	pt-BR	android	you_were_added	strings	Você foi adicionado
    system	pt-BR	android	left	strings	{} saiu
    system	pt-BR	android	you_left	strings	Você saiu
    system	pt-BR	android	was_removed	strings	{} foi removido
    system	pt-BR	android	you_were_removed	strings	Você foi removido
    system	pt-BR	android	joined_link	strings	{} entrou usando o link de convite d…
    system	pt-BR	android	you_are_admin	strings	Você agora é um administrador
    system	pt-BR	android	you_are_not_admin	strings	Você não é mais um administrador
    system	pt-BR	android	subject_changed	strings	{1} alterou o nome do grupo para "{2…
    system	pt-BR	android	subject_changed_from_to	strings	{1} alterou o nome de "{2}" para "{3…
    system	pt-BR	android	description_changed	strings	{1} alterou a descrição do grupo
    system	pt-BR	android	number_changed	strings	O número de {1} foi alterado de {2} …
    system	pt-BR	android	number_changed_group	strings	{1} alterado de {2} para {3}
    system	pt-BR	android	group_ended	strings	{} encerrou este grupo
    system	nl	ios	e2e	strings	Berichten en gesprekken worden end-t…
    system	nl	ios	e2e_now	strings	Berichten en gesprekken worden nu en…
    system	nl	ios	e2e_chat_old	strings	Berichten in deze chat en gesprekken…
    system	nl	ios	security_code	strings	Uw beveiligingscode voor {} is gewij…
    system	nl	ios	created_this_group	strings	{} heeft deze groep aangemaakt
    system	nl	ios	created_group_named	strings	{1} heeft de groep {2} gemaakt
    system	nl	ios	left	strings	{} heeft de groep verlaten
    system	nl	ios	removed_you	strings	{} heeft u verwijderd
    system	nl	ios	added_you	strings	{} heeft u toegevoegd
    system	nl	ios	added	strings	{1} heeft {2} toegevoegd
    system	nl	ios	removed	strings	{1} heeft {2} verwijderd
    system	nl	ios	joined_link	strings	{} is deelnemer geworden via de uitn…
    system	nl	ios	you_joined_link	strings	U bent deelnemer geworden via de uit…
    system	nl	ios	subject_changed	strings	{1} heeft het onderwerp gewijzigd na…
    system	nl	ios	icon_changed	strings	{} heeft de groepsafbeelding gewijzi…
    system	nl	ios	icon_deleted	strings	{} heeft de groepsafbeelding verwijd…
    system	nl	ios	description_changed	strings	{1} heeft het groepsonderwerp gewijz…
    system	nl	ios	number_changed	strings	{1} heeft een nieuw telefoonnummer.
    system	nl	ios	waiting	strings	Wachten op dit bericht. Dit kan even…
    system	nl	ios	you_are_admin	strings	U bent nu een beheerder
    system	nl	ios	deleted_by_admin	strings	Dit bericht is verwijderd door een b…
    system	nl	android	e2e_chat_old	strings	Berichten en oproepen in deze chat z…
    system	nl	android	e2e_group_old	strings	Berichten die naar deze groep worden…
    system	nl	android	security_code	strings	{}'s beveiligingscode is gewijzigd. …
    system	nl	android	created_group_named	strings	{1} heeft de groep '{2}' aangemaakt
    system	nl	android	you_created_group	strings	U hebt de groep '{1}' gemaakt
    system	nl	android	was_added	strings	{} is toegevoegd
    system	nl	android	you_were_added	strings	U bent toegevoegd
    system	nl	android	left	strings	{} heeft de groep verlaten
    system	nl	android	you_left	strings	U hebt de groep verlaten
    system	nl	android	was_removed	strings	{} is verwijderd
    system	nl	android	you_were_removed	strings	U bent verwijderd
    system	nl	android	joined_link	strings	{} is deelnemer geworden via de uitn…
    system	nl	android	you_are_admin	strings	U bent nu beheerder
    system	nl	android	you_are_not_admin	strings	U bent geen beheerder meer
    system	nl	android	subject_changed	strings	{1} heeft het onderwerp gewijzigd na…
    system	nl	android	subject_changed_from_to	strings	{1} heeft het onderwerp gewijzigd va…
    system	nl	android	description_changed	strings	{1} heeft het groepsonderwerp gewijz…
    system	nl	android	number_changed	strings	Het nummer van {1} is gewijzigd van …
    system	nl	android	number_changed_group	strings	{1} heeft een nieuw nummer: {3} (was…
    system	nl	android	group_ended	strings	{} heeft deze groep beëindigd
    system	nb	ios	e2e	strings	Meldinger og samtaler er ende-til-en…
    system	nb	ios	e2e_now	strings	Meldinger og samtaler er nå ende-til…
    system	nb	ios	e2e_chat_old	strings	Meldinger til denne samtalen og anro…
    system	nb	ios	security_code	strings	Sikkerhetskoden med {} ble endret.
    system	nb	ios	created_this_group	strings	{} opprettet denne gruppen
    system	nb	ios	created_group_named	strings	{1} opprettet gruppen “{2}”
    system	nb	ios	left	strings	{} forlot
    system	nb	ios	removed_you	strings	{} fjernet deg
    system	nb	ios	added_you	strings	{} la deg til
    system	nb	ios	added	strings	{1} la til {2}
    system	nb	ios	removed	strings	{1} fjernet {2}
    system	nb	ios	joined_link	strings	{} ble med ved hjelp av denne gruppe…
    system	nb	ios	you_joined_link	strings	Du ble med i gruppen ved hjelp av in…
    system	nb	ios	subject_changed	strings	{1} endret emnet til “{2}”
    system	nb	ios	icon_changed	strings	{} endret gruppebildet i denne grupp…
    system	nb	ios	icon_deleted	strings	{} slettet gruppebildet
    system	nb	ios	description_changed	strings	{1} endret gruppebeskrivelsen
    system	nb	ios	number_changed	strings	{1} endret telefonnummeret sitt.
    system	nb	ios	waiting	strings	Venter på denne meldingen. Dette kan…
    system	nb	ios	you_are_admin	strings	Du er nå en administrator
    system	nb	ios	deleted_by_admin	strings	Denne meldingen ble slettet av en ad…
    system	nb	android	e2e_chat_old	strings	Meldinger til denne samtalen er nå k…
    system	nb	android	e2e_group_old	strings	Meldinger til denne gruppen er nå kr…
    system	nb	android	security_code	strings	{}'s sikkerhetskode er endret. Trykk…
    system	nb	android	created_group_named	strings	{1} opprettet gruppen "{2}"
    system	nb	android	you_created_group	strings	Du laget gruppen "{1}"
    system	nb	android	was_added	strings	{} ble lagt til
    system	nb	android	you_were_added	strings	Du ble lagt til
    system	nb	android	left	strings	{} forlot gruppen
    system	nb	android	you_left	strings	Du forlot gruppen
    system	nb	android	was_removed	strings	{} ble fjernet
    system	nb	android	you_were_removed	strings	Du ble fjernet
    system	nb	android	joined_link	strings	{} ble med ved bruk av denne gruppen…
    system	nb	android	you_are_admin	strings	Du er nå en administrator
    system	nb	android	you_are_not_admin	strings	Du er ikke en administrator lenger
    system	nb	android	subject_changed	strings	{1} endret emnet til "{2}"
    system	nb	android	subject_changed_from_to	strings	{1} endret emne fra "{2}" til "{3}"
    system	nb	android	description_changed	strings	{1} endret gruppebeskrivelsen
    system	nb	android	number_changed	strings	{1}'s telefonnummer har blitt endret…
    system	nb	android	number_changed_group	strings	{1} endret fra {2} til {3}
    system	nb	android	group_ended	strings	{} avsluttet denne gruppen
    system	ms	ios	e2e	strings	Mesej dan panggilan disulitkan hujun…
    system	ms	ios	e2e_now	strings	Mesej dan panggilan kini disulitkan …
    system	ms	ios	e2e_chat_old	strings	Panggilan serta mesej kepada sembang…
    system	ms	ios	security_code	strings	Kod keselamatan anda dengan {} telah…
    system	ms	ios	created_this_group	strings	{} mencipta grup ini
    system	ms	ios	created_group_named	strings	{1} telah mencipta grup “{2}”
    system	ms	ios	left	strings	{} keluar
    system	ms	ios	removed_you	strings	{} mengeluarkan anda
    system	ms	ios	added_you	strings	{} menambah anda
    system	ms	ios	added	strings	{1} memasukkan {2}
    system	ms	ios	removed	strings	{1} mengeluarkan {2}
    system	ms	ios	joined_link	strings	{} menyertai menggunakan pautan unda…
    system	ms	ios	you_joined_link	strings	Anda menyertai menggunakan pautan un…
    system	ms	ios	subject_changed	strings	{1} mengubah subjek kepada “{2}”
    system	ms	ios	icon_changed	strings	{} mengubah ikon grup ini
    system	ms	ios	icon_deleted	strings	{} memadam ikon grup ini
    system	ms	ios	description_changed	strings	{1} telah menukar deskripsi kumpulan
    system	ms	ios	number_changed	strings	{1} telah mengubah nombor telefonnya…
    system	ms	ios	waiting	strings	Menunggu untuk mesej ini. Ini mungki…
    system	ms	ios	you_are_admin	strings	Anda kini adalah pentadbir
    system	ms	ios	deleted_by_admin	strings	Mesej ini telah dipadamkan oleh pent…
    system	ms	android	e2e_chat_old	strings	Mesej-mesej ke sembang ini dan pangg…
    system	ms	android	e2e_group_old	strings	Mesej-mesej ke grup ini kini selamat…
    system	ms	android	security_code	strings	Kod keselamatan {} telah ditukar. Ke…
    system	ms	android	created_group_named	strings	{1} telah mencipta grup "{2}"
    system	ms	android	you_created_group	strings	Anda telah mencipta grup "{1}"
    system	ms	android	was_added	strings	{} telah ditambah
    system	ms	android	you_were_added	strings	Anda telah ditambah
    system	ms	android	left	strings	{} keluar
    system	ms	android	you_left	strings	Anda telah keluar
    system	ms	android	was_removed	strings	{} telah dibuang
    system	ms	android	you_were_removed	strings	Anda telah dibuang
    system	ms	android	joined_link	strings	{} telah menyertai menggunakan pauta…
    system	ms	android	you_are_admin	strings	Anda kini adalah pentadbir
    system	ms	android	you_are_not_admin	strings	Anda bukan lagi pentadbir
    system	ms	android	subject_changed	strings	{1} mengubah subjek grup ke "{2}"
    system	ms	android	subject_changed_from_to	strings	{1} telah mengubah subjek dari "{2}"…
    system	ms	android	description_changed	strings	{1} telah mengubah deskripsi grup
    system	ms	android	number_changed	strings	Nombor {1} telah diubah dari {2} ke …
    system	ms	android	number_changed_group	strings	{1} telah menukar nombor dari {2} ke…
    system	ms	android	group_ended	strings	{} telah menamatkan grup ini
    system	mr	ios	e2e	strings	मेसेजेस आणि कॉल्स एन्ड-टू-एन्ड एन्क्…
    system	mr	ios	e2e_now	strings	आता मेसेजेस आणि कॉल्स एन्ड-टू-एन्ड ए…
    system	mr	ios	e2e_chat_old	strings	या चॅटमधील मेसेजेस आणि कॉल्स आता एन्…
    system	mr	ios	security_code	strings	तुमचा {} संबंधित सुरक्षा कोड बदलला आ…
    system	mr	ios	created_this_group	strings	{} यांनी हा ग्रुप निर्माण केला
    system	mr	ios	created_group_named	strings	{1} यांनी “{2}” हा ग्रुप तयार केला
    system	mr	ios	left	strings	{} यांनी ग्रुप सोडला
    system	mr	ios	removed_you	strings	{} यांनी तुम्हाला काढले
    system	mr	ios	added_you	strings	{} यांनी तुम्हाला समाविष्ट केले
    system	mr	ios	added	strings	{1} यांनी {2} यांना समाविष्ट केले
    system	mr	ios	removed	strings	{1} यांनी {2} यांना काढले
    system	mr	ios	joined_link	strings	या ग्रुपची आमंत्रण लिंक वापरून {} सा…
    system	mr	ios	you_joined_link	strings	तुम्ही या ग्रुपची आमंत्रण लिंक वापरू…
    system	mr	ios	subject_changed	strings	{1} यांनी विषय बदलून “{2}” केला
    system	mr	ios	icon_changed	strings	{} यांनी या ग्रुपचा फोटो बदलला
    system	mr	ios	icon_deleted	strings	{} यांनी या ग्रुपचा फोटो हटवला
    system	mr	ios	description_changed	strings	{1} ने ग्रुप वर्णन बदलले
    system	mr	ios	number_changed	strings	{1} यांनी त्यांचा फोन नंबर नवीन फोन …
    system	mr	ios	waiting	strings	या मेसेजची प्रतीक्षा करत आहोत. यासाठ…
    system	mr	ios	you_are_admin	strings	आता तुम्ही ॲडमिन आहात
    system	mr	ios	deleted_by_admin	strings	हा मेसेज ॲडमिनने हटवला.
    system	mr	android	e2e_chat_old	strings	या गप्पांमधील संदेश आणि कॉल्स हे आता…
    system	mr	android	e2e_group_old	strings	या गटामधील संदेश आता संपूर्णपणे कूटब…
    system	mr	android	security_code	strings	{} यांचा सुरक्षा कोड बदलला. अधिक माह…
    system	mr	android	created_group_named	strings	{1} यांनी "{2}" हा गट तयार केला
    system	mr	android	you_created_group	strings	आपण "{1}" हा गट बनवला
    system	mr	android	was_added	strings	{} यांना समाविष्ट केले
    system	mr	android	you_were_added	strings	तुम्हाला समाविष्ट करण्यात आले
    system	mr	android	left	strings	{} सोडून गेले
    system	mr	android	you_left	strings	आपण गट सोडलात
    system	mr	android	was_removed	strings	{} यांना काढून टाकण्यात आले
    system	mr	android	you_were_removed	strings	आपणास काढून टाकण्यात आले
    system	mr	android	joined_link	strings	या गटाचा आमंत्रण दुवा वापरून {} सामी…
    system	mr	android	you_are_admin	strings	आता आपण प्रशासक आहात
    system	mr	android	you_are_not_admin	strings	आपण यापुढे अॅडमीन नाही
    system	mr	android	subject_changed	strings	{1} यांनी विषय बदलुन "{2}" केला
    system	mr	android	subject_changed_from_to	strings	{1} यांनी विषय बदलुन "{2}" चा "{3}" …
    system	mr	android	description_changed	strings	{1} ने समूहाचे चिन्ह बदलले
    system	mr	android	number_changed	strings	{1} यांचा नंबर {2} वरून {3} मध्ये बद…
    system	mr	android	number_changed_group	strings	{1} यांचा क्रमांक {2} पासून {3} असा …
    system	mr	android	group_ended	strings	{} यांनी या गटाचा शेवट केला
    system	ko	ios	e2e	strings	메시지 및 전화는 종단간 암호화되어 안전합니다. 아무도 엿보거나 …
    system	ko	ios	e2e_now	strings	메시지 및 전화는 이제 종단간 암호화되어 안전합니다. 아무도 엿보…
    system	ko	ios	e2e_chat_old	strings	이 대화 및 통화의 메시지는 이제 종단간 암호화되어 안전합니다.
    system	ko	ios	e2e_short	strings	메시지 및 전화는 종단간 암호화되어 안전합니다.
    system	ko	ios	security_code	strings	{}님과의 보안 코드가 변경되었습니다.
    system	ko	ios	created_this_group	strings	{}님이 이 그룹을 만들었습니다
    system	ko	ios	created_group_named	strings	{1}님이 “{2}” 그룹을 만들었습니다.
    system	ko	ios	left	strings	{}님이 그룹에서 나갔습니다
    system	ko	ios	removed_you	strings	{}님이 회원님을 퇴장시켰습니다
    system	ko	ios	added_you	strings	{}님이 회원님을 추가했습니다
    system	ko	ios	added	strings	{1}님이 {2}을(를) 추가했습니다
    system	ko	ios	removed	strings	{1}님이 {2}님을 퇴장시켰습니다
    system	ko	ios	joined_link	strings	{}님이 이 그룹 초대 링크로 참여했습니다
    system	ko	ios	you_joined_link	strings	이 그룹 초대 링크로 참여했습니다
    system	ko	ios	subject_changed	strings	{1}님이 그룹 이름을 “{2}”(으)로 변경했습니다.
    system	ko	ios	icon_changed	strings	{}님이 그룹 아이콘을 변경했습니다
    system	ko	ios	icon_deleted	strings	{}님이 그룹 아이콘을 삭제했습니다
    system	ko	ios	description_changed	strings	{1}님이 그룹 설명을 변경했습니다.
    system	ko	ios	number_changed	strings	{1}님이 휴대전화 번호를 새로운 번호로 변경되었습니다.
    system	ko	ios	waiting	strings	메시지 암호화 대기중입니다. 다소 시간이 소요될 수 있습니다.
    system	ko	ios	you_are_admin	strings	회원님은 이제 관리자입니다
    system	ko	ios	deleted_by_admin	strings	이 메시지는 관리자에 의해 삭제되었습니다.
    system	ko	android	e2e_chat_old	strings	이 대화 및 통화의 메시지는 이제 종단간 암호화되어 안전합니다. …
    system	ko	android	e2e_group_old	strings	이 그룹의 메시지는 이제 종단간 암호화되어 안전합니다. 더 많은 …
    system	ko	android	security_code	strings	{}님의 보안 코드가 변경되었습니다. 더 많은 정보를 보려면 탭하…
    system	ko	android	created_group_named	strings	{1}님이 “{2}”그룹을 만들었습니다
    system	ko	android	you_created_group	strings	“{1}”그룹을 만들었습니다
    system	ko	android	was_added	strings	{}님이 추가되었습니다.
    system	ko	android	you_were_added	strings	그룹에 추가되었습니다.
    system	ko	android	left	strings	{}님이 퇴장하였습니다
    system	ko	android	you_left	strings	퇴장했습니다
    system	ko	android	was_removed	strings	{}님 강제 퇴장
    system	ko	android	you_were_removed	strings	강제 퇴장되었습니다
    system	ko	android	joined_link	strings	{}님이 이 그룹 초대 링크로 참여했습니다
    system	ko	android	you_are_admin	strings	그룹장이 되었습니다
    system	ko	android	you_are_not_admin	strings	더이상 그룹장이 아닙니다
    system	ko	android	subject_changed	strings	{1}님이 그룹 이름을 “{2}”로 변경했습니다.
    system	ko	android	subject_changed_from_to	strings	{1}님이 그룹 이름을 “{2}”에서 “{3}”로 변경했습니다.
    system	ko	android	description_changed	strings	{1}님이 그룹 설명을 변경했습니다.
    system	ko	android	number_changed	strings	{1}님의 전화번호가 {2}에서 {3}으로 변경되었습니다.
    system	ko	android	number_changed_group	strings	{1}님의 전화번호가 {2}번에서 {3}번으로 변경되었습니다
    system	ko	android	group_ended	strings	{}님이 그룹을 종료하였습니다
    system	ja	ios	e2e	strings	メッセージと通話はエンドツーエンド暗号化されています。チャットの参加者以…
    system	ja	ios	e2e_chat_old	strings	このチャットへのメッセージと通話は、エンドツーエンド暗号化で保護されてい…
    system	ja	ios	e2e_short	strings	メッセージと通話はエンドツーエンド暗号化されています。
    system	ja	ios	security_code	strings	{}とのセキュリティコードが変更されました。
    system	ja	ios	created_this_group	strings	{}がグループを作成しました
    system	ja	ios	created_group_named	strings	{1}がグループ「{2}」を作成しました
    system	ja	ios	left	strings	{}が退出しました
    system	ja	ios	removed_you	strings	{}があなたを削除しました
    system	ja	ios	added_you	strings	{}があなたを追加しました
    system	ja	ios	added	strings	{1}が{2}を追加
    system	ja	ios	removed	strings	{1}が{2}を削除しました
    system	ja	ios	joined_link	strings	{}が招待リンクからグループに参加しました
    system	ja	ios	you_joined_link	strings	招待リンクからグループに参加しました
    system	ja	ios	subject_changed	strings	{1} がグループ名を「{2}」に変更しました
    system	ja	ios	icon_changed	strings	{}がグループアイコンを変更しました
    system	ja	ios	icon_deleted	strings	{}がグループアイコンを削除しました
    system	ja	ios	description_changed	strings	{1} がグループの説明を変更しました
    system	ja	ios	number_changed	strings	{1}が電話番号を変更しました。
    system	ja	ios	waiting	strings	メッセージを待っています。しばらく時間がかかることがあります。
    system	ja	ios	you_are_admin	strings	管理者になりました
    system	ja	ios	deleted_by_admin	strings	このメッセージは管理者により削除されました。
    system	ja	android	e2e_chat_old	strings	このチャットと通話へのメッセージは、エンドツーエンドの暗号化で保護されて…
    system	ja	android	e2e_group_old	strings	このグループへのメッセージは、エンドツーエンドの暗号化で保護されています…
    system	ja	android	security_code	strings	{} のセキュリティコードが変更されました。タップして詳細を表示します。
    system	ja	android	created_group_named	strings	{1}がグループ「{2}」を作成しました
    system	ja	android	you_created_group	strings	グループ "{1}"を作成しました
    system	ja	android	was_added	strings	{} が追加されました
    system	ja	android	you_were_added	strings	グループに追加されました
    system	ja	android	left	strings	{} が退出
    system	ja	android	you_left	strings	退出しました
    system	ja	android	was_removed	strings	{} が削除されました
    system	ja	android	you_were_removed	strings	グループから削除されました
    system	ja	android	joined_link	strings	{} がこのグループの招待リンクから参加しました
    system	ja	android	you_are_admin	strings	管理者になりました
    system	ja	android	you_are_not_admin	strings	管理者ではなくなりました
    system	ja	android	subject_changed	strings	{1} がグループ名を「{2}」に変更しました
    system	ja	android	subject_changed_from_to	strings	{1} が件名を“{2}”から“{3}”に変更しました
    system	ja	android	description_changed	strings	{1} がグループの説明を変更しました
    system	ja	android	number_changed	strings	{1}の番号が{2}から{3}に変更されました。
    system	ja	android	number_changed_group	strings	{1}の電話番号が{2}から{3}に変更しました
    system	ja	android	group_ended	strings	{}がグループを閉鎖しました
    system	hu	ios	e2e	strings	Az üzenetek és hívások végpontok köz…
    system	hu	ios	e2e_now	strings	Az üzenetek és hívások mostantól vég…
    system	hu	ios	e2e_chat_old	strings	Az ehhez a csevegéshez tartozó üzene…
    system	hu	ios	security_code	strings	{} biztonsági kódja megváltozott.
    system	hu	ios	created_this_group	strings	{} hozta létre ezt a csoportot
    system	hu	ios	created_group_named	strings	{1} létrehozott egy csoportot: “{2}”
    system	hu	ios	left	strings	{} kilépett
    system	hu	ios	removed_you	strings	{} eltávolított téged
    system	hu	ios	added_you	strings	{} hozzáadott téged
    system	hu	ios	added	strings	{1} hozzáadta őket: {2}
    system	hu	ios	removed	strings	{1} eltávolította {2}
    system	hu	ios	joined_link	strings	{} csatlakozott a csoporthoz a meghí…
    system	hu	ios	you_joined_link	strings	A meghívólink segítségével csatlakoz…
    system	hu	ios	subject_changed	strings	{1} megváltoztatta a témát erre: “{2…
    system	hu	ios	icon_changed	strings	{} kicserélte a csoport ikonját
    system	hu	ios	icon_deleted	strings	{} törölte a csoport ikonját
    system	hu	ios	description_changed	strings	{1} megváltoztatta a csoportleírást
    system	hu	ios	number_changed	strings	{1} megváltoztatta a telefonszámát e…
    system	hu	ios	waiting	strings	Várakozás az üzenetre. Ez eltarthat …
    system	hu	ios	you_are_admin	strings	Admin lettél
    system	hu	ios	deleted_by_admin	strings	Ezt az üzenetet az egyik admin eltáv…
    system	hu	android	e2e_chat_old	strings	Az ebben a csevegésben lévő üzenetek…
    system	hu	android	e2e_group_old	strings	Az ebben a csoportban lévő üzenetek …
    system	hu	android	security_code	strings	{} biztonsági kódja megváltozott. Ko…
    system	hu	android	created_group_named	strings	{1} létrehozta a következő csoportot…
    system	hu	android	you_created_group	strings	Létrehoztál egy csoportot: "{1}"
    system	hu	android	was_added	strings	{} csatlakozott
    system	hu	android	you_were_added	strings	Hozzá lettél adva
    system	hu	android	left	strings	{} kilépett
    system	hu	android	you_left	strings	Kiléptél
    system	hu	android	was_removed	strings	{} eltávolítva
    system	hu	android	you_were_removed	strings	El lettél távolítva
    system	hu	android	joined_link	strings	{} csatlakozott a csoporthoz a meghí…
    system	hu	android	you_are_admin	strings	Admin lettél
    system	hu	android	you_are_not_admin	strings	Nem vagy többé admin
    system	hu	android	subject_changed	strings	{1} megváltoztatta a témát erre: "{2…
    system	hu	android	subject_changed_from_to	strings	{1} megváltoztatta a témát erről: "{…
    system	hu	android	description_changed	strings	{1} megváltoztatta a csoport témáját
    system	hu	android	number_changed	strings	{1} telefonszáma megváltozott erről:…
    system	hu	android	number_changed_group	strings	{1} száma megváltozott erről: {2}, e…
    system	hu	android	group_ended	strings	{} lezárta ezt a csoportot
    system	id	ios	e2e	strings	Pesan dan panggilan terenkripsi seca…
    system	id	ios	e2e_now	strings	Pesan dan panggilan kini terenkripsi…
    system	id	ios	e2e_chat_old	strings	Pesan yang dikirim ke chat ini dan p…
    system	id	ios	security_code	strings	Kode keamanan Anda dengan {} telah b…
    system	id	ios	created_this_group	strings	{} membuat grup ini
    system	id	ios	created_group_named	strings	{1} membuat grup “{2}”
    system	id	ios	left	strings	{} keluar
    system	id	ios	removed_you	strings	{} mengeluarkan Anda
    system	id	ios	added_you	strings	{} menambahkan Anda
    system	id	ios	added	strings	{1} menambahkan {2}
    system	id	ios	removed	strings	{1} mengeluarkan {2}
    system	id	ios	joined_link	strings	{} bergabung menggunakan tautan unda…
    system	id	ios	you_joined_link	strings	Anda bergabung menggunakan tautan un…
    system	id	ios	subject_changed	strings	{1} telah mengubah subjek menjadi “{…
    system	id	ios	icon_changed	strings	{} mengubah ikon grup ini
    system	id	ios	icon_deleted	strings	{} menghapus ikon grup ini
    system	id	ios	description_changed	strings	{1} mengubah deskripsi grup
    system	id	ios	number_changed	strings	{1} telah mengganti nomor teleponnya…
    system	id	ios	waiting	strings	Menunggu pesan ini. Ini mungkin memb…
    system	id	ios	you_are_admin	strings	Anda sekarang admin
    system	id	ios	deleted_by_admin	strings	Pesan ini dihapus oleh admin.
    system	id	android	e2e_chat_old	strings	Pesan-pesan yang dikirimkan ke chat …
    system	id	android	e2e_group_old	strings	Pesan-pesan yang dikirimkan ke grup …
    system	id	android	security_code	strings	Kode keamanan {} berubah. Ketuk untu…
    system	id	android	created_group_named	strings	{1} membuat grup "{2}"
    system	id	android	you_created_group	strings	Anda membuat grup "{1}"
    system	id	android	was_added	strings	{} telah ditambahkan
    system	id	android	you_were_added	strings	Anda telah ditambahkan
    system	id	android	left	strings	{} keluar
    system	id	android	you_left	strings	Anda keluar
    system	id	android	was_removed	strings	{} telah dikeluarkan
    system	id	android	you_were_removed	strings	Anda telah dikeluarkan
    system	id	android	joined_link	strings	{} telah bergabung menggunakan tauta…
    system	id	android	you_are_admin	strings	Anda sekarang adalah admin
    system	id	android	you_are_not_admin	strings	Anda bukan lagi seorang admin
    system	id	android	subject_changed	strings	{1} mengubah subjek menjadi "{2}"
    system	id	android	subject_changed_from_to	strings	{1} telah mengubah subjek dari "{2}"…
    system	id	android	description_changed	strings	{1} telah mengubah deskripsi grup
    system	id	android	number_changed	strings	Nomor {1} telah diganti dari {2} ke …
    system	id	android	number_changed_group	strings	{1} telah mengganti nomor dari {2} k…
    system	id	android	group_ended	strings	{} telah mengakhiri grup ini
    system	hr	ios	e2e	strings	Poruke i pozivi zaštićeni su potpuno…
    system	hr	ios	e2e_chat_old	strings	Poruke ovom razgovoru i pozivi sad s…
    system	hr	ios	security_code	strings	Vaš sigurnosni kôd za kontakt {} pro…
    system	hr	ios	created_this_group	strings	{} je izradio/la ovu grupu
    system	hr	ios	created_group_named	strings	{1} je izradio/la grupu “{2}”
    system	hr	ios	left	strings	{} je napustio/la
    system	hr	ios	removed_you	strings	{} te obrisao
    system	hr	ios	added_you	strings	{} vas je dodao
    system	hr	ios	added	strings	{1} je dodao/la {2}
    system	hr	ios	removed	strings	{1} je uklonio/la {2}
    system	hr	ios	joined_link	strings	{} se pridružio/la koristeći pozivni…
    system	hr	ios	you_joined_link	strings	Pridružili ste se koristeći pozivnic…
    system	hr	ios	subject_changed	strings	{1} je promjenio/la temu u “{2}”
    system	hr	ios	icon_changed	strings	{} je promijenio/la ikonu ove grupe
    system	hr	ios	icon_deleted	strings	{} je izbrisao/la ikonu ove grupe
    system	hr	ios	description_changed	strings	{1} je promijenio/la opis grupe
    system	hr	ios	number_changed	strings	{1} je promijenio/la svoj broj telef…
    system	hr	ios	waiting	strings	Čekanje na ovu poruku. Ovo može potr…
    system	hr	ios	you_are_admin	strings	Sad ste admin
    system	hr	ios	deleted_by_admin	strings	Ovu je poruku izbrisao administrator…
    system	hr	android	e2e_chat_old	strings	Poruke poslane na ovaj razgovor i po…
    system	hr	android	e2e_group_old	strings	Poruke poslane na ovu grupu sad su o…
    system	hr	android	security_code	strings	Sigurnosni kôd kontakta {} je promje…
    system	hr	android	created_group_named	strings	{1} je stvorio/la grupu "{2}"
    system	hr	android	you_created_group	strings	Stvorili ste grupu "{1}"
    system	hr	android	was_added	strings	{} je dodan/a
    system	hr	android	you_were_added	strings	Dodani ste
    system	hr	android	left	strings	{} izašao
    system	hr	android	you_left	strings	Izašli ste
    system	hr	android	was_removed	strings	{} je uklonjen/a
    system	hr	android	you_were_removed	strings	Uklonjeni ste
    system	hr	android	joined_link	strings	{} se pridružio/la koristeći pozivni…
    system	hr	android	you_are_admin	strings	Sad ste administrator
    system	hr	android	you_are_not_admin	strings	Niste više administrator
    system	hr	android	subject_changed	strings	{1} je promijenio naslov u "{2}"
    system	hr	android	subject_changed_from_to	strings	{1} je promijenio naslov iz "{2}" u …
    system	hr	android	description_changed	strings	{1} je promijenio/la opis grupe
    system	hr	android	number_changed	strings	{1} je promijenio/la broj iz {2} u {…
    system	hr	android	number_changed_group	strings	{1} je promijenio/la {2} u {3}
    system	hr	android	group_ended	strings	{} je zatvorio/la ovu grupu
    system	hi	ios	e2e	strings	मैसेजेस और कॉल्स एंड-टू-एंड एन्क्रिप…
    system	hi	ios	e2e_chat_old	strings	इस चैट में भेजे जाने वाले मैसेजेस और…
    system	hi	ios	security_code	strings	{} के लिए आपका सुरक्षा कोड बदल गया ह…
    system	hi	ios	created_this_group	strings	{} ने यह ग्रुप बनाया
    system	hi	ios	created_group_named	strings	{1} ने ग्रुप “{2}” बनाया
    system	hi	ios	left	strings	{} ने छोड़ा
    system	hi	ios	removed_you	strings	{} ने आपको हटाया
    system	hi	ios	added_you	strings	{} ने आपको शामिल किया
    system	hi	ios	added	strings	{1} ने {2} को शामिल किया
    system	hi	ios	removed	strings	{1} ने {2} को हटाया
    system	hi	ios	joined_link	strings	{} आमंत्रण लिंक का इस्तेमाल करके ग्र…
    system	hi	ios	you_joined_link	strings	आप इस ग्रुप के आमंत्रण लिंक का इस्ते…
    system	hi	ios	subject_changed	strings	{1} ने ग्रुप का नाम बदलकर “{2}” किया
    system	hi	ios	icon_changed	strings	{} ने इस ग्रुप की फ़ोटो बदली
    system	hi	ios	icon_deleted	strings	{} ने इस ग्रुप की फ़ोटो डिलीट की
    system	hi	ios	description_changed	strings	{1} ने ग्रुप का वर्णन बदला
    system	hi	ios	number_changed	strings	{1} ने अपना फ़ोन नंबर बदला है.
    system	hi	ios	waiting	strings	इस मैसेज को लोड होने में थोड़ा समय ल…
    system	hi	ios	you_are_admin	strings	आप अब एडमिन हैं
    system	hi	ios	deleted_by_admin	strings	यह मैसेज किसी एडमिन ने डिलीट कर दिया…
    system	hi	android	e2e_chat_old	strings	इस चैट और कॉल मे भेजे गए सन्देश शुरू…
    system	hi	android	e2e_group_old	strings	इस समूह में भेजे गए संदेश शुरू से अं…
    system	hi	android	security_code	strings	{} का सुरक्षा कोड बदल गया है. अधिक ज…
    system	hi	android	created_group_named	strings	{1} ने "{2}" समूह बनाया
    system	hi	android	you_created_group	strings	आपने "{1}" समूह बनाया
    system	hi	android	was_added	strings	{} को शामिल किया गया
    system	hi	android	you_were_added	strings	आपको शामिल किया गया
    system	hi	android	left	strings	{} नें छोड़ा
    system	hi	android	you_left	strings	आपनें छोड़ दिया
    system	hi	android	was_removed	strings	{} को हटा दिया गया
    system	hi	android	you_were_removed	strings	आप को हटा दिया गया है
    system	hi	android	joined_link	strings	समूह निमंत्रण लिंक का उपयोग कर के {}…
    system	hi	android	you_are_admin	strings	अब आप एक प्रशासक हैं
    system	hi	android	you_are_not_admin	strings	अब आप एक प्रशासक नही रहे हैं
    system	hi	android	subject_changed	strings	{1} ने विषय को "{2}" में बदला
    system	hi	android	subject_changed_from_to	strings	{1} ने विषय को "{2}" से "{3}" में बद…
    system	hi	android	description_changed	strings	{1} ने समूह का वर्णन बदला
    system	hi	android	number_changed	strings	{1} का नंबर {2} से {3} में बदला गया.
    system	hi	android	number_changed_group	strings	{1} ने अपना नंबर {2} से बदलकर {3} कि…
    system	hi	android	group_ended	strings	{} ने समूह समाप्त किया
    system	gu	ios	e2e	strings	મેસેજ અને કૉલ શરૂથી અંત સુધી સુરક્ષિ…
    system	gu	ios	e2e_now	strings	હવે મેસેજ અને કૉલ શરૂથી અંત સુધી સુર…
    system	gu	ios	e2e_chat_old	strings	આ ચેટના મેસેજ અને કૉલ હવે શરૂથી અંત …
    system	gu	ios	security_code	strings	{} સાથેનો તમારો સુરક્ષા કોડ બદલાઈ ગય…
    system	gu	ios	created_this_group	strings	{}એ આ ગ્રૂપ બનાવ્યું
    system	gu	ios	created_group_named	strings	{1} દ્વારા “{2}” ગ્રૂપ બનાવવામાં આવ્…
    system	gu	ios	left	strings	{} છોડીને ગયા
    system	gu	ios	removed_you	strings	{}એ તમને દૂર કર્યા
    system	gu	ios	added_you	strings	{}એ તમને ઉમેર્યા
    system	gu	ios	added	strings	{1}એ {2}ને ઉમેર્યા
    system	gu	ios	removed	strings	{1}એ {2}ને હટાવી દીધા
    system	gu	ios	joined_link	strings	આ ગ્રૂપની આમંત્રણ લિંક વાપરીને {} જો…
    system	gu	ios	you_joined_link	strings	તમે આ ગ્રૂપની આમંત્રણ લિંકથી જોડાયા
    system	gu	ios	subject_changed	strings	{1}એ વિષયને “{2}”માં બદલ્યું
    system	gu	ios	icon_changed	strings	{}એ આ ગ્રૂપનો ફોટો બદલ્યો
    system	gu	ios	icon_deleted	strings	{}એ આ ગ્રૂપનો ફોટો ડિલીટ કર્યો
    system	gu	ios	description_changed	strings	{1}એ ગ્રૂપનું વર્ણન બદલ્યું
    system	gu	ios	number_changed	strings	{1}એ તેમના ફોન નંબરને નવા નંબર સાથે …
    system	gu	ios	waiting	strings	આ મેસેજની રાહ જોવાય છે. એમાં થોડી વા…
    system	gu	ios	you_are_admin	strings	તમે હવે એડમિન છો
    system	gu	ios	deleted_by_admin	strings	આ મેસેજ એડમિને ડિલીટ કર્યો હતો.
    system	gu	android	e2e_chat_old	strings	આ વાતના સંદેશાઓ અને કૉલ્સ હવે શરૂઆતથ…
    system	gu	android	e2e_group_old	strings	આ સમૂહના સંદેશાઓ હવે શરૂઆતથી અંત સુધ…
    system	gu	android	security_code	strings	{}નું સુરક્ષા કોડ બદલાયું. વધુ માહિત…
    system	gu	android	created_group_named	strings	{1}એ સમૂહ "{2}" બનાવ્યું
    system	gu	android	you_created_group	strings	તમે "{1}" સમૂહ બનાવ્યું
    system	gu	android	was_added	strings	{} ઉમેરાયા હતા
    system	gu	android	you_were_added	strings	તમને ઉમેરવામાં આવ્યા હતા
    system	gu	android	left	strings	{} છોડી ને ગયા
    system	gu	android	you_left	strings	તમે છોડયું
    system	gu	android	was_removed	strings	{} ને કાઢી નંખાયું
    system	gu	android	you_were_removed	strings	તમને કાઢી નખાયા
    system	gu	android	joined_link	strings	{} સમૂહમાં આમંત્રણ લિંકથી જોડાયો છે
    system	gu	android	you_are_admin	strings	હવે તમે સંચાલક છો
    system	gu	android	you_are_not_admin	strings	તમે હવે સંચાલક નથી રહ્યા
    system	gu	android	subject_changed	strings	{1}એ વિષયને "{2}"માં બદલ્યું
    system	gu	android	subject_changed_from_to	strings	{1}એ વિષયને "{2}"થી બદલીને "{3}" કર્…
    system	gu	android	description_changed	strings	{1}એ સમૂહનું વર્ણન બદલ્યું
    system	gu	android	number_changed	strings	{1}નો નંબર {2}થી {3}માં બદલાયો.
    system	gu	android	number_changed_group	strings	{1} બદલાઈને {2}થી {3} થયો છે
    system	gu	android	group_ended	strings	{} એ અા સમૂહને બંધ કર્યું
    system	ga	ios	e2e	strings	Déantar criptiúchán ó cheann go cean…
    system	ga	ios	e2e_now	strings	Déantar criptiú ó cheann go ceann an…
    system	ga	ios	e2e_chat_old	strings	Déantar teachtaireachtaí chuig an gc…
    system	ga	ios	security_code	strings	Athraíodh an cód slándála atá agat l…
    system	ga	ios	created_this_group	strings	Chruthaigh {} an grúpa seo
    system	ga	ios	created_group_named	strings	Chruthaigh {1} an grúpa “{2}”
    system	ga	ios	left	strings	D'fhág {}
    system	ga	ios	removed_you	strings	Bhain {} thú
    system	ga	ios	added_you	strings	Chuir {} leis thú
    system	ga	ios	added	strings	Chuir {1} {2} leis
    system	ga	ios	removed	strings	Bhain {1} {2} den ghrúpa
    system	ga	ios	joined_link	strings	Chuaigh {} isteach ann le nasc cuiri…
    system	ga	ios	you_joined_link	strings	Chuaigh tú isteach ann le nasc cuiri…
    system	ga	ios	subject_changed	strings	D'athraigh {1} an t-ábhar go “{2}”
    system	ga	ios	icon_changed	strings	D'athraigh {} deilbhín an ghrúpa seo
    system	ga	ios	icon_deleted	strings	Scrios {} deilbhín an ghrúpa seo
    system	ga	ios	description_changed	strings	D'athraigh {1} an cur síos ar an ngr…
    system	ga	ios	number_changed	strings	D'athraigh {1} a (h)uimhir ghutháin …
    system	ga	ios	waiting	strings	Ag fanacht leis an teachtaireacht se…
    system	ga	ios	you_are_admin	strings	Tá tú i do riarthóir anois
    system	ga	ios	deleted_by_admin	strings	Scrios riarthóir an teachtaireacht s…
    system	fi	ios	e2e	strings	Viestit ja puhelut salataan täysin. …
    system	fi	ios	e2e_now	strings	Viestit ja puhelut salataan nyt täys…
    system	fi	ios	e2e_chat_old	strings	Viestit tähän keskusteluun ja puhelu…
    system	fi	ios	e2e_short	strings	Viestit ja puhelut salataan täysin.
    system	fi	ios	security_code	strings	Turvanumerosi muuttui henkilön {} ka…
    system	fi	ios	created_this_group	strings	{} loi ryhmän
    system	fi	ios	created_group_named	strings	{1} loi ryhmän “{2}”
    system	fi	ios	left	strings	{} poistui
    system	fi	ios	removed_you	strings	{} poisti sinut
    system	fi	ios	added_you	strings	{} lisäsi sinut
    system	fi	ios	added	strings	{1} lisäsi henkilöt {2}
    system	fi	ios	removed	strings	{1} poisti henkilön {2}
    system	fi	ios	joined_link	strings	{} liittyi ryhmään kutsulinkillä
    system	fi	ios	you_joined_link	strings	Liityit ryhmään kutsulinkillä
    system	fi	ios	subject_changed	strings	{1} vaihtoi aiheeksi “{2}”
    system	fi	ios	icon_changed	strings	{} muutti ryhmän kuvakkeen
    system	fi	ios	icon_deleted	strings	{} poisti ryhmän kuvakkeen
    system	fi	ios	description_changed	strings	{1} muutti ryhmän kuvausta
    system	fi	ios	number_changed	strings	{1} vaihtoi puhelinnumeroaan.
    system	fi	ios	waiting	strings	Odotetaan tätä viestiä. Tässä saatta…
    system	fi	ios	you_are_admin	strings	Olet nyt ylläpitäjä
    system	fi	ios	deleted_by_admin	strings	Ylläpitäjä poisti tämän viestin.
    system	fi	android	e2e_chat_old	strings	Viestit tähän keskusteluun ja puhelu…
    system	fi	android	e2e_group_old	strings	Viestit tähän ryhmään salataan nyt t…
    system	fi	android	security_code	strings	Henkilön {} turvanumero muuttui. Nap…
    system	fi	android	created_group_named	strings	{1} loi ryhmän "{2}"
    system	fi	android	you_created_group	strings	Loit ryhmän "{1}"
    system	fi	android	was_added	strings	{} lisättiin
    system	fi	android	you_were_added	strings	Sinut lisättiin
    system	fi	android	left	strings	{} poistui
    system	fi	android	you_left	strings	Sinä poistuit
    system	fi	android	was_removed	strings	{} poistettiin
    system	fi	android	you_were_removed	strings	Sinut poistettiin
    system	fi	android	joined_link	strings	{} liittyi ryhmään kutsulinkillä
    system	fi	android	you_are_admin	strings	Olet nyt ylläpitäjä
    system	fi	android	you_are_not_admin	strings	Et ole enää ylläpitäjä
    system	fi	android	subject_changed	strings	{1} vaihtoi aiheeksi "{2}"
    system	fi	android	subject_changed_from_to	strings	{1} vaihtoi aiheen “{2}” aiheeksi “{…
    system	fi	android	description_changed	strings	{1} muutti ryhmän kuvausta
    system	fi	android	number_changed	strings	{1} vaihtoi numeron {2} uuteen numer…
    system	fi	android	number_changed_group	strings	{1} muutti numerosta {2} numeroon {3…
    system	fi	android	group_ended	strings	{} lopetti tämän ryhmän
    system	fa	ios	e2e	strings	پیام‌ها و تماس‌ها سرتاسر رمزگذاری شد…
    system	fa	ios	e2e_now	strings	پیام‌ها و تماس‌ها اکنون سرتاسر رمزگذ…
    system	fa	ios	e2e_chat_old	strings	پیام‌ها و تماس‌های این گفتگو هم اکنو…
    system	fa	ios	security_code	strings	کد امنیتی شما با {} تغییر کرد.
    system	fa	ios	created_this_group	strings	{} این گروه را ایجاد کرد
    system	fa	ios	created_group_named	strings	{1} گروه «{2}» را ایجاد کرد
    system	fa	ios	left	strings	{} گروه را ترک کرد
    system	fa	ios	removed_you	strings	{} شما را حذف كرد
    system	fa	ios	added_you	strings	{} شما را اضافه کرد
    system	fa	ios	added	strings	{2} توسط {1} اضافه شد
    system	fa	ios	removed	strings	{1} {2} را حذف کرد
    system	fa	ios	joined_link	strings	{} با لینک دعوت به گروه پیوست
    system	fa	ios	you_joined_link	strings	شما با استفاده از پیوند دعوت این گرو…
    system	fa	ios	subject_changed	strings	{1} موضوع را به «{2}» تغییر داد
    system	fa	ios	icon_changed	strings	{} علامت این گروه را تغییر داد
    system	fa	ios	icon_deleted	strings	{} علامت این گروه را پاک کرد
    system	fa	ios	description_changed	strings	{1} شرح گروه را تغییر داد.
    system	fa	ios	number_changed	strings	{1} شماره خود را تغییر داد.
    system	fa	ios	waiting	strings	در انتظار برای این پیام. ممکن است قد…
    system	fa	ios	you_are_admin	strings	شما اکنون مدیر این گروه هستید
    system	fa	ios	deleted_by_admin	strings	یکی از مدیران این پیام را حذف کرد.
    system	fa	android	e2e_chat_old	strings	پیام ها و تماس های این چت هم اکنون ب…
    system	fa	android	e2e_group_old	strings	پیام ها به این گروه هم اکنون با رمزگ…
    system	fa	android	security_code	strings	کد رمز{} تغییر کرد. برای اطلاعات بیش…
    system	fa	android	created_group_named	strings	{1} گروه "{2}" را به وجود آورد.
    system	fa	android	you_created_group	strings	شما گروه "{1}" را ایجاد کردید
    system	fa	android	was_added	strings	{} اضافه شد
    system	fa	android	you_were_added	strings	شما اضافه شده اید
    system	fa	android	left	strings	{} ترک کرد
    system	fa	android	you_left	strings	شما از گروه رفتید
    system	fa	android	was_removed	strings	{} حذف شد
    system	fa	android	you_were_removed	strings	شما حذف شده اید
    system	fa	android	joined_link	strings	{} با استفاده از لینک دعوت به گروه م…
    system	fa	android	you_are_admin	strings	اکنون شما مدیر هستید
    system	fa	android	you_are_not_admin	strings	شما دیگر در این گروه ادمین نمی باشید
    system	fa	android	subject_changed	strings	{1} موضوع را به “{2}” تغییر داد
    system	fa	android	subject_changed_from_to	strings	{1} موضوع را از "{2}" به "{3}" تغییر…
    system	fa	android	description_changed	strings	{1} شرح گروه را تغییر داد.
    system	fa	android	number_changed	strings	شماره تلفن {1} از {2} به {3} تغییر ی…
    system	fa	android	number_changed_group	strings	{1} ٬ {2} را به {3} تغییر داد.
    system	fa	android	group_ended	strings	{} این گروه را پایان بخشید
    system	da	ios	e2e	strings	Beskeder og opkald er end-to-end-kry…
    system	da	ios	e2e_now	strings	Beskeder og opkald end-to-end-krypte…
    system	da	ios	e2e_chat_old	strings	Beskeder og opkald til denne chat er…
    system	da	ios	security_code	strings	Din sikkerhedskode for {} har ændret…
    system	da	ios	created_this_group	strings	{} har oprettet denne gruppe
    system	da	ios	created_group_named	strings	{1} har oprettet gruppen {2}
    system	da	ios	left	strings	{} har forladt gruppen
    system	da	ios	removed_you	strings	{} har fjernet dig
    system	da	ios	added_you	strings	{} har tilføjet dig
    system	da	ios	added	strings	{1} har tilføjet {2}
    system	da	ios	removed	strings	{1} har fjernet {2}
    system	da	ios	joined_link	strings	{} deltager ved brug af denne gruppe…
    system	da	ios	you_joined_link	strings	Du blev medlem via denne gruppes inv…
    system	da	ios	subject_changed	strings	{1} har ændret emnet til {2}
    system	da	ios	icon_changed	strings	{} har ændret denne gruppes ikon
    system	da	ios	icon_deleted	strings	{} har slettet denne gruppes ikon
    system	da	ios	description_changed	strings	{1} har ændret gruppebeskrivelsen
    system	da	ios	number_changed	strings	{1} har ændret sit telefonnummer til…
    system	da	ios	waiting	strings	Venter på denne besked. Det kan godt…
    system	da	ios	you_are_admin	strings	Du er nu administrator
    system	da	ios	deleted_by_admin	strings	Denne besked er blevet slettet af en…
    system	da	android	e2e_chat_old	strings	Beskeder og opkald til denne chat er…
    system	da	android	e2e_group_old	strings	Beskeder til denne gruppe er nu sikr…
    system	da	android	security_code	strings	{}'s sikkerheds kode blev ændret. Tr…
    system	da	android	created_group_named	strings	{1} oprettede gruppen "{2}"
    system	da	android	you_created_group	strings	Du oprettede gruppen "{1}"
    system	da	android	was_added	strings	{} blev tilføjet
    system	da	android	you_were_added	strings	Du blev tilføjet
    system	da	android	left	strings	{} forlod
    system	da	android	you_left	strings	Du forlod
    system	da	android	was_removed	strings	{} blev fjernet
    system	da	android	you_were_removed	strings	Du blev fjernet
    system	da	android	joined_link	strings	{} tilsluttede sig via denne gruppes…
    system	da	android	you_are_admin	strings	Du er nu admin
    system	da	android	you_are_not_admin	strings	Du er ikke længere admin
    system	da	android	subject_changed	strings	{1} ændrede emnet til "{2}"
    system	da	android	subject_changed_from_to	strings	{1} ændrede emnet fra "{2}" til "{3}…
    system	da	android	description_changed	strings	{1} ændrede gruppe beskrivelsen
    system	da	android	number_changed	strings	{1}s nummer blev ændret fra {2} til …
    system	da	android	number_changed_group	strings	{1} ændrede fra {2} til {3}
    system	da	android	group_ended	strings	{} afsluttede denne gruppe
    system	cs	ios	e2e	strings	Zprávy a hovory jsou opatřeny koncov…
    system	cs	ios	e2e_now	strings	Zprávy a hovory jsou teď zabezpečeny…
    system	cs	ios	e2e_chat_old	strings	Hovory a zprávy v tomto chatu jsou t…
    system	cs	ios	security_code	strings	Bezpečnostní kód mezi vámi a uživate…
    system	cs	ios	created_this_group	strings	Tuto skupinu vytvořil/a {}.
    system	cs	ios	created_group_named	strings	{1} vytvořil/a skupinu {2}.
    system	cs	ios	left	strings	{} opustil/a skupinu.
    system	cs	ios	removed_you	strings	{} vás odebral/a.
    system	cs	ios	added_you	strings	{} vás přidal/a do skupiny.
    system	cs	ios	added	strings	{1} přidal/a uživatele {2}.
    system	cs	ios	removed	strings	{1} odebral/a uživatele {2}.
    system	cs	ios	joined_link	strings	{} se připojil/a k této skupině pomo…
    system	cs	ios	you_joined_link	strings	K této skupině jste se připojil/a po…
    system	cs	ios	subject_changed	strings	{1} změnil/a téma skupiny na „{2}“.
    system	cs	ios	icon_changed	strings	{} změnil/a ikonu této skupiny.
    system	cs	ios	icon_deleted	strings	{} odstranil/a ikonu této skupiny.
    system	cs	ios	description_changed	strings	{1} změnil/a popis skupiny.
    system	cs	ios	number_changed	strings	{1} změnil/a své telefonní číslo na …
    system	cs	ios	waiting	strings	Čeká se na tuto zprávu. Může to chví…
    system	cs	ios	you_are_admin	strings	Nyní jste správcem skupiny.
    system	cs	ios	deleted_by_admin	strings	Tuto zprávu smazal jeden ze správců …
    system	cs	android	e2e_chat_old	strings	Hovory a zprávy v tomto chatu jsou t…
    system	cs	android	e2e_group_old	strings	Zprávy pro tuto skupinu jsou teď zab…
    system	cs	android	security_code	strings	Bezpečnostní kód uživatele {1} byl z…
    system	cs	android	created_group_named	strings	{1} vytvořil/a skupinu {2}.
    system	cs	android	you_created_group	strings	Vytvořil/a jste skupinu {1}.
    system	cs	android	was_added	strings	Přidán/a {}
    system	cs	android	you_were_added	strings	Byl/a jste přidán/a.
    system	cs	android	left	strings	{} opustil/a skupinu
    system	cs	android	you_left	strings	Opustil/a jste skupinu.
    system	cs	android	was_removed	strings	{} odebrán/a
    system	cs	android	you_were_removed	strings	Byli jste odebráni.
    system	cs	android	joined_link	strings	{} se připojil/a k této skupině pomo…
    system	cs	android	you_are_admin	strings	Nyní jste správcem.
    system	cs	android	you_are_not_admin	strings	Nejste již správcem skupiny.
    system	cs	android	subject_changed	strings	{1} změnil/a téma na {2}.
    system	cs	android	subject_changed_from_to	strings	{1} změnil/a téma {2} na {3}.
    system	cs	android	description_changed	strings	{1} změnil/a popis skupiny.
    system	cs	android	number_changed	strings	Telefonní číslo uživatele {1} bylo z…
    system	cs	android	number_changed_group	strings	{1} změnil/a své číslo z {2} na {3}.
    system	cs	android	group_ended	strings	{} ukončil/a tuto skupinu.
    system	ca	ios	e2e	strings	Els missatges i les trucades estan x…
    system	ca	ios	e2e_now	strings	Ara els missatges i les trucades est…
    system	ca	ios	e2e_chat_old	strings	Ara els missatges d'aquest xat i les…
    system	ca	ios	security_code	strings	El teu codi de seguretat amb {} ha c…
    system	ca	ios	created_this_group	strings	{} ha creat aquest grup
    system	ca	ios	created_group_named	strings	{1} ha creat el grup “{2}”
    system	ca	ios	left	strings	{} ha marxat del grup
    system	ca	ios	removed_you	strings	{} t'ha eliminat
    system	ca	ios	added_you	strings	{} t'ha afegit
    system	ca	ios	added	strings	{1} ha afegit {2}
    system	ca	ios	removed	strings	{1} ha suprimit {2}
    system	ca	ios	joined_link	strings	{} s'ha unit al grup amb l'enllaç d'…
    system	ca	ios	you_joined_link	strings	T'has unit fent servir aquest enllaç…
    system	ca	ios	subject_changed	strings	{1} ha canviat l'assumpte a “{2}”
    system	ca	ios	icon_changed	strings	{} ha canviat la icona del grup
    system	ca	ios	icon_deleted	strings	{} ha suprimit la icona d'aquest gru…
    system	ca	ios	description_changed	strings	{1} ha canviat la descripció del gru…
    system	ca	ios	number_changed	strings	{1} ha canviat de número de telèfon.
    system	ca	ios	waiting	strings	Esperant aquest missatge. Això pot t…
    system	ca	ios	you_are_admin	strings	Ara ets administrador
    system	ca	ios	deleted_by_admin	strings	Aquest missatge l'ha suprimit un adm…
    system	ca	android	e2e_chat_old	strings	Els missatges i trucades d'aquest xa…
    system	ca	android	e2e_group_old	strings	Els missatges d'aquest grup estan ar…
    system	ca	android	security_code	strings	El codi de seguretat de {} ha canvia…
    system	ca	android	created_group_named	strings	{1} ha creat el grup "{2}"
    system	ca	android	you_created_group	strings	Has creat el grup "{1}"
    system	ca	android	was_added	strings	S'ha afegit a {}
    system	ca	android	you_were_added	strings	T'han afegit
    system	ca	android	left	strings	{} ha marxat
    system	ca	android	you_left	strings	Has marxat
    system	ca	android	was_removed	strings	{} ha estat esborrat
    system	ca	android	you_were_removed	strings	Has estat esborrat
    system	ca	android	joined_link	strings	{} s'ha unit utilitzant aquest enlla…
    system	ca	android	you_are_admin	strings	Ara ets admin
    system	ca	android	you_are_not_admin	strings	Ja no ets administrador
    system	ca	android	subject_changed	strings	{1} ha canviat l'assumpte a "{2}"
    system	ca	android	subject_changed_from_to	strings	{1} ha canviat l'assumpte de "{2}" a…
    system	ca	android	description_changed	strings	{1} ha canviat la descripció del gru…
    system	ca	android	number_changed	strings	El número de telèfon de {1} ha canvi…
    system	ca	android	number_changed_group	strings	{1} que tenia el {2} ara té el {3}
    system	ca	android	group_ended	strings	{} ha tancat aquest grup
    system	af	android	e2e_chat_old	strings	Boodskappe aan hierdie gesprek en op…
    system	af	android	e2e_group_old	strings	Boodskappe aan hierdie groep word no…
    system	af	android	security_code	strings	{} se sekuriteitskode het verander. …
    system	af	android	created_group_named	strings	{1} het "{2}" groep geskep
    system	af	android	you_created_group	strings	Jy het “{1}” groep geskep
    system	af	android	was_added	strings	{} was bygevoeg
    system	af	android	you_were_added	strings	Jy was bygevoeg
    system	af	android	left	strings	{} het verlaat
    system	af	android	you_left	strings	Jy het verlaat
    system	af	android	was_removed	strings	{} was verwyder
    system	af	android	you_were_removed	strings	Jy was verwyder
    system	af	android	joined_link	strings	{} het aangesluit deur hierdie groep…
    system	af	android	you_are_admin	strings	Jy is nou 'n admin
    system	af	android	you_are_not_admin	strings	Jy is nie meer 'n admin nie
    system	af	android	subject_changed	strings	{1} het die onderwerp verander na "{…
    system	af	android	subject_changed_from_to	strings	{1} het die onderwerp van "{2}" na "…
    system	af	android	description_changed	strings	{1} het die groepsbeskrywing verande…
    system	af	android	number_changed	strings	{1} se nommer was verander van {2} n…
    system	af	android	number_changed_group	strings	{1} het verander van {2} na {3}
    system	af	android	group_ended	strings	{} het hierdie groep beëindig
    system	az	android	e2e_chat_old	strings	Bu söhbətə göndərdiyiniz ismarıclar …
    system	az	android	e2e_group_old	strings	Bu qrupa göndərdiyiniz ismarıclar ar…
    system	az	android	security_code	strings	{} şəxsinin təhlükəsizlik kodu dəyiş…
    system	az	android	created_group_named	strings	{1} “{2}” qrupunu yaratdı
    system	az	android	you_created_group	strings	"{1}" qrupunu yaratdınız
    system	az	android	was_added	strings	{} əlavə olundu
    system	az	android	you_were_added	strings	Siz əlavə olundunuz
    system	az	android	left	strings	{} tərk etdi
    system	az	android	you_left	strings	Siz tərk etdiniz
    system	az	android	was_removed	strings	{} silindi
    system	az	android	you_were_removed	strings	Çıxarıldınız
    system	az	android	joined_link	strings	{} dəvət keçidindən istifadə edərək …
    system	az	android	you_are_admin	strings	Siz artıq inzibatçısınız
    system	az	android	you_are_not_admin	strings	Artıq qrupun inzibatçısı deyilsiniz
    system	az	android	subject_changed	strings	{1} mövzunu "{2}" olaraq dəyişdirdi
    system	az	android	subject_changed_from_to	strings	{1} “{2}” mövzusunu “{3}” olaraq dəy…
    system	az	android	description_changed	strings	{1} qrup barədə məlumatı dəyişdirdi
    system	az	android	number_changed	strings	{1} şəxsinin {2} nömrəsindən {3} nöm…
    system	az	android	number_changed_group	strings	{1} {2} nömrəsini {3} ilə dəyişdi.
    system	az	android	group_ended	strings	{} bu qrupu ləğv etdi
    system	bg	android	e2e_chat_old	strings	Съобщенията, които изпращате към тоз…
    system	bg	android	e2e_group_old	strings	Съобщенията, които изпращате към таз…
    system	bg	android	security_code	strings	Кодът за сигурност на {} е сменен. Н…
    system	bg	android	created_group_named	strings	{1} създаде групата "{2}"
    system	bg	android	you_created_group	strings	Създадохте групата "{1}"
    system	bg	android	was_added	strings	{} беше добавен/а
    system	bg	android	you_were_added	strings	Бяхте добавен/а
    system	bg	android	left	strings	{} напусна
    system	bg	android	you_left	strings	Напуснахте
    system	bg	android	was_removed	strings	{} беше премахнат/а
    system	bg	android	you_were_removed	strings	Бяхте премахнат/а
    system	bg	android	joined_link	strings	{} се присъедини използвайки линка з…
    system	bg	android	you_are_admin	strings	Вече сте администратор
    system	bg	android	you_are_not_admin	strings	Вече не сте администратор
    system	bg	android	subject_changed	strings	{1} промени темата на "{2}"
    system	bg	android	subject_changed_from_to	strings	{1} промени темата от "{2}" на "{3}"
    system	bg	android	description_changed	strings	{1} смени темата на групата
    system	bg	android	number_changed	strings	номерът на {1} е променен от {2} на …
    system	bg	android	number_changed_group	strings	{1} промени своя номер от {2} на {3}
    system	bg	android	group_ended	strings	{} прекрати чата
    system	et	android	e2e_chat_old	strings	Selle vestluse sõnumid ja kõned on n…
    system	et	android	e2e_group_old	strings	Selle grupi sõnumid on nüüd kaitstud…
    system	et	android	security_code	strings	Kontakti {} turvakood muutus. Toksa …
    system	et	android	created_group_named	strings	{1} lõi grupi "{2}"
    system	et	android	you_created_group	strings	Lõid grupi "{1}"
    system	et	android	was_added	strings	{} lisati
    system	et	android	you_were_added	strings	Sind lisati
    system	et	android	left	strings	{} lahkus
    system	et	android	you_left	strings	Sa lahkusid
    system	et	android	was_removed	strings	{} eemaldati
    system	et	android	you_were_removed	strings	Sind eemaldati
    system	et	android	joined_link	strings	{} liitus kasutades selle grupi kuts…
    system	et	android	you_are_admin	strings	Sa oled nüüd admin.
    system	et	android	you_are_not_admin	strings	Sa ei ole enam admin
    system	et	android	subject_changed	strings	{1} seadis teemaks "{2}"
    system	et	android	subject_changed_from_to	strings	{1} muutis vestluse teema "{2}" teem…
    system	et	android	description_changed	strings	{1} vahetas grupi kirjeldust
    system	et	android	number_changed	strings	Kasutaja {1} number muudeti numbrist…
    system	et	android	number_changed_group	strings	{1} asendas {2} uuega: {3}
    system	et	android	group_ended	strings	{} lõpetas selle grupi
    system	kk	android	e2e_chat_old	strings	Осы чатқа жөнелтілген хаттар және қо…
    system	kk	android	e2e_group_old	strings	Осы топқа жөнелтілген хаттар толығым…
    system	kk	android	security_code	strings	{} қауіпсіздік коды өзгертілді. Толы…
    system	kk	android	created_group_named	strings	{1} "{2}" тобын ашты
    system	kk	android	you_created_group	strings	Сіз "{1}" тобын аштыңыз
    system	kk	android	was_added	strings	{} қосылды
    system	kk	android	you_were_added	strings	Сізді топқа қосты
    system	kk	android	left	strings	{} топтан шықты
    system	kk	android	you_left	strings	Шықтыңыз
    system	kk	android	was_removed	strings	{} топтан шығарылды
    system	kk	android	you_were_removed	strings	Сізді топтан шығарып тастады
    system	kk	android	joined_link	strings	{} осы топқа шақыру сілтемесі арқылы…
    system	kk	android	you_are_admin	strings	Сіз енді администраторсыз
    system	kk	android	you_are_not_admin	strings	Енді Сіз администратор емессіз
    system	kk	android	subject_changed	strings	{1} топ атауын "{2}" деп өзгертті
    system	kk	android	subject_changed_from_to	strings	{1} "{2}" деген топ атауын "{3}" еті…
    system	kk	android	description_changed	strings	{1} топ сипаттамасын өзгертті
    system	kk	android	number_changed	strings	{1} {2} нөмірін {3} нөміріне өзгертт…
    system	kk	android	number_changed_group	strings	{1} {2} нөмірін {3} етіп өзгертті
    system	kk	android	group_ended	strings	{} осы топты жапты
    system	kn	android	e2e_chat_old	strings	ಈ ಪ್ರಸಾರಪಟ್ಟಿಯ ಸಂದೇಶಗಳು ಮತ್ತು ಕರೆಗಳು…
    system	kn	android	e2e_group_old	strings	ಈ ಗುಂಪಿಗೆ ಸಂದೇಶಗಳು ಈಗ ಕೊನೆಯಿಂದ-ಕೊನೆವ…
    system	kn	android	security_code	strings	{}'ರ ಭದ್ರತಾ ಕೋಡ್ ಬದಲಾಗಿದೆ. ಹೆಚ್ಚಿನ ಮ…
    system	kn	android	created_group_named	strings	{1} ಗುಂಪು "{2}" ನ್ನು ರಚಿಸಿದ್ದಾರೆ
    system	kn	android	you_created_group	strings	ನೀವು ರಚಿಸಿರುವ ಗುಂಪು "{1}"
    system	kn	android	was_added	strings	{} ರನ್ನು ಸೇರಿಸಲಾಗಿದೆ
    system	kn	android	you_were_added	strings	ನಿಮ್ಮನ್ನು ಸೇರಿಸಲಾಗಿದೆ
    system	kn	android	left	strings	{} ನಿರ್ಗಮಿಸಿದರು
    system	kn	android	you_left	strings	ನೀವು ನಿರ್ಗಮಿಸಿದ್ದೀರಿ
    system	kn	android	was_removed	strings	{}ರನ್ನು ತೆಗೆಯಲಾಯಿತು
    system	kn	android	you_were_removed	strings	ನಿಮ್ಮನ್ನು ತೆಗೆದುಹಾಕಲಾಯಿತು
    system	kn	android	joined_link	strings	{} ಈ ಗುಂಪಿನ ಕರೆಯ ಕೊಂಡಿಯನ್ನು ಬಳಸಿ ಸೇರ…
    system	kn	android	you_are_admin	strings	ಈಗ ನೀವು ನಿರ್ವಾಕರಾಗಿದ್ದೀರಿ
    system	kn	android	you_are_not_admin	strings	ಇನ್ನು ಮುಂದೆ ನೀವು ನಿರ್ವಾಹಕರಲ್ಲ
    system	kn	android	subject_changed	strings	{1} ರವರು ವಿಷಯವನ್ನು "{2}" ಕ್ಕೆ ಬದಲಾಯಿ…
    system	kn	android	subject_changed_from_to	strings	{1} ರವರು ವಿಷಯವನ್ನು "{2}" ರಿಂದ "{3}" …
    system	kn	android	description_changed	strings	{1} ಗುಂಪಿನ ವಿವರಣೆಯನ್ನು ಬದಲಾಯಿಸಿದ್ದಾರ…
    system	kn	android	number_changed	strings	{1} ಇವರ ಸಂಖ್ಯೆಯು {2} ರಿಂದ {3} ಕ್ಕೆ ಬ…
    system	kn	android	number_changed_group	strings	{1} {2} ಇಂದ {3}ಗೆ ಬದಲಿಸಿದರು
    system	kn	android	group_ended	strings	{} ಈ ಗುಂಪನ್ನು ಕೊನೆಯಾಗಿಸಿದರು
    system	lt	android	e2e_chat_old	strings	Žinutės į šį pokalbį ir skambučiai d…
    system	lt	android	e2e_group_old	strings	Žinutės į šią grupę dabar yra apsaug…
    system	lt	android	security_code	strings	{} saugumo kodas pasikeitė. Bakstelė…
    system	lt	android	created_group_named	strings	{1} sukūrė grupę “{2}”
    system	lt	android	you_created_group	strings	Jūs sukūrėte grupę "{1}"
    system	lt	android	was_added	strings	{} buvo pridėtas
    system	lt	android	you_were_added	strings	Jūs buvote pridėti
    system	lt	android	left	strings	{} išėjo
    system	lt	android	you_left	strings	Jūs palikote
    system	lt	android	was_removed	strings	{} buvo pašalintas
    system	lt	android	you_were_removed	strings	Buvote pašalintas
    system	lt	android	joined_link	strings	{} prisijungta naudojantis šia gruop…
    system	lt	android	you_are_admin	strings	Dabar jūs esate administratorius
    system	lt	android	you_are_not_admin	strings	Jūs nebeesate administratorius
    system	lt	android	subject_changed	strings	{1} pakeitė temą į “{2}”
    system	lt	android	subject_changed_from_to	strings	{1} pakeitė temą iš “{2}” į “{3}”
    system	lt	android	description_changed	strings	{1} pakeitė grupės aprašymą
    system	lt	android	number_changed	strings	{1} numeris buvo pakeistas iš {2} į …
    system	lt	android	number_changed_group	strings	{1} pakeitė iš {2} į {3}
    system	lt	android	group_ended	strings	{} užbaigė šią grupę
    system	lv	android	e2e_chat_old	strings	Ziņas un zvani šajā sarakstē tagad i…
    system	lv	android	e2e_group_old	strings	Ziņas šajā grupā tagad ir aizsargāta…
    system	lv	android	security_code	strings	{}'s drošības kods nomainīts. Pieska…
    system	lv	android	created_group_named	strings	{1} izveidoja grupu "{2}"
    system	lv	android	you_created_group	strings	Jūs izveidojāt grupu "{1}"
    system	lv	android	was_added	strings	{} tika pievienots
    system	lv	android	you_were_added	strings	Tikāt pievienots
    system	lv	android	left	strings	{} aizgāja
    system	lv	android	you_left	strings	Jūs aizgājāt
    system	lv	android	was_removed	strings	{} tika noņemts
    system	lv	android	you_were_removed	strings	Jūs tikāt noņemts
    system	lv	android	joined_link	strings	{} pievienojās grupai izmantojot uza…
    system	lv	android	you_are_admin	strings	Tagad esat administrators
    system	lv	android	you_are_not_admin	strings	Vairs neesat administrators
    system	lv	android	subject_changed	strings	{1} nomainīja tematu uz "{2}"
    system	lv	android	subject_changed_from_to	strings	{1} nomainīja tematu no "{2}" uz "{3…
    system	lv	android	description_changed	strings	{1} nomainīja grupas aprakstu
    system	lv	android	number_changed	strings	{1} numurs tika nomainīts no {2} uz …
    system	lv	android	number_changed_group	strings	{1} nomainīja numuru no {2} uz {3}
    system	lv	android	group_ended	strings	{} pārtrauca šo grupu
    system	mk	android	e2e_chat_old	strings	Пораките во овој разговор и повиците…
    system	mk	android	e2e_group_old	strings	Пораките до оваа група сега се обезб…
    system	mk	android	security_code	strings	Безбедносниот код на {} е променет. …
    system	mk	android	created_group_named	strings	{1} ја создаде групата „{2}“
    system	mk	android	you_created_group	strings	Ја создаде групата „{1}“
    system	mk	android	was_added	strings	{} е додаден
    system	mk	android	you_were_added	strings	Те додадоа
    system	mk	android	left	strings	{} напушти
    system	mk	android	you_left	strings	Напушти
    system	mk	android	was_removed	strings	{} е отстранет
    system	mk	android	you_were_removed	strings	Те отстранија
    system	mk	android	joined_link	strings	{} се приклучи користејќи го линкот …
    system	mk	android	you_are_admin	strings	Сега си администратор
    system	mk	android	you_are_not_admin	strings	Не си повеќе администратор
    system	mk	android	subject_changed	strings	{1} го промени насловот во „{2}“
    system	mk	android	subject_changed_from_to	strings	{1} го промени насловот од „{2}“ во …
    system	mk	android	description_changed	strings	{1} го смени описот на групата
    system	mk	android	number_changed	strings	Телефонскиот број на {1} беше промен…
    system	mk	android	number_changed_group	strings	{1} го промени {2} во {3}
    system	mk	android	group_ended	strings	{} ја прекина оваа група
    system	ml	android	e2e_chat_old	strings	ഈ ചാറ്റിലേക്കും വിളിയിലേക്കുമുള്ള സന…
    system	ml	android	e2e_group_old	strings	ഈ ഗ്രൂപ്പിലേക്കുള്ള സന്ദേശങ്ങൾ ഇപ്പോ…
    system	ml	android	security_code	strings	{} ന്റെ സെക്യൂരിറ്റി കോഡ് മാറിയിരിക്…
    system	ml	android	created_group_named	strings	{1}, "{2}" എന്ന ഗ്രൂപ്പുണ്ടാക്കി
    system	ml	android	you_created_group	strings	നിങ്ങൾ "{1}" എന്ന ഗ്രൂപ്പുണ്ടാക്കി
    system	ml	android	was_added	strings	{} നെ ചേർത്തു
    system	ml	android	you_were_added	strings	നിങ്ങളെ ചേർത്തിരിക്കുന്നു
    system	ml	android	left	strings	{} പുറത്തു പോയി
    system	ml	android	you_left	strings	നിങ്ങൾ ഗ്രൂപ്പ് വിട്ടു
    system	ml	android	was_removed	strings	{} നെ നീക്കം ചെയ്തു
    system	ml	android	you_were_removed	strings	നിങ്ങളെ ഒഴിവാക്കി
    system	ml	android	joined_link	strings	ഈ ഗ്രൂപ്പിന്റെ ലിങ്ക് വഴി {} ചേർന്നി…
    system	ml	android	you_are_admin	strings	ഇപ്പോൾ നിങ്ങൾ അഡ്മിൻ ആണ്
    system	ml	android	you_are_not_admin	strings	ഇനിമുതൽ നിങ്ങൾ അഡ്മിൻ അല്ല.
    system	ml	android	subject_changed	strings	{1}, വിഷയം "{2}" എന്നാക്കി മാറ്റിയിര…
    system	ml	android	subject_changed_from_to	strings	{1}, "{2}" എന്ന വിഷയം "{3}" എന്നാക്ക…
    system	ml	android	description_changed	strings	{1} ഗ്രൂപ്പ് വിവരണം മാറ്റി
    system	ml	android	number_changed	strings	{1} ന്റെ നമ്പർ {2} ൽ നിന്നും {3} ലേക…
    system	ml	android	number_changed_group	strings	{1} {2} ൽ നിന്നും {3} ലേക്കു മാറി
    system	ml	android	group_ended	strings	{} ഈ ഗ്രൂപ്പ് അവസാനിപ്പിച്ചു
    system	pa	android	e2e_chat_old	strings	ਇਹ ਗੱਲਬਾਤ ਲਈ ਸੁਨੇਹੇ ਅਤੇ ਕਾਲਾਂ ਹੁਣ ਸਿ…
    system	pa	android	e2e_group_old	strings	ਇਹ ਗਰੁੱਪ ਲਈ ਸੁਨੇਹੇ ਹੁਣ ਸਿਰੇ ਤੋਂ ਸਿਰੇ…
    system	pa	android	security_code	strings	{} ਦਾ ਸੁਰੱਖਿਆ ਕੋਡ ਬਦਲਿਆ। ਹੋਰ ਜਾਣਕਾਰੀ…
    system	pa	android	created_group_named	strings	{1} ਨੇ "{2}" ਗਰੁੱਪ ਬਣਾਇਆ
    system	pa	android	you_created_group	strings	ਤੁਸੀਂ "{1}" ਗਰੁੱਪ ਬਣਾਇਆ
    system	pa	android	was_added	strings	{} ਨੂੰ ਜੋੜਿਆ
    system	pa	android	you_were_added	strings	ਤੁਹਾਨੂੰ ਸ਼ਾਮਿਲ ਕੀਤਾ ਗਿਆ ਹੈ
    system	pa	android	left	strings	{} ਨੇ ਛੱਡਿਆ
    system	pa	android	you_left	strings	ਤੁਸੀਂ ਛੱਡਿਆ
    system	pa	android	was_removed	strings	{} ਨੂੰ ਹਟਾ ਦਿੱਤਾ ਗਿਆ
    system	pa	android	you_were_removed	strings	ਤੁਹਾਨੂੰ ਹਟਾਇਆ ਗਿਆ
    system	pa	android	joined_link	strings	{1} ਇਸ ਗਰੁੱਪ ਦੇ ਸੱਦਾ ਲਿੰਕ ਦੀ ਵਰਤੋਂ ਕ…
    system	pa	android	you_are_admin	strings	ਹੁਣ ਤੁਸੀਂ ਪ੍ਰਸ਼ਾਸ਼ਕ ਹੋ
    system	pa	android	you_are_not_admin	strings	ਤੁਸੀਂ ਹੁਣ ਪ੍ਰਸ਼ਾਸ਼ਕ ਨਹੀਂ ਹੋ।
    system	pa	android	subject_changed	strings	{1} ਨੇ ਵਿਸ਼ਾ ਬਦਲ ਕੇ "{2}" ਕਰ ਦਿੱਤਾ।
    system	pa	android	subject_changed_from_to	strings	{1} ਨੇ ਵਿਸ਼ੇ ਨੂੰ ਬਦਲ ਕੇ "{2}" ਤੋਂ "{3…
    system	pa	android	description_changed	strings	{1} ਨੇ ਗਰੁੱਪ ਦਾ ਵੇਰਵਾ ਬਦਲਿਆ
    system	pa	android	number_changed	strings	{1} ਦਾ ਨੰਬਰ {2} ਤੋਂ ਬਦਲ ਕੇ {3} ਕੀਤਾ …
    system	pa	android	number_changed_group	strings	{1} ਨੇ {2} ਤੋਂ {3} ਬਦਲਿਆ
    system	pa	android	group_ended	strings	{} ਨੇ ਇਹ ਗਰੁੱਪ ਖਤਮ ਕੀਤਾ
    system	sl	android	e2e_chat_old	strings	Sporočila in klici v tem klepetu so …
    system	sl	android	e2e_group_old	strings	Sporočila v tej skupini so sedaj zav…
    system	sl	android	security_code	strings	Varnostna koda osebe {} se je spreme…
    system	sl	android	created_group_named	strings	Oseba {1} je ustvarila skupino "{2}"
    system	sl	android	you_created_group	strings	Ustvarili ste skupino "{1}"
    system	sl	android	was_added	strings	{} je bil/a dodan/a
    system	sl	android	you_were_added	strings	Bili ste dodani
    system	sl	android	left	strings	{} je odšel/a
    system	sl	android	you_left	strings	Zapustili ste
    system	sl	android	was_removed	strings	{} je bil odstranjen
    system	sl	android	you_were_removed	strings	Bili ste odstranjeni
    system	sl	android	joined_link	strings	{} se je pridružil/a klepetu preko p…
    system	sl	android	you_are_admin	strings	Sedaj ste upravitelj
    system	sl	android	you_are_not_admin	strings	Niste več upravitelj
    system	sl	android	subject_changed	strings	Oseba {1} je spremenila zadevo v "{2…
    system	sl	android	subject_changed_from_to	strings	Oseba {1} je spremenila zadevo iz "{…
    system	sl	android	description_changed	strings	Oseba {1} je spremenila opis skupine
    system	sl	android	number_changed	strings	Številka osebe {1} je spremenjena iz…
    system	sl	android	number_changed_group	strings	Oseba {1} je spremenila številko iz …
    system	sl	android	group_ended	strings	{} je zaključil/a to skupino
    system	sq	android	e2e_chat_old	strings	Mesazhet dhe thirrjet që i shkëmbeni…
    system	sq	android	e2e_group_old	strings	Mesazhet që i shkëmbeni në këtë grup…
    system	sq	android	security_code	strings	Kodi i sigurisë nga {} ka pësuar ndr…
    system	sq	android	created_group_named	strings	{1} ka krijuar grupin "{2}"
    system	sq	android	you_created_group	strings	Ju krijuat grupin "{1}"
    system	sq	android	was_added	strings	{} është shtuar në grup
    system	sq	android	you_were_added	strings	Dikush ju ka shtuar në grup
    system	sq	android	left	strings	{} u largua nga grupi
    system	sq	android	you_left	strings	Ju keni dalur nga grupi
    system	sq	android	was_removed	strings	{} është hequr nga grupi
    system	sq	android	you_were_removed	strings	Ju jeni dëbuar nga grupi
    system	sq	android	joined_link	strings	{} i është bashkëngjitur grupit përm…
    system	sq	android	you_are_admin	strings	Ju tani jeni administrator
    system	sq	android	you_are_not_admin	strings	Nuk jeni më një administrator
    system	sq	android	subject_changed	strings	{1} ndryshoi titullin në "{2}"
    system	sq	android	subject_changed_from_to	strings	{1} ka ndryshuar titullin nga "{2}" …
    system	sq	android	number_changed_group	strings	{1} ndryshoi numrin nga {2} në {3}
    system	sq	android	group_ended	strings	{} mbylli këtë grup
    system	sr	android	e2e_chat_old	strings	Поруке ка овом ћаскању и позиви су с…
    system	sr	android	e2e_group_old	strings	Поруке ка овој групи су сада обезбеђ…
    system	sr	android	security_code	strings	Безбедносни кôд од {} је промењен. Д…
    system	sr	android	created_group_named	strings	{1} је направио/ла групу "{2}"
    system	sr	android	you_created_group	strings	Направио/ла си групу "{1}"
    system	sr	android	was_added	strings	{} је додат/а
    system	sr	android	you_were_added	strings	Додат/а си
    system	sr	android	left	strings	{} напустио
    system	sr	android	you_left	strings	Напустио/ла си
    system	sr	android	was_removed	strings	{} је уклоњен/а
    system	sr	android	you_were_removed	strings	Уклоњен/а си
    system	sr	android	joined_link	strings	{} се придружио/ла користећи позивну…
    system	sr	android	you_are_admin	strings	Сада си админ
    system	sr	android	you_are_not_admin	strings	Ниси више администратор
    system	sr	android	subject_changed	strings	{1} је променио/ла тему у "{2}"
    system	sr	android	subject_changed_from_to	strings	{1} је променио/ла тему из "{2}" у "…
    system	sr	android	description_changed	strings	{1} је променио/ла опис групе
    system	sr	android	number_changed	strings	Број од {1} је промењен са {2} у {3}…
    system	sr	android	number_changed_group	strings	{1} је променио/ла број из {2} у {3}
    system	sr	android	group_ended	strings	{} је угасио ову групу
    system	sw	android	e2e_chat_old	strings	Jumbe kwenye soga hii na simu unazop…
    system	sw	android	e2e_group_old	strings	Jumbe kwenye kikundi hiki sasa zipo …
    system	sw	android	security_code	strings	Msimbo wa usalama wa {} umebadilika.…
    system	sw	android	created_group_named	strings	{1} ameunda kikundi "{2}"
    system	sw	android	you_created_group	strings	Umeunda kikundi "{1}"
    system	sw	android	was_added	strings	{} ameongezwa
    system	sw	android	you_were_added	strings	Uliongezwa
    system	sw	android	left	strings	{} katoka
    system	sw	android	you_left	strings	Umejitoa
    system	sw	android	was_removed	strings	{} iliondolewa
    system	sw	android	you_were_removed	strings	Ulitolewa
    system	sw	android	joined_link	strings	{} amejiunga akitumia kiungo cha mwa…
    system	sw	android	you_are_admin	strings	Sasa wewe ni mtawala
    system	sw	android	you_are_not_admin	strings	Wewe sio mtawala tena
    system	sw	android	subject_changed	strings	{1} amebadilisha mada kuwa "{2}"
    system	sw	android	subject_changed_from_to	strings	{1} amebadili mada kutoka "{2}" kuwa…
    system	sw	android	description_changed	strings	{1} amebadili maelezo ya kikundi
    system	sw	android	number_changed	strings	Namba ya {1} imebadilishwa kutoka {2…
    system	sw	android	number_changed_group	strings	{1} amebadilisha kutoka {2} kuwa {3}
    system	sw	android	group_ended	strings	{} amesitisha kikundi hiki
    system	ta	android	e2e_chat_old	strings	இந்த அரட்டை மற்றும் அழைப்பு முழு மறை…
    system	ta	android	e2e_group_old	strings	இக்குழுவிற்கு தாங்கள் அனுப்பும் தகவல…
    system	ta	android	security_code	strings	{} பாதுகாப்புக் குறியீடு மாறியது. வி…
    system	ta	android	created_group_named	strings	{1} உருவாக்கிய குழு "{2}"
    system	ta	android	you_created_group	strings	தாங்கள் உருவாக்கிய குழு "{1}"
    system	ta	android	was_added	strings	{}சேர்க்கப்பட்டார்
    system	ta	android	you_were_added	strings	இணைக்கப்பட்டுள்ளீர்
    system	ta	android	left	strings	{} விலகினார்
    system	ta	android	you_left	strings	விலகினீர்
    system	ta	android	was_removed	strings	{} நீக்கப்பட்டது
    system	ta	android	you_were_removed	strings	நீங்கள் நீக்கபட்டீர்கள்
    system	ta	android	joined_link	strings	{} இக்குழுவின் அழைப்பிதழ் இணைப்பின் …
    system	ta	android	you_are_admin	strings	நீங்கள் தற்போது நிர்வாகி
    system	ta	android	you_are_not_admin	strings	நீங்கள் இனி நிர்வாகி அல்ல
    system	ta	android	subject_changed	strings	{1} தலைப்பை "{2}" என்று மாற்றியுள்ளா…
    system	ta	android	subject_changed_from_to	strings	{1} தலைப்பை "{2}" என்பதிலிருந்து "{3…
    system	ta	android	description_changed	strings	{1} குழு விவரிப்பை மாற்றினார்
    system	ta	android	number_changed	strings	{1} அவர்களது எண் {2} என்பது {3} என்ற…
    system	ta	android	number_changed_group	strings	{1} {2} -இருந்து {3}-க்கு மாறியுள்ளா…
    system	ta	android	group_ended	strings	இக்குழுவை {} கலைத்தார்
    system	te	android	e2e_chat_old	strings	ఈ చాట్ కు సందేశాలు మరియు కాల్స్ ఇప్ప…
    system	te	android	e2e_group_old	strings	ఈ వర్గానికి సందేశాలు ఇప్పుడు ఎండ్ టు…
    system	te	android	security_code	strings	{} యెక్క భద్రతా సంఖ్య మారింది. మరిన్…
    system	te	android	was_added	strings	{} జోడించబడింది
    system	te	android	you_were_added	strings	మీరు చేర్చబడ్డారు
    system	te	android	left	strings	{} వీడెను
    system	te	android	you_left	strings	మీరు వీడారు
    system	te	android	was_removed	strings	{} ని తీసివేయటమైనది
    system	te	android	you_were_removed	strings	మీరు తొలగించబడ్డారు
    system	te	android	joined_link	strings	{} ఈ కూటమి యొక్క ఆహ్వాన వినతి ద్వార …
    system	te	android	you_are_admin	strings	మీరు ఇప్పుడు నిర్వాహకులు
    system	te	android	you_are_not_admin	strings	మీరు ఇకనుండి నిర్వాహకులు కారు
    system	te	android	number_changed_group	strings	{1} అను పేరు {2} నుండి {3} కు మార్చబ…
    system	te	android	group_ended	strings	{} ఈ సమూహాన్ని తొలగించారు.
    system	tl	android	e2e_chat_old	strings	Ang mga mensahe at tawag sa chat na …
    system	tl	android	e2e_group_old	strings	Ang mensahe sa grupong ito ay secure…
    system	tl	android	security_code	strings	Ang security code ni {} ay nagbago. …
    system	tl	android	created_group_named	strings	binuo ni {1} ang grupong may paksang…
    system	tl	android	you_created_group	strings	Binuo mo ang grupong "{1}"
    system	tl	android	was_added	strings	{} ay naisali
    system	tl	android	you_were_added	strings	Kasali ka na
    system	tl	android	left	strings	Umalis si {}
    system	tl	android	you_left	strings	Umalis ka
    system	tl	android	was_removed	strings	Inalis si {}
    system	tl	android	you_were_removed	strings	Ikaw ay inalis
    system	tl	android	joined_link	strings	Si {} ay sumali gamit ang invite lin…
    system	tl	android	you_are_admin	strings	Isa ka ng admin
    system	tl	android	you_are_not_admin	strings	Hindi ka na admin
    system	tl	android	subject_changed	strings	Binago ni {1} ang paksa: "{2}"
    system	tl	android	subject_changed_from_to	strings	Iniba ni {1} ang paksa, dating "{2}"…
    system	tl	android	description_changed	strings	Binago ni {1} ang deskripsyon ng gru…
    system	tl	android	number_changed	strings	Nagpalit ng phone number si {1}, dat…
    system	tl	android	number_changed_group	strings	Nagpalit ng number si {1}, dating {2…
    system	tl	android	group_ended	strings	{} ay isinara ang group chat.
    system	uz	android	e2e_chat_old	strings	Ushbu chatdagi xabarlar va qo‘ng‘iro…
    system	uz	android	e2e_group_old	strings	Ushbu guruhdagi xabarlar endi boshid…
    system	uz	android	security_code	strings	{}ning xavfsizlik kodi o‘zgardi. Bat…
    system	uz	android	created_group_named	strings	{1} "{2}" guruhini yaratdi
    system	uz	android	you_created_group	strings	Siz "{1}" guruhini yaratdingiz
    system	uz	android	was_added	strings	{} qo‘shildi
    system	uz	android	you_were_added	strings	Siz qo‘shildingiz
    system	uz	android	left	strings	{} tark etdi
    system	uz	android	you_left	strings	Siz tark etdingiz
    system	uz	android	was_removed	strings	{} o‘chirildi
    system	uz	android	you_were_removed	strings	Siz o‘chirildingiz
    system	uz	android	joined_link	strings	{} ushbu guruh taklif havolasidan fo…
    system	uz	android	you_are_admin	strings	Siz endi adminsiz
    system	uz	android	you_are_not_admin	strings	Siz ortiq admin emassiz
    system	uz	android	subject_changed	strings	{1} mavzuni "{2}"ga o‘zgartirdi
    system	uz	android	subject_changed_from_to	strings	{1} mavzuni "{2}"dan "{3}"ga o‘zgart…
    system	uz	android	description_changed	strings	{1} guruh tavsifini o‘zgartirdi
    system	uz	android	number_changed	strings	{1}ning raqami {2} dan {3} ga o‘zgar…
    system	uz	android	number_changed_group	strings	{1} {2} dan {3} ga o‘zgartirdi
    system	uz	android	group_ended	strings	{} ushbu guruhni yopdi
    system	zh-Hans-SG	android	e2e_chat_old	strings	此对话中的信息和通话已进行端到端的加密，点击获取更多信息。
    system	zh-Hans-SG	android	e2e_group_old	strings	此群组中的信息已进行端到端的加密，点击获取更多信息。
    system	zh-Hans-SG	android	security_code	strings	{} 的安全编码已更改，点击获取更多信息。
    system	zh-Hans-SG	android	created_group_named	strings	{1} 创建了 "{2}" 群组
    system	zh-Hans-SG	android	you_created_group	strings	你创建了群组"{1}"
    system	zh-Hans-SG	android	was_added	strings	{} 已加入
    system	zh-Hans-SG	android	you_were_added	strings	您已被添加
    system	zh-Hans-SG	android	left	strings	还剩 {}
    system	zh-Hans-SG	android	you_left	strings	您已退出群组
    system	zh-Hans-SG	android	was_removed	strings	{} 被移除了
    system	zh-Hans-SG	android	you_were_removed	strings	您已被移除
    system	zh-Hans-SG	android	joined_link	strings	{} 使用了群组邀请连结加入群组
    system	zh-Hans-SG	android	you_are_admin	strings	您已成为群组管理员
    system	zh-Hans-SG	android	you_are_not_admin	strings	您已不是群组管理员
    system	zh-Hans-SG	android	subject_changed	strings	{1} 更改了主题为 "{2}"
    system	zh-Hans-SG	android	subject_changed_from_to	strings	{1} 把主题从 "{2}" 改为 "{3}"
    system	zh-Hans-SG	android	description_changed	strings	{1}更改了群组描述
    system	zh-Hans-SG	android	number_changed	strings	{1} 将电话号码从 {2} 更改至 {3}
    system	zh-Hans-SG	android	group_ended	strings	{} 结束了本群组
    system	en	android	e2e_chat_old	strings	Messages to this chat and calls are …
    system	en	android	e2e_group_old	strings	Messages to this group are now secur…
    system	en	android	security_code	strings	{}'s security code changed. Tap for …
    system	en	android	created_group_named	strings	{1} created group "{2}"
    system	en	android	you_created_group	strings	You created group "{1}"
    system	en	android	was_added	strings	{} was added
    system	en	android	you_were_added	strings	You were added
    system	en	android	left	strings	{} left
    system	en	android	you_left	strings	You left
    system	en	android	was_removed	strings	{} was removed
    system	en	android	you_were_removed	strings	You were removed
    system	en	android	joined_link	strings	{} joined using this group's invite …
    system	en	android	you_are_admin	strings	You're now an admin
    system	en	android	you_are_not_admin	strings	You're no longer an admin
    system	en	android	subject_changed	strings	{1} changed the subject to "{2}"
    system	en	android	subject_changed_from_to	strings	{1} changed the subject from "{2}" t…
    system	en	android	description_changed	strings	{1} changed the group description
    system	en	android	number_changed	strings	{1}'s number was changed from {2} to…
    system	en	android	number_changed_group	strings	{1} changed from {2} to {3}
    system	en	android	group_ended	strings	{} ended this group
    event	en	both	head	fixture	EVENT:
    event	it	both	head	fixture	EVENTO:
    call	en	ios	missed_voice	fixture	Missed voice call. Tap to call back
    call	en	ios	missed_video	fixture	Missed video call. Tap to call back
    call	en	ios	missed_group_voice	fixture	Missed group voice call. Tap to call back
    call	en	ios	missed_group_video	fixture	Missed group video call. Tap to call back
    call	en	ios	unanswered_voice	fixture	Voice call. No answer
    call	en	ios	unanswered_video	fixture	Video call. No answer
    system	en	both	e2e_chat_old	seen	Messages to this chat and calls are now secured with end-to-end encryption. Tap for more info.
    system	en	both	e2e_group_old	seen	Messages to this group and calls are now secured with end-to-end encryption. Tap for more info.
    system	en	both	e2e_group_old	seen	Messages to this group are now secured with end-to-end encryption. Tap for more info.
    system	en	both	e2e	seen	Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.
    system	en	both	e2e	seen	Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.
    system	en	both	e2e	seen	Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.
    system	en	both	e2e	seen	Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.
    system	en	both	e2e	seen	Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. *Learn more*
    system	en	both	subject_changed	seen	{} changed the group name
    system	en	both	group_settings_changed	seen	{} changed this group's settings…
    system	en	both	group_settings_changed	seen	{} changed the group settings…
    system	en	both	invite_link_reset	seen	{} reset this group's invite link
    system	en	both	joined_community	seen	{} joined from the community
    system	en	both	messages_timer	seen	{} updated the message timer…
    system	en	both	messages_timer	seen	{} turned on disappearing messages…
    system	en	both	messages_timer	seen	{} turned off disappearing messages
    system	en	both	chat_privacy	seen	{} turned on advanced chat privacy…
    system	en	both	pinned	seen	{} pinned a message
    system	en	both	call_started	seen	{} started a call
    system	en	both	number_changed	seen	{1} changed their phone number to a new number…
    system	en	both	number_changed	seen	{1} changed to {2}
    system	en	both	business_account	seen	This chat is with a business account…
    system	en	both	business_account	seen	This business uses a secure service from Meta…
    system	en	both	blocked	seen	You blocked this contact…
    system	en	both	blocked	seen	You unblocked this contact…
    system	en	both	is_a_contact	seen	{} is a contact
    """#
}
