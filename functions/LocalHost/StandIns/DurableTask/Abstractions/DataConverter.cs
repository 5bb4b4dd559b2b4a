namespace Microsoft.DurableTask;

/// <summary>Turns values into the text that history keeps, and back.</summary>
public abstract class DataConverter
{
    /// <summary>Writes a value; null stays null.</summary>
    public abstract string? Serialize(object? value);

    /// <summary>Reads a value; null stays null.</summary>
    public abstract object? Deserialize(string? data, Type targetType);

    /// <summary>Reads a value; null becomes the default.</summary>
    public virtual T? Deserialize<T>(string? data) => data is null ? default : (T?)Deserialize(data, typeof(T));
}
