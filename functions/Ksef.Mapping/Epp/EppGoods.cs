namespace Ksef.Mapping.Epp;

/// <summary>What the dictionaries say of goods. Prices of purchase are in them too, and are never read.</summary>
/// <param name="Name">Name, at most 50 letters in most programs.</param>
/// <param name="Barcode">Bar code.</param>
/// <param name="Pkwiu">PKWiU.</param>
/// <param name="Place">Where the record stands.</param>
internal sealed record EppGoods(string Name, string Barcode, string Pkwiu, DataPlace Place);
