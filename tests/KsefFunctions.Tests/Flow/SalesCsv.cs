using System.Globalization;
using System.Text;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A company's sales as its program exports them, and what the company says of itself.</summary>
internal static class SalesCsv
{
    /// <summary>The columns.</summary>
    public const string Header = "numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nabywca_adres_1;nazwa;ilosc;jednostka;cena_netto;stawka_vat\n";

    /// <summary><c>company.json</c> of the seller.</summary>
    public const string Company = """
        { "nip": "1111111111", "name": "Hurtownia Próbna sp. z o.o.", "address1": "ul. Zmyślona 1", "address2": "10-001 Olsztyn", "paymentForm": "przelew", "paymentDays": 14 }
        """;

    /// <summary>Day of issue of all of them.</summary>
    public static string Day => TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An invoice, or a line of one.</summary>
    public static string Line(string number, string quantity, string price) =>
        $"{number};{Day};{SampleNips.Stranger};Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Papier A4;{quantity};szt.;{price};23\n";

    /// <summary>The file.</summary>
    public static byte[] Of(params string[] lines) => Encoding.UTF8.GetBytes(Header + string.Concat(lines));

    /// <summary>Lets the seller say something of itself.</summary>
    public static Task SetCompanyAsync(AppUnderTest app, string content) =>
        app.Container("config").GetBlobClient($"{SampleNips.Seller}/company.json").UploadAsync(BinaryData.FromString(content), overwrite: true);
}
