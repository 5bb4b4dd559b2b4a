// Checks the enveloped signature of a document with xml-crypto and prints what it covers, as one JSON document.
// Input on standard input: { document: xml, certificate: pem }.
import { DOMParser } from '@xmldom/xmldom';
import { verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignedXml } from 'xml-crypto';

const ds = 'http://www.w3.org/2000/09/xmldsig#';
const ecdsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';

// xml-crypto brings RSA only and takes other methods from its user.
class EcdsaSha256 {
  getAlgorithmName = () => ecdsaSha256;
  verifySignature = (signedInfo, key, value) =>
    verify('sha256', Buffer.from(signedInfo), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(value, 'base64'));
}

const { document, certificate } = JSON.parse(readFileSync(0, 'utf8'));
const parse = (xml) => new DOMParser().parseFromString(xml, 'text/xml').documentElement;

const signed = new SignedXml({ publicCert: certificate });
signed.SignatureAlgorithms[ecdsaSha256] = EcdsaSha256;
signed.loadSignature(parse(document).getElementsByTagNameNS(ds, 'Signature')[0]);

let valid;
try {
  valid = signed.checkSignature(document);
} catch (error) {
  valid = false;
}

const covered = valid ? signed.getSignedReferences().map((xml) => parse(xml).localName) : [];
console.log(JSON.stringify({ valid, covered }));
