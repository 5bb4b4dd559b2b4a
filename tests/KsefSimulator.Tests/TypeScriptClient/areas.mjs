// Calls a simulator with ksef-client-ts area by area and prints, as one JSON document, what each area came to: its values, or { error }.
// Input on standard input: { baseUrl, nip, certificate, key, invoices: [xml, eight of them] }.
import {
  KSeFClient, collectAllInvoiceMetadata, createTarGz, createZip, exportAndDownload, incrementalExportAndDownload, openOnlineSession, uploadBatchParsed,
  uploadBatchStream,
} from 'ksef-client-ts';
import { readFileSync } from 'node:fs';

const input = JSON.parse(readFileSync(0, 'utf8'));
const options = { baseUrl: input.baseUrl, lighthouseUrl: `${input.baseUrl}/latarnia`, rateLimit: null, retry: { maxRetries: 0 } };
const poll = { intervalMs: 50, maxAttempts: 200 };
const client = new KSeFClient(options);
const result = {};

async function area(name, action) {
  try {
    result[name] = await action();
  } catch (error) {
    result[name] = { error: `${error.name}: ${error.message} ${JSON.stringify(error.details ?? error.errors ?? '')}` };
  }
}

async function until(ask, holds) {
  for (let attempt = 0; attempt < poll.maxAttempts; attempt++) {
    const answer = await ask();
    if (holds(answer)) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, poll.intervalMs));
  }
  throw new Error('Nothing came of it in time.');
}

const hoursFromNow = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
const dateRange = { dateType: 'PermanentStorage', from: hoursFromNow(-1), to: hoursFromNow(1) };
const filters = { subjectType: 'Subject1', dateRange };
const files = input.invoices.map((content, index) => ({ fileName: `${index}.xml`, content: Buffer.from(content) }));
await client.loginWithCertificate(input.certificate, input.key, input.nip);

await area('online', async () => {
  const session = await openOnlineSession(client);
  const [first, second] = [await session.sendInvoice(input.invoices[0]), await session.sendInvoice(input.invoices[0])];
  await session.close();
  const upo = await session.waitForUpo(poll);
  const failed = await client.sessionStatus.getSessionFailedInvoices(session.sessionRef);
  const byReference = await client.sessionStatus.getInvoiceUpoByReference(session.sessionRef, first);
  const whole = await client.sessionStatus.getSessionUpo(session.sessionRef, upo.pages[0].referenceNumber);
  const link = await (await fetch(upo.pages[0].downloadUrl)).text();
  return {
    failed: failed.invoices.map((invoice) => [invoice.referenceNumber === second, invoice.status.code]),
    sameUpo: whole.upo === link,
    invoiceUpo: byReference.upo.includes('Potwierdzenie'),
  };
});

await area('sessions', async () => {
  const closed = { dateCreatedFrom: hoursFromNow(-1), dateClosedTo: hoursFromNow(1), statuses: ['Succeeded'] };
  const found = await client.sessionStatus.getSessions('Online', 10, undefined, closed);
  const status = await client.sessionStatus.getSessionStatus(found.sessions[0].referenceNumber);
  return { found: found.sessions.length, status: status.status.code };
});

await area('batchTarGz', async () => {
  const archive = await createTarGz(files.slice(1, 5));
  const batch = await uploadBatchParsed(client, archive, { compressionType: 'TarGz', maxPartSize: 1024, parallelism: 2, pollOptions: poll });
  return { successful: batch.upo.successfulInvoiceCount, documents: batch.upo.parsed.flatMap((page) => page.dokumenty).length };
});

await area('batchStream', async () => {
  const zip = await createZip(files.slice(5));
  const batch = await uploadBatchStream(client, () => new Blob([zip]).stream(), zip.length, { pollOptions: poll });
  return { successful: batch.upo.successfulInvoiceCount };
});

await area('query', async () => {
  const page = await client.invoices.queryInvoiceMetadata(filters, 0, 10, 'Asc');
  const all = await collectAllInvoiceMetadata(client, filters);
  const downloaded = await client.invoices.getInvoice(page.invoices[0].ksefNumber);
  return { page: page.invoices.length, all: all.length, sameInvoice: downloaded.xml === input.invoices[0] };
});

for (const compressionType of ['Zip', 'TarGz']) {
  await area(`export${compressionType}`, async () => {
    const exported = await exportAndDownload(client, filters, { compressionType, extract: true, pollOptions: poll });
    return { invoices: exported.invoiceCount, files: [...exported.files.keys()].filter((name) => name.endsWith('.xml')).length };
  });
}

await area('exportIncrementally', async () => {
  const exported = await incrementalExportAndDownload(client, {
    subjectType: 'Subject1', windowFrom: dateRange.from, windowTo: dateRange.to, continuationPoints: {}, pollOptions: poll,
  });
  return { exports: exported.referenceNumbers.length, parts: exported.decryptedParts.length, movedOn: Object.keys(exported.continuationPoints) };
});

await area('tokens', async () => {
  const token = await client.tokens.generateToken({ permissions: ['InvoiceRead', 'CredentialsRead'], description: 'Token do unieważnienia' });
  await until(() => client.tokens.getToken(token.referenceNumber), (answer) => answer.status === 'Active');
  const listed = await client.tokens.queryTokens({ status: ['Active'], description: 'unieważnienia', pageSize: 10 });
  const byToken = new KSeFClient(options);
  await byToken.loginWithToken(token.token, input.nip);
  const revoked = await byToken.tokens.revokeSelf({ referenceNumber: token.referenceNumber });
  const again = await new KSeFClient(options).loginWithToken(token.token, input.nip).then(() => 'accepted', () => 'refused');
  return { listed: listed.tokens.length, alreadyRevoked: revoked.alreadyRevoked, again };
});

for (const method of ['Ecdsa', 'Rsa']) {
  await area(`certificate${method}`, async () => {
    const { countryName, ...subject } = await client.certificates.getEnrollmentData();
    const { csrDer, privateKeyPem } = await client.crypto[`generateCsr${method}`]({ ...subject, countryCode: countryName });
    const enrolled = await client.certificates.enroll({
      certificateName: `Certyfikat ${method}`, certificateType: 'Authentication', csr: Buffer.from(csrDer).toString('base64'),
    });
    const issued = await until(() => client.certificates.getEnrollmentStatus(enrolled.referenceNumber), (answer) => answer.status.code !== 100);
    const serial = issued.certificateSerialNumber;
    const [certificate] = (await client.certificates.retrieve({ certificateSerialNumbers: [serial] })).certificates;
    const pem = `-----BEGIN CERTIFICATE-----\n${certificate.certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----`;
    await new KSeFClient(options).loginWithCertificate(pem, privateKeyPem, input.nip);
    await client.certificates.revoke(serial, { revocationReason: 'KeyCompromise' });
    const [listed] = (await client.certificates.query({ certificateSerialNumber: serial }, 10, 0)).certificates;
    return { status: listed.status, remaining: (await client.certificates.getLimits()).certificate.remaining > 0 };
  });
}

await area('limits', async () => {
  const before = await client.limits.getContextLimits();
  const larger = { ...before, onlineSession: { ...before.onlineSession, maxInvoices: before.onlineSession.maxInvoices + 1 } };
  await client.testData.changeSessionLimits(larger);
  const changed = (await client.limits.getContextLimits()).onlineSession.maxInvoices - before.onlineSession.maxInvoices;
  await client.testData.restoreDefaultSessionLimits();
  await client.testData.setProductionRateLimits();
  const rates = await client.limits.getRateLimits();
  await client.testData.restoreDefaultRateLimits();
  return { changed, subject: (await client.limits.getSubjectLimits()).certificate.maxCertificates > 0, exports: rates.invoiceExport.perHour };
});

await area('permissions', async () => {
  const grant = await client.permissions.grantPersonPermissions({
    subjectIdentifier: { type: 'Pesel', value: '92092011018' },
    permissions: ['InvoiceRead'],
    description: 'Dostęp do faktur',
    subjectDetails: { subjectDetailsType: 'PersonByIdentifier', personById: { firstName: 'Anna', lastName: 'Testowa' } },
  });
  const granted = await until(() => client.permissions.getOperationStatus(grant.referenceNumber), (answer) => answer.status.code !== 100);
  const found = await client.permissions.queryPersonsGrants({ queryType: 'PermissionsGrantedInCurrentContext' });
  await client.permissions.revokeCommonGrant(found.permissions[0].id);
  return { granted: granted.status.code, found: found.permissions.length, attachments: (await client.permissions.getAttachmentStatus()).isAttachmentAllowed ?? false };
});

await area('latarnia', async () => ({ status: (await client.lighthouse.getStatus()).status, messages: (await client.lighthouse.getMessages()).length }));

await area('logins', async () => {
  const sessions = await client.activeSessions.getActiveSessions(10);
  const other = sessions.items.find((item) => !item.isCurrent);
  await client.activeSessions.revokeSession(other.referenceNumber);
  await client.activeSessions.revokeCurrentSession();
  return { several: sessions.items.length > 1 };
});

process.stdout.write(JSON.stringify(result, null, 1));
