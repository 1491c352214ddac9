"""The theme's scripts as they are published: which file each is in, and that they still do what they did."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from provider_directory.press.assets import HOSTED, Assets
from provider_directory.press.preloading import preloading
from provider_directory.press.scripts.faults import ScriptFaulty
from provider_directory.press.scripts.modules import read_module
from provider_directory.press.scripts.names import descendants
from provider_directory.press.scripts.publishing import Scripts, as_written, publish, publish_alone

ROOT = Path(__file__).resolve().parent.parent.parent
STATIC = ROOT / "theme/static"
HOST = "http://scripts.test"
START = """<!doctype html><title>x</title><script>answer = []</script><script type="module">
try { await import('/js/main.js'); globalThis.done = 'done' } catch (error) { globalThis.done = `failed: ${error}` }
</script>"""

Files = Mapping[str, str]
Run = Callable[[Mapping[str, bytes]], Any]


def published(files: Files) -> Scripts:
    """Some scripts, by their path below js/."""
    return publish({f"js/{path}": text.encode() for path, text in files.items()})


def texts(files: Files) -> dict[str, str]:
    """What is published of some scripts, by path below js/."""
    return {path.removeprefix("js/"): data.decode() for path, data in published(files).files.items()}


def theme() -> dict[str, bytes]:
    """The theme's own scripts."""
    return {file.relative_to(STATIC).as_posix(): file.read_bytes() for file in sorted(STATIC.rglob("*.js"))}


@pytest.fixture
def run(browser: Browser) -> Iterator[Run]:
    """Runs js/main.js of some files in Chromium, and answers with what it puts into `answer`."""
    context = browser.new_context()

    def ran(files: Mapping[str, bytes]) -> Any:
        page = context.new_page()

        def answer(route: Route) -> None:
            path = route.request.url.removeprefix(f"{HOST}/")
            if path in files:
                route.fulfill(body=files[path], content_type="text/javascript")
            else:
                route.fulfill(body=START, content_type="text/html")

        page.route(f"{HOST}/**", answer)
        page.goto(HOST)
        page.wait_for_function("globalThis.done")
        done, answered = page.evaluate("[done, JSON.stringify(answer)]")
        page.close()
        assert done == "done"
        return json.loads(answered)

    yield ran
    context.close()


FORMS = {
    "lines that end without a semicolon": "let a = 1\nlet b = 2\na++\nb\n++a\nanswer.push(a, b)",
    "a return alone on its line": "const f = () => { return\n1 }\nanswer.push(f() === undefined)",
    "names that hide others": "const x = 1\nfunction f(x) { { const x = 3\nanswer.push(x) } return x }\nanswer.push(f(2), x)",
    "a name of the browser that is used further in": (
        "function f(a) { return () => [a, typeof e, typeof t, typeof n, JSON.stringify({ a })] }\nanswer.push(f(1)())"
    ),
    "a function used before it is declared": "answer.push(later(2))\nfunction later(n) { return n > 0 ? [n, later(n - 1)] : n }",
    "objects by short keys": "const a = 1, b = 2\nconst o = { a, b, c: a, [a]: b, 'd e': 3, f() { return this.a } }\nanswer.push(o, o.f())",
    "patterns": (
        "const f = ({ a, b: { c = 5, ...d } = {}, ...rest }, [p, , q = p, ...r] = [1, 2]) => [a, c, d, rest, p, q, r]\n"
        "answer.push(f({ a: 1, z: 9, b: { y: 8 } }), f({}, [7, 6, 5, 4]))"
    ),
    "assignment to a pattern": "let a, b, c\n;({ a, x: b = 4, c = 3 } = { a: 1 })\n;[a, b] = [b, a]\nanswer.push(a, b, c)",
    "templates": "const a = 'x', n = 2\nanswer.push(`<${a}>  ${`${n + 1} \\` $${{ a }.a}`} }\n  end // no comment ${/* one */ n}`)",
    "strings": r"""answer.push('a"b', "c'd", 'e\'f', '\\', 'ä\n', "", '</script>')""",
    "regular expressions": r"answer.push('a/b'.split(/[/]/g), 4 / 2 / 1, /\//.test('/'), 'x' in { x: 1 }, /x/ in { '/x/': 1 })",
    "signs side by side": "let a = 3, b = 1\nanswer.push(a - -b, a + +b, a - --b, a++ + ++b, - -a, !(!a))",
    "numbers with a point": "answer.push(1 .toFixed(1), 1.5.toFixed(0), 1..toFixed(2), .5, 0x10, 1e3, [...'ab'])",
    "classes": (
        "class A { #p = 1\n static s = 2\n t = this.#p\n ;['u'] = 7\n get p() { return this.#p } static { A.z = 3 }\n"
        " async *g() { yield* [1] } static of(x) { return new this(x) } has(o) { return #p in o } }\n"
        "const B = class C extends A { me() { return C === B } }\n"
        "const b = new B()\nanswer.push(b.p, b.t, b.u, A.s, A.z, b.me(), B.of() instanceof A, b.has({}), b.has(b))"
    ),
    "loops": (
        "for (let i = 0, n = 3; i < n; i += 1) if (i === 1) { continue } else { answer.push(i) }\n"
        "out: for (const [k, v] of Object.entries({ a: 1, b: 2 })) { for (const x in { y: 1 }) { if (v > 1) break out\nanswer.push(k, v, x) } }\n"
        "let n = 0\nwhile (n < 2) n++\ndo { n-- } while (n > 0)\nfor (; ;) { break }\nfor (const f of [1, 2].map((x) => () => x)) answer.push(f())\nanswer.push(n)"
    ),
    "an if in an if": "for (const a of [0, 1]) for (const b of [0, 1]) { if (a) { if (b) answer.push('ab') } else answer.push('none') }",
    "empty bodies": "let n = 0\nfor (; n < 3; n++);\nif (n) ; else answer.push('no')\nwhile (n-- > 0) {}\nanswer.push(n)",
    "errors": "try { null.x } catch ({ name }) { answer.push(name) } finally { answer.push(1) }\ntry { throw new Error('e') } catch { answer.push(2) }",
    "choices": "const f = (x) => { switch (x) { case 1: { const y = 'one'; return y } case 2: case 3: return 'few'\n default: return 'many' } }\nanswer.push(f(1), f(2), f(9))",
    "parentheses for a type": (
        "const o = /** @type {any} */ ({ a: { b: () => 4 } })\nconst f = (/** @type {any} */ x) => /** @type {any} */ (x.a)\n"
        "answer.push((/** @type {any} */ (o).a).b(), f(o).b(), (o?.z).length ?? 0)".replace(
            "(o?.z).length ?? 0", "(o?.a).b()"
        )
    ),
    "parentheses around what is called": (
        "const o = { A: class { x = 1 }, make: () => ({ A: o.A }) }\nanswer.push(new (o.make().A)(), new (o.make()).A().x, (o.make().A).name.length)"
    ),
    "parentheses that matter": (
        "const o = { f: null }\nlet threw = false\ntry { (o.f?.a).b } catch { threw = true }\n"
        "answer.push(threw, (1, 2), ((1, 3)), (() => ({}))(), (2 + 3) * 4, (-2) ** 2, (() => 5)(), new (class { x = 6 })().x, ('a', 'b') + 1)"
    ),
    "commas at the end": "const f = (a, b,) => [a, b,]\nanswer.push(f(1, 2,), [, 1, ,].length, [1, 2, ,].length, { a: 1, })",
    "generators and promises": (
        "function* g(n) { while (n) yield n-- }\nasync function h() { for await (const x of g(2)) answer.push(x)\nreturn await Promise.resolve(9) }\nanswer.push(...g(2), await h())"
    ),
    "the arguments of a function": "function f() { return arguments.length + [...arguments].length }\nanswer.push(f(1, 2))",
    "many names in one scope": (
        "function f() {\n"
        + "".join(f"const name{n} = {n}\n" for n in range(160))
        + "return ["
        + ", ".join(f"name{n}" for n in range(160))
        + "] }\nanswer.push(f())"
    ),
    "comments": "// one\nanswer.push(1) /* two */ // three\n/* four\n*/ answer.push(/* five */ 2 // six\n)\n",
    "optional things": "const o = { a: null, f: (x) => x }\nanswer.push(o.a?.b, o.a ?? 1, o.f?.(2), o?.['f'](3), o.a?.5:6)".replace(
        "o.a?.5:6", "o.a ? .5 : 6"
    ),
    "declarations of several kinds": "const a = 1\nconst b = a + 1\nlet c = b\nlet d = c\nconst e = (c = 7, d)\nanswer.push(a, b, c, d, e)",
}


@pytest.mark.browser
@pytest.mark.parametrize("form", FORMS)
def test_a_script_does_what_it_did(run: Run, form: str) -> None:
    files = {"js/main.js": FORMS[form].encode()}

    answered = run(files)

    assert answered != []
    assert run(publish(files).files) == answered


@pytest.mark.parametrize("form", FORMS)
def test_what_is_published_is_smaller_and_can_be_published_again(form: str) -> None:
    once = texts({"main.js": FORMS[form]})["main.js"]

    assert len(once) < len(FORMS[form])
    assert len(texts({"main.js": once})["main.js"]) <= len(once)


SEVERAL = {
    "main.js": (
        "import { log, twice as double } from './log.js'\nimport { name } from './a.js'\nlog('main', name, double(2))\n"
        "const pages = { a: (e) => import('./components/a.js'), b: () => import('./components/calculator.js') }\n"
        "const start = async (key) => (await pages[key]('x')).enhance(key)\nlog('a', await start('a'))\n"
        "const { enhance } = await pages.b()\nlog('a', await start('a'))\nlog('calculator', ...enhance('b'))\n"
    ),
    "log.js": (
        "let said = 0\nexport function log(...words) { said += 1; answer.push([said, ...words]) }\n"
        "export const twice = (n) => n * 2\nlog('log')"
    ),
    "a.js": "import { log } from './log.js'\nimport './b.js'\nconst secret = 'a'\nlog(secret)\nexport { secret as name }",
    "b.js": "import { log } from './log.js'\nconst secret = 'b'\nlog(secret)",
    "components/a.js": "let times = 0\nexport function enhance(key) { times += 1\nreturn [key, times] }",
    "components/calculator.js": (
        "import { tell, told } from '../prices/person.js'\nimport { shareOf } from '../pricing.js'\n"
        "export function enhance(key) { tell(key)\nreturn [shareOf(told), told] }"
    ),
    "prices/person.js": (
        "import { log } from '../log.js'\nexport let told = null\nexport function tell(more) { told = more }\nlog('person')"
    ),
    "pricing.js": "export { shareOf } from './pricing/share.js'",
    "pricing/share.js": "import { told } from '../prices/person.js'\nexport const shareOf = (person) => [person === told, 'share']",
}
"""A site's worth of scripts: something shared, something that remembers, something loaded later, the same name twice."""


@pytest.mark.browser
def test_scripts_in_several_files_share_what_they_shared_and_run_in_their_order(run: Run) -> None:
    sources = {f"js/{path}": text.encode() for path, text in SEVERAL.items()}

    answered = run(sources)

    assert answered == [
        [1, "log"],
        [2, "b"],
        [3, "a"],
        [4, "main", "a", 4],
        [5, "a", ["a", 1]],
        [6, "person"],
        [7, "a", ["a", 2]],
        [8, "calculator", [True, "share"], "b"],
    ]
    assert run(publish(sources).files) == answered


def test_every_script_is_in_one_file_that_begins_with_what_it_belongs_to() -> None:
    scripts = published(SEVERAL)

    assert scripts.places == {
        "js/a.js": "js/main.js",
        "js/b.js": "js/main.js",
        "js/components/a.js": "js/main.js",
        "js/components/calculator.js": "js/calculator.js",
        "js/log.js": "js/common.js",
        "js/main.js": "js/main.js",
        "js/prices/person.js": "js/prices.js",
        "js/pricing.js": "js/prices.js",
        "js/pricing/share.js": "js/prices.js",
    }
    assert scripts.needs["js/calculator.js"] == {"js/calculator.js", "js/common.js", "js/prices.js"}


def test_a_file_gives_others_what_they_import_by_the_name_it_has() -> None:
    files = texts(SEVERAL)

    assert re.search(r"export\{[^}]*as shareOf[^}]*\}$", files["prices.js"])
    assert files["calculator.js"].startswith('import{shareOf as n,tell as e,told as t}from"./prices.js";')
    assert "twice" not in files["prices.js"] + files["calculator.js"]


def test_a_script_that_nothing_needs_is_not_published() -> None:
    assert texts({"main.js": "a()", "left-over.js": "b()"}) == {"main.js": "a()"}


def test_a_file_that_is_only_evaluated_is_imported_too() -> None:
    files = texts({"main.js": "import './a.js'\nb()", "a.js": "a()", "components/calculator.js": "import '../a.js'"})

    assert files == {"calculator.js": 'import"./common.js";', "common.js": "a()", "main.js": 'import"./common.js";b()'}


def test_comments_with_types_need_no_file() -> None:
    assert texts(
        {
            "main.js": "/** @import { A } from './gone.js' */\n/** @type {import('./gone.js').A} */\nexport const a = 1\nb(a)"
        }
    ) == {"main.js": "const e=1;b(e)"}


REFUSED = {
    "import a from './b.js'": "line 1: import names: import { name } from './script.js'.",
    "a()\nimport * as a from './b.js'": "line 2: import names: import { name } from './script.js'.",
    "import { a } from 'b'": 'line 1: "b" is not the address of a script: begin with ./ or ../ and end with .js.',
    "import { a } from './gone.js'": "line 1: there is no theme/static/js/gone.js.",
    "import { a } from './b.js' with { type: 'json' }": "line 1: an import has no attributes here.",
    "import { a, c } from './b.js'": 'line 1: js/b.js does not export "c".',
    "a()\n\nimport('./gone.js')": "line 3: there is no theme/static/js/gone.js.",
    "import(`./${a}.js`)": "line 1: import() is given the address of a script, in quotes and nothing else.",
    "export default 1": "line 1: export by name: export function, class or const, or export { name }.",
    "export default function a() {}": "line 1: export by name: export function, class or const, or export { name }.",
    "export * from './b.js'": "line 1: export by name: export function, class or const, or export { name }.",
    "export var a = 1": 'line 1: "var" is not used here. Write const or let.',
    "var a = 1": 'line 1: "var" is not used here. Write const or let.',
    "a()\neval('b')": "line 2: eval is not used here.",
    "new URL('./b.js', import.meta.url)": "line 1: import.meta is not used here: a published script stands at another address.",
    "a(\n  b c)": "line 2: this cannot be read as JavaScript.",
    "function a( {": "line 1: this cannot be read as JavaScript.",
}


@pytest.mark.parametrize("text", REFUSED)
def test_another_form_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ScriptFaulty) as refusal:
        published({"main.js": text, "b.js": "export const a = 1"})

    assert str(refusal.value) == f"theme/static/js/main.js, {REFUSED[text]}"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"main.js": "import './a.js'", "a.js": "\nimport './b.js'", "b.js": "\n\nimport './a.js'"},
            "theme/static/js/b.js, line 3: js/a.js needs this script, so this one cannot import it.",
        ),
        (
            {"main.js": "import './main.js'"},
            "theme/static/js/main.js, line 1: js/main.js needs this script, so this one cannot import it.",
        ),
        (
            {
                "main.js": "import './a.js'",
                "a.js": "import './prices/b.js'",
                "prices/b.js": "",
                "components/calculator.js": "import '../a.js'",
            },
            "theme/static/js/a.js, line 1: js/common.js would need js/prices.js for js/prices/b.js, and every page would fetch that. "
            "Name one of the two scripts in BUNDLES (press/scripts/bundles.py).",
        ),
        (
            {"main.js": "import('./components/a.js')", "components/a.js": "import '../prices/b.js'", "prices/b.js": ""},
            "theme/static/js/components/a.js, line 1: js/main.js would need js/prices.js for js/prices/b.js, and every page would "
            "fetch that. Name one of the two scripts in BUNDLES (press/scripts/bundles.py).",
        ),
        (
            {
                "prices/a.js": "import '../search/a.js'",
                "search/a.js": "",
                "search/b.js": "import '../prices/b.js'",
                "prices/b.js": "",
            },
            "theme/static/js/search/b.js, line 1: js/search.js would need js/prices.js for js/prices/b.js, and that needs this one. "
            "Name one of the two scripts in BUNDLES (press/scripts/bundles.py).",
        ),
        (
            {
                "components/calculator.js": "import { one } from '../prices/a.js'\nimport { one as two } from '../prices/b.js'",
                "prices/a.js": "export const one = 1",
                "prices/b.js": "export const one = 2",
            },
            'js/prices.js would export two things named "one". Rename one of them, or give its script a file of its own in '
            "BUNDLES (press/scripts/bundles.py).",
        ),
        (
            {"main.js": "import('./a.js')", "a.js": "export { b } from './b.js'", "b.js": "export const b = 1"},
            'theme/static/js/a.js: a script that is loaded with import() exports what it declares, and "b" is imported.',
        ),
        (
            {"main.js": "import { a } from './a.js'", "a.js": "export { a }"},
            'theme/static/js/a.js: "a" is exported, but not declared.',
        ),
    ],
)
def test_scripts_that_do_not_fit_together_are_refused(files: Files, told: str) -> None:
    with pytest.raises(ScriptFaulty) as refusal:
        published(files)

    assert str(refusal.value) == told


class TestTheTheme:
    """The scripts that are published here."""

    def test_all_of_them_are_published(self) -> None:
        left = set(theme()) - set(publish(theme()).places)

        assert left == {
            f"js/embed/{name}.js" for name in ("height", "list-data", "list-style", "list-view", "provider-list")
        }

    @pytest.mark.parametrize("path", HOSTED)
    def test_what_other_sites_load_asks_for_nothing_else(self, path: str) -> None:
        text = publish_alone(theme(), path).decode()
        module = read_module("js/alone.js", text.encode())

        assert (module.needs, module.loads) == ({}, {})
        assert len(text) < 10_000

    def test_they_are_the_same_whatever_order_they_are_read_in(self) -> None:
        assert publish(dict(reversed(theme().items()))).files == publish(theme()).files

    def test_what_is_published_can_be_read_and_has_no_comments(self) -> None:
        for path, data in publish(theme()).files.items():
            assert list(descendants(read_module(path, data).root, "comment")) == [], path

    def test_each_page_has_few_of_them(self) -> None:
        scripts = publish(theme())

        assert len(scripts.files) <= 11
        assert scripts.needed(["js/main.js"]) == ["js/common.js", "js/main.js"]
        assert (
            len(scripts.needed(["js/main.js", "js/components/search-page.js", "js/components/your-situation.js"])) <= 5
        )

    def test_the_engine_of_the_search_needs_nothing_of_a_page(self) -> None:
        assert publish(theme()).needed(["js/search/engine.js"]) == ["js/search.js"]


class TestPreloading:
    """The links by which a browser fetches a page's scripts side by side."""

    def page(self, assets: Assets, body: str) -> str:
        html = f'<head>\n  <script type="module" src="{assets.base}/js/main.js"></script>\n</head>{body}'
        ((path, made),) = preloading([("fi/index.html", html.encode())], assets)
        assert path == "fi/index.html"
        return made.decode()

    def test_a_page_names_all_files_that_its_modules_need_once(self) -> None:
        scripts = published(SEVERAL)
        assets = Assets(dict(scripts.files), scripts)

        page = self.page(assets, '<p data-module="calculator"><p data-module="a"><p data-module="unknown">')

        assert re.findall(r'<link rel="modulepreload" href="(.+)">', page) == [
            f"{assets.base}/js/{name}.js" for name in ("calculator", "common", "prices")
        ]

    def test_a_page_without_main_is_left_as_it_is(self) -> None:
        scripts = published(SEVERAL)
        html = b'<p data-module="calculator">'

        assert list(preloading([("a.html", html)], Assets(dict(scripts.files), scripts))) == [("a.html", html)]

    def test_scripts_as_they_are_written_are_found_by_the_browser_alone(self) -> None:
        sources = {f"js/{path}": text.encode() for path, text in SEVERAL.items()}

        page = self.page(Assets(sources, as_written(sources)), "<p>")

        assert "modulepreload" not in page
