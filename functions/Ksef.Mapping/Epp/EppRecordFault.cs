using Ksef.Invoices;

namespace Ksef.Mapping.Epp;

/// <summary>Why a line cannot be read as a record.</summary>
/// <param name="Position">Field in which it was noticed, from 1.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record EppRecordFault(int Position, Words Reason)
{
    public static EppRecordFault Unclosed(int position) => new(position, new(
        "cudzysłów nie jest zamknięty do końca wiersza (tekst ze znakiem nowego wiersza albo ucięty plik)",
        "a quotation mark is not closed by the end of the line (a text with a line break, or a file that was cut off)"));

    public static EppRecordFault AfterQuote(int position) => new(position, new(
        "po zamykającym cudzysłowie stoi coś innego niż przecinek (cudzysłów wewnątrz tekstu trzeba podwoić)",
        "something other than a comma follows a closing quotation mark (a mark inside a text must be doubled)"));

    public static EppRecordFault StrayQuote(int position) => new(position, new(
        "cudzysłów stoi w środku pola, które się nim nie zaczyna", "a quotation mark stands inside a field that does not begin with one"));

    public static EppRecordFault Control { get; } = new(1, new(
        "w wierszu jest znak sterujący lub bajt, który nie jest literą w stronie kodowej pliku", "the line has a control character, or a byte that is no letter in the file's code page"));

    public static EppRecordFault OtherEncoding { get; } = new(1, new(
        "litery wiersza są zapisane w UTF-8, a plik podaje inną stronę kodową", "the letters of the line are UTF-8, while the file names another code page"));

    public static EppRecordFault TooLong { get; } = new(1, new(
        "wiersz jest dłuższy, niż może być jakikolwiek rekord", "the line is longer than any record may be"));
}
