// A client of iAM Smart in one file: sign-in, then form filling with its encrypted callback.
// Needs Node 18 or later and nothing else:  node client.mjs http://127.0.0.1:8090
import { constants, createCipheriv, createDecipheriv, createHmac, generateKeyPairSync, privateDecrypt,
  randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const gateway = process.argv[2] ?? 'http://127.0.0.1:8090';
const clientID = 'node-example';
const clientSecret = randomBytes(24).toString('hex');
const kek = generateKeyPairSync('rsa', { modulusLength: 2048 });

// Callbacks come to us. Answer HTTP 200 at once, whatever came: who forges one learns nothing.
const callbacks = [];
let onCallback = () => {};
const server = createServer((request, response) => {
  let body = '';
  request.on('data', part => { body += part; if (body.length > 16e6) request.destroy(); });
  request.on('end', () => { response.end(); callbacks.push(body); onCallback(); });
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const here = `http://127.0.0.1:${server.address().port}`;
const nextCallback = () => new Promise((resolve, reject) => {
  const timeout = setTimeout(() => reject(new Error('No callback came.')), 30_000);
  onCallback = () => { if (callbacks.length) { clearTimeout(timeout); resolve(callbacks.shift()); } };
  onCallback();
});

// The content of a message: IV length, IV, ciphertext, tag.
const seal = (cek, value) => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', cek, iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([0, 0, 0, 12]), iv, text, cipher.getAuthTag()]).toString('base64');
};
const open = (cek, content) => {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length < 32 || bytes.readInt32BE(0) !== 12) throw new Error('The content is malformed.');
  const cipher = createDecipheriv('aes-256-gcm', cek, bytes.subarray(4, 16), { authTagLength: 16 });
  cipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(16, -16)), cipher.final()]).toString('utf8'));
};

// A signed call. What is sent is what was signed; a plain one has no content.
let timestamp = 0;
const call = async (path, body = '') => {
  timestamp = Math.max(timestamp, Date.now());
  const head = { clientID, signatureMethod: 'HmacSHA256', timestamp: String(timestamp), nonce: randomUUID() };
  const signature = createHmac('sha256', clientSecret).update(Object.values(head).join('') + body).digest('base64');
  const response = await fetch(`${gateway}/api/v1${path}`, {
    method: 'POST', body,
    headers: { ...head, signature: encodeURIComponent(signature), 'Content-Type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  const envelope = await response.json();
  if (envelope.code !== 'D00000') throw new Error(`${path}: ${envelope.code} ${envelope.message}`);
  return envelope.content;
};

// Older Node cannot decrypt PKCS#1 v1.5 safely and refuses to, so we take the padding off by hand. That is safe for
// getKey, whose answer nobody forges; never do it with the secretKey of a callback, which anybody can send.
const fetchCek = async () => {
  const { secretKey } = await call('/security/getKey');
  const padding = constants.RSA_NO_PADDING;
  const block = privateDecrypt({ key: kek.privateKey, padding }, Buffer.from(secretKey, 'base64'));
  if (block[0] !== 0 || block[1] !== 2 || block.indexOf(0, 2) !== block.length - 33) throw new Error('No CEK.');
  return block.subarray(-32);
};
let cek;
const sealedCall = async (path, value) => {
  cek ??= await fetchCek();
  return open(cek, await call(path, JSON.stringify({ content: seal(cek, value) })));
};
// A new CEK may be in use: ask the gateway for it, and not the callback.
const openCallback = async content => {
  try { return open(cek, content); } catch { return open(cek = await fetchCek(), content); }
};

// The simulator's part: the portal where a service registers, and the user with the phone.
const control = async (path, value) => {
  const options = value && { method: 'POST', body: JSON.stringify(value),
    headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(`${gateway}/control${path}`, options);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
};

await control('/clients', { clientID, clientSecret, displayName: 'Node example',
  kekPublicKey: kek.publicKey.export({ type: 'spki', format: 'pem' }),
  redirectURIs: [`${here}/login`, `${here}/callback`] });

// 1. The browser opens getQR, the user approves, and the browser comes back with a code.
const state = randomBytes(18).toString('base64url');
const query = new URLSearchParams({ clientID, responseType: 'code', source: 'PC_Browser', lang: 'en-US', state,
  redirectURI: `${here}/login`, scope: 'eidapi_auth eidapi_formFilling' });
const page = await fetch(`${gateway}/api/v1/auth/getQR?${query}`);
if (!page.ok) throw new Error(await page.text());
const signIn = (await control('/requests')).find(request => request.state === state);
const { redirect } = await control(`/requests/${signIn.ticketID}/approve`, { persona: 'plus' });
const back = new URL(redirect).searchParams;
if (back.get('state') !== state || !back.has('code')) throw new Error('The sign-in failed.');
const token = await sealedCall('/auth/getToken', { code: back.get('code'), grantType: 'authorization_code' });

// 2. We ask for form data, the user approves, and the callback brings them.
const asked = { businessID: randomUUID(), state: randomBytes(18).toString('base64url') };
const { ticketID } = await sealedCall('/account/eme/initiateRequest', { ...asked, accessToken: token.accessToken,
  openID: token.openID, source: 'PC_Browser', redirectURI: `${here}/callback`, lang: 'en-US', formName: 'Permit',
  formNum: 'P-1', formDesc: 'A permit', profileFields: ['enName'], eMEFields: ['emailAddress', 'mobileNumber'] });
const answer = nextCallback();
await control(`/requests/${ticketID}/approve`, {});
const callback = JSON.parse(await answer);
const envelope = await openCallback(callback.content);
const form = envelope.content;
const same = (one, other) => one?.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
if (envelope.code !== 'D00000' || form.businessID !== asked.businessID || !same(form.state, asked.state))
  throw new Error('This callback answers no request of ours.');
console.log(`${form.enName.UnstructuredName} · ${form.emailAddress} · ${form.mobileNumber.SubscriberNumber}`);
server.close();
