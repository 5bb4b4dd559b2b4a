namespace LocalHost.Map;

/// <summary>What <c>map --help</c> prints.</summary>
internal static class MapHelpText
{
    public const string Text = """
        Makes FA(3) invoices of a company's data and checks them, as the app does with such a file in the inbox, but sends nothing.

        Usage: dotnet run --project functions/LocalHost -- map FILE [options]

          FILE                 EPP, JPK_FA(4), XML of Comarch Optima, CSV, XLSX, JSON or JSONL, or a ZIP of them.
                               The content decides, not the name.
          --profile FILE       company.json: what the company says of itself.
          --mapping FILE       mapping.json: how the columns and codes of its program relate to the simple layout.
          --nip NIP            The company. Default: the NIP of the profile.
          --out DIR            Write the invoices into this folder, as 00001.xml and so on.
          --json               Print JSON in place of a table.
          --help               Show this text.

        Exit codes
          0  every invoice was made
          2  bad arguments
          3  something in the file is wrong

        """;
}
