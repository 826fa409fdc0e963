"""What the benches share: one site and its own embedded PostgreSQL, closed loops of clients against both, and what they cost.

A bench compares in one run, on one machine, in turns: a round of the site (wrk), a round of the very same SQL (pgbench), and so on.
"""
import atexit, functools, glob, html, http.client, json, os, re, shutil, signal, statistics, subprocess, sys, time, urllib.error, urllib.parse, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PORT = int(os.environ.get("BENCH_PORT", "5490"))
CLIENTS = int(os.environ.get("BENCH_CLIENTS", "16"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "10"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
WARMUP = int(os.environ.get("BENCH_WARMUP", "60"))  # the code that is often run is compiled for good after some thousand requests
FOLDER = os.path.join(ROOT, ".easygig", "bench")
PASSWORD = "evening-at-the-pier"  # of everybody in a scene


def need(*tools):
    missing = [tool for tool in tools if subprocess.run(["which", tool], capture_output=True).returncode]
    if missing:
        sys.exit(f"This bench needs {', '.join(missing)}: apt-get install -y wrk postgresql")


@functools.cache
def publish():
    """The site as it is delivered: compiled ahead, in Release. BENCH_SITE names one that is published already."""
    folder = os.environ.get("BENCH_SITE")
    if folder:
        return folder
    folder = os.path.join(FOLDER, "site")
    subprocess.run([os.path.join(ROOT, "eng", "publish"), folder], check=True, stdout=subprocess.DEVNULL)
    return folder


class Site:
    """One node. It listens on loopback and works on an embedded PostgreSQL of the bench's own."""

    def __init__(self, slots, port=PORT, scene=None, **settings):
        self.site, self.slots, self.port, self.scene = publish(), slots, port, scene or str(slots)
        self.env = {**os.environ, "ASPNETCORE_ENVIRONMENT": "Development", "ASPNETCORE_URLS": f"http://127.0.0.1:{port}", "EasyGig__Demo": "false",
                    "EasyGig__Cluster": f"bench-{self.scene}", "Logging__LogLevel__Default": "Warning",
                    "DOTNET_GCgen0size": "0x400000", "DOTNET_EnableDiagnostics": "0", **settings}  # as it is delivered
        self.process = None

    def anew(self):
        """Throws the scene away, for those who use it up."""
        shutil.rmtree(self.cluster(), ignore_errors=True)
        if os.path.exists(self.seeded()):
            os.remove(self.seeded())
        return self

    def seeded(self):
        return os.path.join(FOLDER, f"seeded-{self.scene}")

    def seed(self):
        if not os.path.exists(self.seeded()):
            subprocess.run([os.path.join(self.site, "EasyGig.Web"), "seed", "--scale", str(self.slots)], env=self.env, cwd=self.site, check=True)
            os.makedirs(FOLDER, exist_ok=True)
            open(self.seeded(), "w").close()
        return self

    def __enter__(self):
        self.process = subprocess.Popen([os.path.join(self.site, "EasyGig.Web")], env=self.env, cwd=self.site, stdout=subprocess.DEVNULL)
        atexit.register(self.stop)
        for _ in range(600):
            try:
                with urllib.request.urlopen(self.address("/venues")):
                    return self
            except OSError:
                time.sleep(0.1)
        sys.exit("The site did not start.")

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)

    def address(self, path=""):
        return f"http://127.0.0.1:{self.port}{path}"

    def sql(self, *statements, database="easygig"):
        """Runs statements, each by itself, as the owner of the database; returns the rows as text."""
        done = subprocess.run(["psql", *self.target("easygig")[:4], "-d", database, "-XAtq", "-v", "ON_ERROR_STOP=1"], input=";\n".join(statements), capture_output=True, text=True, check=True)
        return done.stdout.strip().split("\n")

    def target(self, user="easygig_site"):
        return ["-h", self.socket(), "-U", user, "-d", "easygig"]

    def cluster(self):
        return os.path.join(ROOT, ".easygig", f"bench-{self.scene}")

    def socket(self):
        return self.postmaster()[4]

    def postmaster(self):
        with open(os.path.join(self.cluster(), "data", "postmaster.pid")) as pid:
            return pid.read().split("\n")

    def cpu(self):
        """Seconds of processor time of the site, and of the whole PostgreSQL."""
        server = self.postmaster()[0]
        return ticks(str(self.process.pid)), sum(map(ticks, [server, *children(server)])) + reaped(server)

    def memory(self):
        """Resident MB, and how much of that is not files of the runtime and the site, which all nodes of a machine share."""
        with open(f"/proc/{self.process.pid}/status") as status:
            text = status.read()
        return [int(re.search(kind + r":\s+(\d+)", text)[1]) / 1024 for kind in ("VmRSS", "RssAnon")]


class Browser:
    """A browser in which somebody has signed in, with a token for its forms."""

    def __init__(self, email, port):
        self.http, self.cookies = http.client.HTTPConnection("127.0.0.1", port), {}
        self.ask("/account/login")
        self.ask("/account/login", {"Input.Email": email, "Input.Password": PASSWORD})

    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path, fields=None):
        headers = {"Cookie": self.cookie()}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            fields = urllib.parse.urlencode({**fields, "__RequestVerificationToken": self.token})
        self.http.request("GET" if fields is None else "POST", path, fields, headers)
        answer = self.http.getresponse()
        body = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            self.cookies.update([cookie.split(";")[0].split("=", 1)])
        token = re.search(r'name="__RequestVerificationToken"[^>]* value="([^"]+)"', body)
        self.token = html.unescape(token[1]) if token else self.token
        return answer.headers.get("Location"), body


def stat(pid):
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()


def ticks(pid):
    try:
        fields = stat(pid)
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0


def reaped(pid):
    fields = stat(pid)
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def children(pid):
    return [entry for entry in os.listdir("/proc") if entry.isdigit() and parent(entry) == pid]


def parent(pid):
    try:
        return stat(pid)[1]
    except OSError:
        return None


def wrk(site, paths, seconds=SECONDS):
    """A closed loop over the paths, in random order. Returns requests/s, p50 and p99 in ms, errors, CPU seconds per 1,000 requests."""
    script = os.path.join(FOLDER, "paths.lua")
    with open(script, "w") as lua:
        lua.write("local paths = {" + ",".join(json.dumps(path) for path in paths) + "}\n"
                  "request = function() return wrk.format('GET', paths[math.random(#paths)]) end\n"
                  "done = function(s, l, r) io.write(string.format('%d %d %d %d %d\\n', s.requests, s.duration, l:percentile(50), l:percentile(99), s.errors.status + s.errors.read + s.errors.connect + s.errors.timeout)) end\n")
    before = site.cpu()
    done = subprocess.run(["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-s", script, site.address("/")], capture_output=True, text=True, check=True)
    after = site.cpu()
    requests, duration, p50, p99, errors = map(int, done.stdout.strip().split("\n")[-1].split())
    per_thousand = [1000 * (b - a) / max(1, requests) for a, b in zip(before, after)]
    return dict(rate=requests / (duration / 1e6), p50=p50 / 1000, p99=p99 / 1000, errors=errors, web=per_thousand[0], sql=per_thousand[1])


def pgbench(site, scripts, *limits, database="easygig"):
    """The same loop over statements alone, prepared, for as long as a round of wrk unless limits say otherwise. Returns transactions/s, p50 and p99 in ms."""
    logs = os.path.join(FOLDER, "pgbench_log")
    for old in glob.glob(logs + ".*"):
        os.remove(old)
    files = [argument for script in scripts for argument in ("-f", script)]
    done = subprocess.run(["pgbench", "-n", "-M", "prepared", f"-c{CLIENTS}", "-j1", *(limits or [f"-T{SECONDS}"]), "-l", f"--log-prefix={logs}", *files, *site.target()[:4], database],
                          capture_output=True, text=True)
    rate = re.search(r"tps = ([\d.]+)", done.stdout)
    if not rate:
        sys.exit(done.stdout + done.stderr)
    times = sorted(int(line.split()[2]) for log in glob.glob(logs + ".*") for line in open(log))
    return dict(rate=float(rate[1]), p50=times[len(times) // 2] / 1000, p99=times[len(times) * 99 // 100] / 1000)


def statements(site, paths):
    """Writes, for each path, the statements that the site runs for it as a pgbench script, as the server's log has them."""
    log_statements(site, "SET log_min_duration_statement = 0")
    scripts = []
    for number, path in enumerate(paths):
        get(site, path)  # what is read once and kept is not part of it
        found = [filled(*statement) for statement in logged(site, lambda: get(site, path)) if not re.search(r"\bmails\b", statement[0])]
        scripts.append(os.path.join(FOLDER, f"path-{number}.sql"))
        with open(scripts[-1], "w", encoding="utf-8") as script:
            script.write("".join(f"{statement};\n" for statement in found))
    log_statements(site, "RESET log_min_duration_statement")
    return scripts


def log_statements(site, how):
    """Takes effect with new connections only, so the old ones are cut; the first to find out may see an error."""
    site.sql(f"ALTER ROLE easygig_site {how}")
    site.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'easygig_site'")
    time.sleep(3)
    for _ in range(10):
        try:
            get(site, "/slots")
        except urllib.error.HTTPError:
            time.sleep(0.2)


def logged(site, act):
    """What the site asks of the database during an act: statements and their values, by number."""
    log = os.path.join(site.cluster(), "server.log")
    start = os.path.getsize(log)
    act()
    time.sleep(0.2)
    with open(log, encoding="utf-8") as file:
        file.seek(start)
        return list(executed(file.read()))


def filled(statement, values):
    return re.sub(r"\$(\d+)", lambda m: values[m[1]], statement)


def executed(log):
    entries = re.split(r"^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (\w+):  ", log, flags=re.M)[1:]
    pairs = list(zip(entries[::2], entries[1::2]))
    for (kind, text), following in zip(pairs, pairs[1:] + [("", "")]):
        statement = re.match(r"duration: [\d.]+ ms  (?:execute [^:]+|statement): (.*)", text, re.S)
        if kind != "LOG" or not statement or re.search(r"LISTEN|pg_notify|DISCARD", statement[1]):
            continue
        values = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", following[1])) if following[0] == "DETAIL" else {}
        yield statement[1].strip().replace("\n\t", "\n"), {number: value.replace("\n\t", "\n") for number, value in values.items()}


def get(site, path):
    return urllib.request.urlopen(site.address(path)).read()


def compare(sizes, paths_of):
    """Asks for pages, drawn anew and kept, and runs the SQL behind them, in turns, for scenes of these sizes. paths_of finds the paths on a site."""
    need("wrk", "pgbench", "psql")
    cost = {}
    for slots in sizes:
        with Site(slots, EasyGig__PublicCache="false").seed() as site:
            paths = paths_of(site)
            scripts = statements(site, paths)
            wrk(site, paths, WARMUP)
            pages, sql = [], []
            for _ in range(ROUNDS):
                pages.append(wrk(site, paths))
                sql.append(pgbench(site, scripts))
            memory = site.memory()
        with Site(slots).seed() as site:
            wrk(site, paths, WARMUP)
            kept = [wrk(site, paths) for _ in range(ROUNDS)]
        rate, limit = median(pages, "rate"), median(sql, "rate")
        cost[slots] = median(pages, "web") + median(pages, "sql")
        print(f"{slots:>9} slots  {'requests/s':>10} {'p50 ms':>8} {'p99 ms':>8} {'web CPU s/1000':>15} {'SQL CPU s/1000':>15} errors")
        for name, rounds in (("pages", pages), ("kept pages", kept)):
            print(f"{name:>15}  {median(rounds, 'rate'):10.0f} {median(rounds, 'p50'):8.1f} {median(rounds, 'p99'):8.1f} {median(rounds, 'web'):15.2f} {median(rounds, 'sql'):15.2f} {sum(r['errors'] for r in rounds):>6}")
        print(f"{'SQL alone':>15}  {limit:10.0f} {median(sql, 'p50'):8.1f} {median(sql, 'p99'):8.1f}")
        print(f"ratio pages to SQL {rate / limit:.2f}, kept pages to SQL {median(kept, 'rate') / limit:.2f}; memory {memory[0]:.0f} MB, {memory[1]:.0f} of it its own")
    if len(sizes) > 1:
        print(f"cost of a page at {sizes[-1]} to {sizes[0]} slots: {cost[sizes[-1]] / cost[sizes[0]]:.2f}")


def median(rounds, key):
    return statistics.median(round[key] for round in rounds)
