using System.Globalization;
using System.Xml;
using Ksef.Invoices;

namespace Benchmarks.Checks;

/// <summary>
/// The full check of an invoice beside .NET's bare validation of the same bytes against their schema, on one thread, pair after pair; prints
/// medians. To be read by its ratios: more than 1 means that the check costs more than a validating reader alone.
/// </summary>
internal static class ChecksBenchmark
{
    private const int Checks = 10_000;
    private const int Pairs = 5;

    public static void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Checks:N0} invoices of each shape, medians of {Pairs} pairs"));
        Console.WriteLine();
        Console.WriteLine("| invoice | bytes | check, µs | bare validation, µs | ratio | check allocates, KB | bare validation, KB | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var shape in CheckShape.All)
        {
            var (check, bare) = Measure(shape);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {shape.Title} | {shape.Files[0].Length:N0} | {check.Microseconds:F1} | {bare.Microseconds:F1} | {check.Microseconds / bare.Microseconds:F2} | {check.Kilobytes:F1} | {bare.Kilobytes:F1} | {check.Kilobytes / bare.Kilobytes:F2} |"));
        }
    }

    private static (CheckFigures Check, CheckFigures Bare) Measure(CheckShape shape)
    {
        var checker = new InvoiceChecker(TimeProvider.System);
        var options = new InvoiceCheckOptions();
        // One for all files, which spares the bare validation some memory.
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = shape.Schema.Schemas };
        List<CheckFigures> checks = [];
        List<CheckFigures> validations = [];
        for (var pair = 0; pair <= Pairs; pair++)
        {
            checks.Add(CheckFigures.Of(shape.Files, Checks, file => Check(checker, file, options)));
            validations.Add(CheckFigures.Of(shape.Files, Checks, file => Validate(file, settings)));
        }

        // The first pair compiles code and schema.
        return (CheckFigures.Medians(checks[1..]), CheckFigures.Medians(validations[1..]));
    }

    private static void Check(InvoiceChecker checker, byte[] file, InvoiceCheckOptions options)
    {
        if (checker.Check(file, options).Findings is [var finding, ..])
        {
            throw new InvalidOperationException($"A sample is not valid: {finding.MessageEn}");
        }
    }

    /// <exception cref="System.Xml.Schema.XmlSchemaValidationException">The file breaks its schema.</exception>
    private static void Validate(byte[] file, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        while (reader.Read())
        {
        }
    }
}
