#!/usr/bin/env bash
# ksef-client 0.2.0 (npm), verificationLinks.buildCertificateVerificationUrl: the link of KOD II on an offline invoice.
#
# Guess:   a KSeF client signs the link as the Ministry describes it (KSeF docs, "kody QR"): SHA-256 of the link once, by
#          RSASSA-PSS with a salt of 32 bytes or by ECDSA. The link looks right, has the right length, and the call succeeds.
# Really:  it hashes the link itself and then lets Node.js hash the hash, and for RSA takes the longest salt there is (222 bytes
#          with a key of 2048 bits; Node.js' own default too). A signature of RSA or P-256 fits only the hash of the hash.
# Matters: whoever scans KOD II of such an invoice is told that it does not verify, first at the buyer's. A print without
#          verifying the signature again does not show it. Sign the UTF-8 bytes of the link without "https://" and state salt 32.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > package.json <<'JSON'
{ "private": true, "dependencies": { "ksef-client": "0.2.0" } }
JSON

cat > finding.cjs <<'JS'
const crypto = require('node:crypto');
const { VerificationLinkService } = require('ksef-client');
console.log('ksef-client', require('./node_modules/ksef-client/package.json').version);

const links = new VerificationLinkService({ baseQrUrl: 'https://qr-test.ksef.mf.gov.pl' });
const sha256 = data => crypto.createHash('sha256').update(data).digest();

// Which salt lengths and how many rounds of SHA-256 a verifier needs for the signature at the end of the link.
function examine(kind, options, salts) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync(kind, options);
  const link = links.buildCertificateVerificationUrl({
    sellerNip: '1111111111',
    contextIdentifierType: 'Nip',
    contextIdentifierValue: '1111111111',
    certificateSerial: '01F20A5D352AE590',
    invoiceHash: sha256('invoice').toString('base64'),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
  const end = link.lastIndexOf('/');
  const signed = Buffer.from(link.slice('https://'.length, end));
  const signature = Buffer.from(link.slice(end + 1), 'base64url');
  const fits = (data, saltLength) => crypto.verify('sha256', data, kind === 'rsa'
    ? { key: publicKey, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength }
    : { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  return salts.map(salt => `${salt === undefined ? '' : `salt ${salt}: `}once ${fits(signed, salt)}, twice ${fits(sha256(signed), salt)}`).join('; ');
}

const rsa = examine('rsa', { modulusLength: 2048 }, [32, 222]);
const ec = examine('ec', { namedCurve: 'P-256' }, [undefined]);
console.log(`RSA 2048, does it verify with SHA-256 applied ... ${rsa}`);
console.log(`P-256, does it verify with SHA-256 applied ... ${ec}`);

const asStated = rsa === 'salt 32: once false, twice false; salt 222: once false, twice true' && ec === 'once false, twice true';
console.log(asStated ? 'as stated' : 'NOT as stated');
process.exitCode = asStated ? 0 : 1;
JS

npm install --silent --no-fund --no-audit
node finding.cjs
