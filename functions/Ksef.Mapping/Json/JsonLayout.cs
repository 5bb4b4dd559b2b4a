using System.Collections.Frozen;

namespace Ksef.Mapping.Json;

/// <summary>Members of the simple JSON that hold more than a value: lists of rows, and groups whose fields share a beginning.</summary>
internal static class JsonLayout
{
    /// <summary>The lists: their names, the level of their rows, and how the names of their fields begin.</summary>
    internal static readonly (string Pl, string En, FieldLevel Level, string PlPrefix, string EnPrefix)[] Lists =
    [
        ("pozycje", "lines", FieldLevel.Line, "pozycja_", "line_"),
        ("korygowane", "corrected", FieldLevel.Original, "korygowana_", "corrected_"),
        ("zaliczki", "advances", FieldLevel.Advance, "zaliczka_", "advance_"),
        ("podmioty", "parties", FieldLevel.Party, "podmiot_", "party_"),
        ("wplaty", "partial_payments", FieldLevel.PartialPayment, "wplata_", "partial_payment_"),
        ("obciazenia", "charges", FieldLevel.Charge, "obciazenie_", "charge_"),
        ("odliczenia", "deductions", FieldLevel.Deduction, "odliczenie_", "deduction_"),
        ("opisy", "notes", FieldLevel.Note, "opis_", "note_"),
    ];

    private static readonly FrozenDictionary<string, JsonList> ListsByName = Lists
        .SelectMany(list => new[] { (list.Pl, new JsonList(list.Level, [list.PlPrefix, list.EnPrefix])), (list.En, new JsonList(list.Level, [list.PlPrefix, list.EnPrefix])) })
        .ToFrozenDictionary(pair => WordKey.Of(pair.Item1), pair => pair.Item2);

    private static readonly FrozenDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["nabywca"] = "nabywca_",
        ["buyer"] = "buyer_",
        ["sprzedawca"] = "sprzedawca_",
        ["seller"] = "seller_",
    }.ToFrozenDictionary();

    /// <summary>Names of the members that hold a list of invoices.</summary>
    public static bool IsInvoices(string name) => WordKey.Of(name) is "faktury" or "invoices";

    public static JsonList? ListOf(string name) => ListsByName.GetValueOrDefault(WordKey.Of(name));

    /// <summary>How the names of a group's fields begin.</summary>
    public static string? PrefixOf(string name) => Groups.GetValueOrDefault(WordKey.Of(name));
}

/// <summary>A list of rows.</summary>
/// <param name="Level">Their level.</param>
/// <param name="Prefixes">How the names of its fields begin, which may be left out inside the list.</param>
internal sealed record JsonList(FieldLevel Level, IReadOnlyList<string> Prefixes);
