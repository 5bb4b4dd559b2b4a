using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1585 to 1589: what is wrong with XML of Comarch Optima. What any XML may have wrong is among the findings of JPK_FA.</summary>
internal static class OptimaFindings
{
    private static readonly Words OtherWay = new(
        "Podaj tę fakturę w układzie prostym (CSV, Excel, JSON) albo jako gotowy XML.", "Give this invoice in the simple layout (CSV, Excel, JSON) or as finished XML.");

    public static readonly FindingDefinition NotDocuments = Error("KSF-1585",
        new("Plik Comarch Optima nie zawiera dokumentów z pozycjami (przestrzeń nazw „{namespace}”); rejestry VAT mają tylko sumy według stawek.",
            "The file of Comarch Optima does not hold documents with lines (namespace \"{namespace}\"); VAT registers have only sums by rate."),
        new("Wyeksportuj z programu faktury sprzedaży (Handel, Faktury), a nie rejestr VAT. Właściwa przestrzeń nazw: http://www.cdn.com.pl/optima/dokument",
            "Export the sales invoices from the program, not the VAT register. The right namespace: http://www.cdn.com.pl/optima/dokument"));

    public static readonly FindingDefinition NotCarried = Error("KSF-1586",
        new("Dokument jest oznaczony jako {what}; jak Optima zapisuje takie dokumenty, nie jest publicznie opisane.", "The document is marked as {what}; how Optima writes such documents is not publicly described."), OtherWay);

    public static readonly FindingDefinition Rate = Error("KSF-1587",
        new("Stawka {value} ze znacznikiem {flag} nie mówi, jak opodatkowano sprzedaż.", "The rate {value} with the mark {flag} does not say how the sale is taxed."), OtherWay);

    public static readonly FindingDefinition Totals = Error("KSF-1588",
        new("{field}: nagłówek podaje {stated}, a tabela VAT {computed}.", "{field}: the header states {stated}, the VAT table {computed}."),
        new("Sprawdź dokument w programie i wyeksportuj go ponownie.", "Check the document in the program and export it again."));

    public static readonly FindingDefinition TooLarge = Error("KSF-1589",
        new("Dokument jest większy, niż może być faktura (ponad {limit} elementów).", "The document is larger than an invoice can be (more than {limit} elements)."),
        new("Podziel go na kilka faktur.", "Divide it into several invoices."));

    public static IReadOnlyList<FindingDefinition> All { get; } = [NotDocuments, NotCarried, Rate, Totals, TooLarge];
}
