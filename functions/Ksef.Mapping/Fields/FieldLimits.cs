using System.Collections.Frozen;

namespace Ksef.Mapping;

/// <summary>How long texts may be and how many decimals numbers may have (FA(3): TZnakowy and its kin, TKwotowy, TKwotowy2, TIlosci).</summary>
internal static class FieldLimits
{
    /// <summary>A hundred thousand million: no amount of an invoice is larger.</summary>
    public const decimal LargestAmount = 100_000_000_000;

    private const int Usual = 256;

    private static readonly FrozenDictionary<SimpleField, int> Lengths = new Dictionary<SimpleField, int>
    {
        [BuyerFields.Name] = 512,
        [BuyerFields.Address1] = 512,
        [BuyerFields.Address2] = 512,
        [BuyerFields.Street] = 512,
        [BuyerFields.City] = 256,
        [BuyerFields.Gln] = 13,
        [BuyerFields.Phone] = 16,
        [BuyerFields.Email] = 255,
        [BuyerFields.OtherId] = 50,
        [PartyFields.Name] = 512,
        [PartyFields.Address1] = 512,
        [PartyFields.Address2] = 512,
        [PartyFields.Street] = 512,
        [PartyFields.InternalId] = 20,
        [PartyFields.Phone] = 16,
        [PartyFields.Email] = 255,
        [LineFields.Name] = 512,
        [LineFields.Code] = 50,
        [LineFields.Gtin] = 20,
        [LineFields.Pkwiu] = 50,
        [LineFields.Cn] = 50,
        [LineFields.Pkob] = 50,
        [LineFields.Id] = 50,
        [PaymentFields.Link] = 512,
        [InvoiceFields.Footer] = 3500,
        [InvoiceFields.Remarks] = 3500,
        // Lists in one text: each of their parts is held to 256.
        [InvoiceFields.DeliveryNotes] = 100_000,
        [InvoiceFields.BatchNumbers] = 100_000,
    }.ToFrozenDictionary();

    public static int LengthOf(SimpleField field) => Lengths.GetValueOrDefault(field, Usual);

    /// <summary>Whether a number is one that an invoice can have. Products and sums of such numbers fit a decimal.</summary>
    public static bool IsInRange(FieldKind kind, decimal number) => kind switch
    {
        FieldKind.Percent => number is >= 0 and <= 100,
        FieldKind.ExchangeRate => Math.Abs(number) < 1_000_000,
        FieldKind.Quantity => Math.Abs(number) < 10_000_000_000_000,
        _ => Math.Abs(number) < LargestAmount,
    };

    public static int DecimalsOf(FieldKind kind) => kind switch
    {
        FieldKind.UnitPrice => 8,
        FieldKind.Quantity or FieldKind.ExchangeRate or FieldKind.Percent => 6,
        FieldKind.Count => 0,
        _ => 2,
    };
}
