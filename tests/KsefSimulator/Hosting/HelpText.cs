using System.Text;
using KsefSimulator.Faults;

namespace KsefSimulator.Hosting;

/// <summary>What --help prints.</summary>
internal static class HelpText
{
    public static string Write() => """
        KSeF simulator: the KSeF API 2.x on one machine, with real cryptography, real state and named faults.

        Usage: dotnet run --project tests/KsefSimulator -- [options]

          --urls URL[;URL...]          addresses to listen on (default http://127.0.0.1:5555; the API is under /v2)
          --data DIR                   keep the state there between runs (default: in memory)
          --processing-delay TIME      how long processing takes before its result shows: 0s, 500ms, 30s, 5m (default 200ms)
          --fault NAME[:PARAMETERS]    switch a fault on; may be given more than once. Parameters: count=N|all, probability=0..1, seed=N, for=TIME
          --faults                     list all faults
          --rate-limits off|test|production
                                       which request limits to enforce (default off)
          --spec 2.6|2.8               version of the API (default 2.6)
          --access-token-lifetime TIME how long access tokens are good for (default 15m)
          --hang-time TIME             how long a hanging fault holds a request (default 30s)
          --nip-checksum on|off        refuse NIPs and internal identifiers with a wrong check digit, as production does (default off)
          --public-address URL         the address clients see, for upload and download links
          --help                       this text

        Log in with any self-signed certificate: serialNumber TINPL-<nip> or PNOPL-<pesel>, or organizationIdentifier VATPL-<nip>.
        Faults can also be switched per request (header X-Simulator-Fault) and at run time (POST /_simulator/faults).
        """;

    public static string WriteFaults()
    {
        var text = new StringBuilder();
        foreach (var fault in FaultCatalogue.All)
        {
            text.Append("  ").AppendLine(fault.Name).Append("      ").AppendLine(fault.Effect).Append("      ").AppendLine(fault.EffectPl).Append("      ").AppendLine(fault.Incident);
        }

        return text.ToString();
    }
}
