using System.Text.Json.Serialization;
using KsefSimulator.Authentication;
using KsefSimulator.Certificates;
using KsefSimulator.Hosting;
using KsefSimulator.Invoices;
using KsefSimulator.Invoices.Exports;
using KsefSimulator.Limits;
using KsefSimulator.Permissions;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Time;
using KsefSimulator.Tokens;

namespace KsefSimulator.Json;

/// <summary>What the journal keeps.</summary>
[JsonSerializable(typeof(MinistryKey))]
[JsonSerializable(typeof(SimulatorSecrets))]
[JsonSerializable(typeof(ClockOffset))]
[JsonSerializable(typeof(AuthenticationOperation))]
[JsonSerializable(typeof(ContextIdentifier))]
[JsonSerializable(typeof(KsefToken))]
[JsonSerializable(typeof(TestPerson))]
[JsonSerializable(typeof(AuthorizationGrant))]
[JsonSerializable(typeof(AttachmentConsent))]
[JsonSerializable(typeof(PermissionGrant))]
[JsonSerializable(typeof(PermissionOperation))]
[JsonSerializable(typeof(TestSubject))]
[JsonSerializable(typeof(SubjectLimits))]
[JsonSerializable(typeof(ApiRateLimits))]
[JsonSerializable(typeof(CertificateRoot))]
[JsonSerializable(typeof(KsefCertificate))]
[JsonSerializable(typeof(CertificateEnrollment))]
[JsonSerializable(typeof(InvoiceExport))]
[JsonSerializable(typeof(ContextLimits))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(ReceivedPart))]
[JsonSerializable(typeof(SubmittedInvoice))]
internal sealed partial class StateJson : JsonSerializerContext;
