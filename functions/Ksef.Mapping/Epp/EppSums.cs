namespace Ksef.Mapping.Epp;

/// <summary>Net, tax and gross together.</summary>
internal readonly record struct EppSums(decimal Net, decimal Vat, decimal Gross)
{
    public static EppSums operator +(EppSums one, EppSums other) => new(one.Net + other.Net, one.Vat + other.Vat, one.Gross + other.Gross);

    public static EppSums operator -(EppSums one, EppSums other) => new(one.Net - other.Net, one.Vat - other.Vat, one.Gross - other.Gross);
}
