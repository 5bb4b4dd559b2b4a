namespace Ksef.Mapping.Exact;

/// <summary>Reads yes and no.</summary>
internal static class FlagText
{
    public static bool? Read(string text) => WordKey.Of(text) switch
    {
        "tak" or "t" or "true" or "prawda" or "yes" or "y" or "1" or "x" => true,
        "nie" or "n" or "false" or "falsz" or "no" or "0" => false,
        _ => null,
    };
}
