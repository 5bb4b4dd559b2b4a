namespace KsefFunctions.Errors;

/// <summary>KSF-33xx: what KSeF decided about an invoice. Whoever is told to correct a right invoice issues a wrong one, so each cause has a number of its own.</summary>
public static class InvoiceErrors
{
    public static readonly ErrorDefinition RejectedByKsef = new(
        "KSF-3301", ErrorKind.Business, Party.Finance, Replay.Useless,
        "KSeF rejected the invoice (status {0}): {1}",
        "KSeF odrzucił fakturę (status {0}): {1}",
        "Correct the invoice in the ERP and send it again.",
        "Popraw fakturę w ERP i wyślij ją ponownie.");

    public static readonly ErrorDefinition ForeignDuplicate = new(
        "KSF-3302", ErrorKind.Business, Party.Finance, Replay.Useless,
        "KSeF already holds another invoice under this seller, type and number: {0}. Its content differs from this one.",
        "KSeF zawiera już inną fakturę tego sprzedawcy o tym samym rodzaju i numerze: {0}. Jej treść różni się od tej.",
        "Compare both invoices. Was the number used twice, or was the invoice issued in another system?",
        "Porównaj obie faktury. Czy numer został użyty dwa razy, czy faktura została wystawiona w innym systemie?");

    public static readonly ErrorDefinition UnprovenDuplicate = new(
        "KSF-3303", ErrorKind.Business, Party.Finance, Replay.OnceMended,
        "KSeF already holds an invoice under this seller, type and number ({0}), and does not let us see it to compare.",
        "KSeF zawiera już fakturę tego sprzedawcy o tym samym rodzaju i numerze ({0}), ale nie pozwala jej porównać.",
        "Look the number up in KSeF by hand and compare.",
        "Wyszukaj numer w KSeF ręcznie i porównaj faktury.");

    public static readonly ErrorDefinition AcceptedBefore = new(
        "KSF-3304", ErrorKind.Note, Party.Nobody, Replay.NotNeeded,
        "KSeF had accepted this very invoice before, under {0}. It was not registered a second time.",
        "KSeF przyjął tę samą fakturę już wcześniej pod numerem {0}. Nie została zarejestrowana po raz drugi.",
        "Nothing. If no receipt is here, it lies with the first sending.",
        "Nic. Jeżeli brak tu UPO, znajduje się przy pierwszym wysłaniu.");

    public static readonly ErrorDefinition RightMissing = new(
        "KSF-3305", ErrorKind.Business, Party.Finance, Replay.OnceMended,
        "KSeF rejected the invoice (status {0}) because a permission is missing in KSeF, not because of its content: {1}",
        "KSeF odrzucił fakturę (status {0}), bo w KSeF brakuje uprawnienia – nie z powodu treści faktury: {1}",
        "Leave the invoice as it is. Self-billing: the seller grants the buyer the permission in KSeF. An attachment: the seller registers for attachments in e-Urząd Skarbowy. Otherwise the owner of the certificate lacks the permission to issue invoices for this seller. Then drop the same file again, or replay it.",
        "Nie zmieniaj faktury. Samofakturowanie: sprzedawca nadaje nabywcy uprawnienie w KSeF. Załącznik: sprzedawca zgłasza chęć wystawiania faktur z załącznikiem w e-Urzędzie Skarbowym. W pozostałych przypadkach właściciel certyfikatu nie ma uprawnienia do wystawiania faktur tego sprzedawcy. Potem prześlij ten sam plik jeszcze raz albo uruchom go ponownie.");

    public static readonly ErrorDefinition AttachmentsNotAllowed = new(
        "KSF-3306", ErrorKind.Business, Party.Finance, Replay.OnceMended,
        "KSeF rejected the invoice (status {0}) because the seller may not send attachments: {1}",
        "KSeF odrzucił fakturę (status {0}), bo sprzedawca nie może przesyłać załączników: {1}",
        "Leave the invoice as it is. The seller registers for attachments in e-Urząd Skarbowy; then drop the same file again, or replay it.",
        "Nie zmieniaj faktury. Sprzedawca zgłasza chęć wystawiania faktur z załącznikiem w e-Urzędzie Skarbowym; potem prześlij ten sam plik jeszcze raz albo uruchom go ponownie.");

    public static readonly ErrorDefinition SameNumberInPackage = new(
        "KSF-3307", ErrorKind.Business, Party.Finance, Replay.Useless,
        "The package holds another invoice under this seller, type and number: '{0}', which KSeF accepted as {1}. The content of this one differs; it was not registered.",
        "Paczka zawiera inną fakturę tego sprzedawcy o tym samym rodzaju i numerze: '{0}', przyjętą przez KSeF pod numerem {1}. Treść tej jest inna – nie została zarejestrowana.",
        "Compare both. If both are meant, give this one a number of its own and send it again. If it is a newer version of the other, issue a correcting invoice.",
        "Porównaj obie. Jeżeli obie są potrzebne, nadaj tej własny numer i wyślij ją ponownie. Jeżeli to nowsza wersja tamtej, wystaw fakturę korygującą.");

    public static readonly ErrorDefinition UnknownStatus = new(
        "KSF-3308", ErrorKind.Business, Party.Operations, Replay.OnceMended,
        "KSeF ended the invoice with a status that this version does not know ({0}): {1}",
        "KSeF zakończył fakturę statusem, którego ta wersja nie zna ({0}): {1}",
        "Leave the invoice as it is until it is clear what KSeF means. Look for a newer version of the app; then drop the same file again, or replay it.",
        "Nie zmieniaj faktury, dopóki nie wiadomo, co KSeF ma na myśli. Poszukaj nowszej wersji aplikacji; potem prześlij ten sam plik jeszcze raz albo uruchom go ponownie.");

    public static readonly ErrorDefinition FileRefused = new(
        "KSF-3309", ErrorKind.Business, Party.Erp, Replay.Useless,
        "KSeF does not read the file as a valid invoice (status {0}): {1}",
        "KSeF nie uznaje pliku za poprawną fakturę (status {0}): {1}",
        "The file breaks a rule of its schema. Report it to the supplier of the system that created it, and send the corrected file.",
        "Plik łamie regułę wzoru faktury. Zgłoś to dostawcy programu, który go utworzył, i wyślij poprawiony plik.");

    public static readonly ErrorDefinition SentOtherwise = new(
        "KSF-3310", ErrorKind.Business, Party.Finance, Replay.OnceMended,
        "This invoice was sent before, in '{0}', and KSeF accepted it as {1}. What the data says now differs: {2}",
        "Ta faktura została już wysłana, w pliku '{0}', i przyjęta przez KSeF pod numerem {1}. Obecne dane są inne: {2}",
        "Nothing was sent. If the invoice was changed after it was sent, issue a correcting invoice. If the number was used twice, give this one a number of its own. If the difference comes from company.json or mapping.json and the invoice is the same, do nothing.",
        "Nic nie wysłano. Jeżeli fakturę zmieniono po wysłaniu, wystaw fakturę korygującą. Jeżeli numeru użyto dwa razy, nadaj tej fakturze własny. Jeżeli różnica pochodzi z company.json lub mapping.json, a faktura jest ta sama – nic nie rób.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        RejectedByKsef, ForeignDuplicate, UnprovenDuplicate, AcceptedBefore, RightMissing, AttachmentsNotAllowed,
        SameNumberInPackage, UnknownStatus, FileRefused, SentOtherwise,
    ];
}
