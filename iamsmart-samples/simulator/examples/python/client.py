"""A client of iAM Smart in one file: sign-in, then form filling with its encrypted callback.
Needs Python 3.9 or later and the package "cryptography":  python3 client.py http://127.0.0.1:8090
"""
import base64, hashlib, hmac, json, queue, secrets, sys, threading, time, uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlencode, urlsplit
from urllib.request import Request, urlopen
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

GATEWAY = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8090"
CLIENT_ID = "python-example"
CLIENT_SECRET = secrets.token_hex(24)
KEK = rsa.generate_private_key(public_exponent=65537, key_size=2048)
callbacks = queue.Queue()


class Callbacks(BaseHTTPRequestHandler):
    """Callbacks come to us. Answer HTTP 200 at once, whatever came: who forges one learns nothing."""
    def do_POST(self):
        callbacks.put(self.rfile.read(min(int(self.headers.get("Content-Length", 0)), 16_000_000)))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


def seal(cek, value):
    """The content of a message: IV length, IV, ciphertext with tag."""
    iv = secrets.token_bytes(12)
    sealed = AESGCM(cek).encrypt(iv, json.dumps(value).encode(), None)
    return base64.b64encode((12).to_bytes(4, "big") + iv + sealed).decode()


def unseal(cek, content):
    sealed = base64.b64decode(content, validate=True)
    if len(sealed) < 32 or sealed[:4] != b"\0\0\0\x0c":
        raise ValueError("The content is malformed.")
    return json.loads(AESGCM(cek).decrypt(sealed[4:16], sealed[16:], None))


class Gateway:
    """Signed calls. What is sent is what was signed; a plain one has no body."""
    def __init__(self):
        self.timestamp, self.cek = 0, None

    def call(self, path, body=""):
        self.timestamp = max(self.timestamp, time.time_ns() // 1_000_000)
        head = {"clientID": CLIENT_ID, "signatureMethod": "HmacSHA256",
                "timestamp": str(self.timestamp), "nonce": str(uuid.uuid4())}
        mac = hmac.new(CLIENT_SECRET.encode(), ("".join(head.values()) + body).encode(), hashlib.sha256).digest()
        signature = quote(base64.b64encode(mac).decode(), safe="")
        headers = {**head, "signature": signature, "Content-Type": "application/json"}
        with urlopen(Request(GATEWAY + "/api/v1" + path, body.encode(), headers), timeout=30) as response:
            envelope = json.load(response)
        if envelope["code"] != "D00000":
            raise RuntimeError(f"{path}: {envelope['code']} {envelope['message']}")
        return envelope["content"]

    def fetch_cek(self):
        wrapped = self.call("/security/getKey")["secretKey"]
        self.cek = KEK.decrypt(base64.b64decode(wrapped), padding.PKCS1v15())
        return self.cek

    def sealed(self, path, value):
        cek = self.cek or self.fetch_cek()
        return unseal(cek, self.call(path, json.dumps({"content": seal(cek, value)})))

    def open_callback(self, content):
        """A new CEK may be in use: ask the gateway for it, and not the callback, which anybody can send."""
        try:
            return unseal(self.cek, content)
        except InvalidTag:
            return unseal(self.fetch_cek(), content)


def control(path, value=None):
    """The simulator's part: the portal where a service registers, and the user with the phone."""
    body = None if value is None else json.dumps(value).encode()
    request = Request(GATEWAY + "/control" + path, body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as response:
        return json.load(response)


server = ThreadingHTTPServer(("127.0.0.1", 0), Callbacks)
threading.Thread(target=server.serve_forever, daemon=True).start()
here = f"http://127.0.0.1:{server.server_port}"
pem = KEK.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
control("/clients", {"clientID": CLIENT_ID, "clientSecret": CLIENT_SECRET, "displayName": "Python example",
                     "kekPublicKey": pem, "redirectURIs": [here + "/login", here + "/callback"]})
gateway = Gateway()

# 1. The browser opens getQR, the user approves, and the browser comes back with a code.
state = secrets.token_urlsafe(18)
urlopen(GATEWAY + "/api/v1/auth/getQR?" + urlencode({
    "clientID": CLIENT_ID, "responseType": "code", "source": "PC_Browser", "redirectURI": here + "/login",
    "scope": "eidapi_auth eidapi_formFilling", "lang": "en-US", "state": state}), timeout=30).close()
sign_in = next(request for request in control("/requests") if request["state"] == state)
back = parse_qs(urlsplit(control(f"/requests/{sign_in['ticketID']}/approve", {"persona": "plus"})["redirect"]).query)
if back.get("state") != [state] or "code" not in back:
    raise SystemExit("The sign-in failed.")
token = gateway.sealed("/auth/getToken", {"code": back["code"][0], "grantType": "authorization_code"})

# 2. We ask for form data, the user approves, and the callback brings them.
asked = {"businessID": str(uuid.uuid4()), "state": secrets.token_urlsafe(18)}
ticket = gateway.sealed("/account/eme/initiateRequest", {
    **asked, "accessToken": token["accessToken"], "openID": token["openID"], "source": "PC_Browser",
    "redirectURI": here + "/callback", "lang": "en-US", "formName": "Permit", "formNum": "P-1",
    "formDesc": "A permit", "profileFields": ["enName"], "eMEFields": ["emailAddress", "mobileNumber"]})["ticketID"]
control(f"/requests/{ticket}/approve", {})
envelope = gateway.open_callback(json.loads(callbacks.get(timeout=30))["content"])
form = envelope["content"]
same = form.get("businessID") == asked["businessID"] and hmac.compare_digest(form.get("state", ""), asked["state"])
if envelope["code"] != "D00000" or not same:
    raise SystemExit("This callback answers no request of ours.")
print(form["enName"]["UnstructuredName"], form["emailAddress"], form["mobileNumber"]["SubscriberNumber"], sep=" · ")
