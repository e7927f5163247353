/// One way to read the three numbers of a date.
struct DateReading: Sendable {
  let order: DateOrder
  let calendar: CalendarReading
}
