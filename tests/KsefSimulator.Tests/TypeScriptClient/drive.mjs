// Drives a simulator with ksef-client-ts and prints what came back, as one JSON document.
// Input on standard input: { baseUrl, nip, certificate, key, invoices: [xml], zip: base64 }.
import { KSeFClient, openOnlineSession, openSendAndClose, uploadBatch } from 'ksef-client-ts';
import { readFileSync } from 'node:fs';

const input = JSON.parse(readFileSync(0, 'utf8'));
const options = { baseUrl: input.baseUrl, rateLimit: null, retry: { maxRetries: 0 } };
const poll = { intervalMs: 50, maxAttempts: 200 };
const result = {};

const client = new KSeFClient(options);
await client.loginWithCertificate(input.certificate, input.key, input.nip);

const session = await openOnlineSession(client);
result.invoiceReference = await session.sendInvoice(input.invoices[0]);
await session.close();
const upo = await session.waitForUpoParsed(poll);
result.online = { pages: upo.pages.length, successful: upo.successfulInvoiceCount, documents: upo.parsed.length };

const listed = await client.sessionStatus.getSessionInvoices(session.sessionRef);
result.ksefNumber = listed.invoices[0].ksefNumber;
result.invoiceUpo = await client.sessionStatus.getInvoiceUpoByKsefNumber(session.sessionRef, result.ksefNumber);
result.invoice = await client.invoices.getInvoice(result.ksefNumber);
result.sent = await openSendAndClose(client, input.invoices.slice(1), { pollOptions: poll });

const batch = await uploadBatch(client, Buffer.from(input.zip, 'base64'), { pollOptions: poll });
result.batch = { successful: batch.upo.successfulInvoiceCount, pages: batch.upo.pages.length };

result.limits = await client.limits.getContextLimits();
result.rateLimits = await client.limits.getRateLimits();
result.sessions = (await client.sessionStatus.getSessions('Online')).sessions.length;

const token = await client.tokens.generateToken({ permissions: ['InvoiceRead', 'InvoiceWrite'], description: 'Token klienta TypeScript' });
while ((await client.tokens.getToken(token.referenceNumber)).status !== 'Active') {
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const byToken = new KSeFClient(options);
await byToken.loginWithToken(token.token, input.nip);
result.sentByToken = await openSendAndClose(byToken, [input.invoiceByToken], { pollOptions: poll });

const empty = await openOnlineSession(client);
await empty.close();
try {
  await empty.waitForUpo(poll);
} catch (error) {
  result.emptySession = `${error.name}: ${error.message}`;
}

await client.logout();
process.stdout.write(JSON.stringify(result));
