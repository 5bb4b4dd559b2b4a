namespace Ksef.Mapping.Excel.Cells;

/// <summary>Days as workbooks count them (ECMA-376, part 1, 18.17.4).</summary>
internal static class SerialDate
{
    /// <summary>
    /// 1 March 1900. Day 60 is 29 February 1900, which never was; before it LibreOffice and Excel are a day apart, so such a number has two readings.
    /// </summary>
    private const decimal FirstDay1900 = 61;

    private static readonly DateOnly Zero1900 = new(1899, 12, 30);

    private static readonly DateOnly Zero1904 = new(1904, 1, 1);

    /// <summary>The day of a number; its fraction is the time of day and left aside.</summary>
    /// <param name="serial">Days, to the fifteen digits that Excel keeps: a trace below them would be the day before.</param>
    /// <param name="from1904">Whether the workbook counts from 1904, as those of old Macs do.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether there is such a day, and one only.</returns>
    public static bool TryRead(decimal serial, bool from1904, out DateOnly day)
    {
        var zero = from1904 ? Zero1904 : Zero1900;
        var first = from1904 ? 0 : FirstDay1900;
        var isDay = serial >= first && serial < DateOnly.MaxValue.DayNumber - zero.DayNumber + 1;
        day = isDay ? zero.AddDays((int)decimal.Floor(serial)) : default;
        return isDay;
    }
}
