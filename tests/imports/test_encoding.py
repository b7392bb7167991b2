from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.delimited import cut, find_delimiter, runaway_quote
from app.imports.encoding import decode, detect
from app.imports.refusal import RefusalError

CHINESE = (
    "单据编号,客户名称,金额\r\nXS-1,苏州恒岳机电有限公司,142600.00\r\nXS-2,青岛海拓船舶配件有限公司,5.00\r\n"
)
GERMAN = (
    "Nr;Kunde;Betrag\r\n1;Müller & Söhne GmbH;1.234,50\r\n2;Bäckerei Groß;99,90\r\n3;Käthe Öztürk;5,00\r\n"
)
FRENCH = "N°;Société;Montant\r\n1;Café de l'Élysée;1 234,50 €\r\n2;Hôtel Crêpe à Besançon;99,90\r\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("gbk", "gb18030"),
        ("gb2312", "gb18030"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"),
    ],
)  # fmt: skip
def test_chinese_is_read_in_every_encoding(encoding: str, found: str) -> None:
    read = decode(CHINESE.encode(encoding))
    assert (read.text, read.encoding, read.bad) == (CHINESE, found, 0)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, "Name,Betrag\nMüller,5\n", "Kunde;Ort\nJörg;Köln\n"])
def test_western_letters_do_not_become_chinese(text: str) -> None:
    read = decode(text.encode("cp1252"))
    assert (read.text, read.encoding) == (text, "cp1252")


@pytest.mark.parametrize("name", ["甲", "苏州恒岳", "镕基实业", "深圳市堃源电子有限公司"])
def test_a_single_chinese_name_is_enough(name: str) -> None:
    text = f"No,Name\n1,{name}有限公司\n"
    assert decode(text.encode("gbk")).text == text


def test_a_stray_byte_does_not_turn_a_chinese_file_western() -> None:
    data = (CHINESE * 40).encode("gbk") + b"\xff\n"
    read = decode(data)
    assert read.encoding == "gb18030"
    assert read.bad >= 1


def test_plain_ascii_is_utf8() -> None:
    assert detect(b"a,b\n1,2\n") == "utf-8"
    assert detect(b"") == "utf-8"


def test_the_user_may_say_which() -> None:
    assert decode("客戶".encode("big5"), "big5").text == "客戶"
    assert decode(b"a\xffb", "utf-8").bad == 1
    with pytest.raises(RefusalError) as caught:
        decode(b"a", "no-such-code")
    assert caught.value.code == "import.encoding_unknown"


def test_zeros_inside_text_do_not_make_it_utf16() -> None:
    assert detect(b"a\x00b,c\n1,2\n" * 5) == "utf-8"


@given(
    st.lists(st.lists(st.integers(0, 10**6), min_size=3, max_size=3), min_size=3, max_size=20),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_the_delimiter_is_found(rows: list[list[int]], mark: str, end: str) -> None:
    text = end.join(mark.join(f"x{cell}" for cell in row) for row in rows)
    assert find_delimiter(text) == mark
    assert list(cut(text, mark)) == [[f"x{cell}" for cell in row] for row in rows]


def test_a_comma_inside_amounts_does_not_win_over_the_semicolon() -> None:
    assert find_delimiter(GERMAN) == ";"
    assert find_delimiter("a\tb\n1,5\t2,5\n3,5\t4,5\n") == "\t"


def test_titles_without_delimiter_do_not_disturb() -> None:
    assert find_delimiter("Aged receivables\nAs of today\n\nNo;Name;Amount\n1;A;5\n2;B;6\n") == ";"


def test_excel_may_declare_its_delimiter() -> None:
    assert find_delimiter("sep=|\na|b,c\n") == "|"


def test_odd_texts_survive() -> None:
    assert next(iter(cut('a,"x\ny",c\r\n1,2,3\n4,5,6\r7,8,9', ","))) == ["a", "x\ny", "c"]
    assert len(list(cut("a,b\r1,2\r\n3,4\n5,6", ","))) == 4
    assert next(iter(cut("a\x00b,c", ","))) == ["a\x00b", "c"]
    assert len(next(iter(cut("x," + "y" * 1_000_000, ",")))[1]) == 1_000_000


def test_an_unclosed_quote_does_not_swallow_the_file() -> None:
    text = 'no,name\n1,"Acme\n' + "".join(f"{i},B{i}\n" for i in range(2, 500))
    assert runaway_quote(text, ",")
    assert len(list(cut(text, ","))) >= 500
    assert not runaway_quote('a,"b\nc"\n', ",")


def test_an_unclosed_quote_does_not_swallow_the_last_rows() -> None:
    text = 'number,customer\n1,x\n2,"Acme\n3,y\n4,z\n'
    assert runaway_quote(text, ",")
    assert [row[0] for row in cut(text, ",") if row] == ["number", "1", "2", "3", "4"]
    assert not runaway_quote('1,"x, Road 1\nTown, Y"\n', ",")
    assert not runaway_quote('1,"x"\n', ",")
