namespace LocalHost.Documents;

/// <summary>What <c>--documents</c> writes: the documents and parts of documents that are made from the catalogue of errors and the table of KSeF's answers.</summary>
public static class CatalogueDocuments
{
    /// <summary>How to make them anew, from the root of the repository.</summary>
    public const string Command = "dotnet run --project functions/LocalHost -- --documents docs";

    private static readonly (string Name, Func<string, string> Make)[] Documents =
    [
        ("errors.md", _ => ErrorDocument.Text()),
        ("erp-file-contract.md", contract => MadeBlock.Replace(contract, "invoice statuses", AnswerTables.OfInvoices())),
        ("runbook.md", runbook => RunbookLines.WithResponsibility(MadeBlock.Replace(runbook, "statuses", AnswerTables.OfOperations()))),
    ];

    /// <summary>Names of the documents.</summary>
    public static IEnumerable<string> Names => Documents.Select(document => document.Name);

    /// <summary>The document as it should be.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="present">What stands there now, with line feeds.</param>
    public static string Made(string name, string present) => Documents.Single(document => document.Name == name).Make(present);

    /// <summary>Writes them all.</summary>
    /// <param name="directory">The folder <c>docs</c>.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    public static async Task WriteAsync(string directory, CancellationToken cancellationToken)
    {
        foreach (string name in Names)
        {
            string path = Path.Combine(directory, name);
            string present = (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n");
            await File.WriteAllTextAsync(path, Made(name, present), cancellationToken);
        }
    }
}
