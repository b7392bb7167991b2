"""Bank statements of every format, written for the tests after the formats' own definitions."""

from __future__ import annotations

CAMT = """\
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr>
<MsgId>1</MsgId>
</GrpHdr>
<Stmt>
<Id>S1</Id>
<Acct>
<Id>
<IBAN>DE89370400440532013000</IBAN>
</Id>
<Ccy>EUR</Ccy>
</Acct>
<Bal>
<Tp>
<CdOrPrtry>
<Cd>OPBD</Cd>
</CdOrPrtry>
</Tp>
<Amt Ccy="EUR">100.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd>
<Dt>
<Dt>2025-06-01</Dt>
</Dt>
</Bal>
<Bal>
<Tp>
<CdOrPrtry>
<Cd>CLBD</Cd>
</CdOrPrtry>
</Tp>
<Amt Ccy="EUR">1250.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd>
<Dt>
<Dt>2025-06-02</Dt>
</Dt>
</Bal>
<Ntry>
<Amt Ccy="EUR">1000.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd>
<Sts>
<Cd>BOOK</Cd>
</Sts>
<BookgDt>
<Dt>2025-06-02</Dt>
</BookgDt>
<AcctSvcrRef>B1</AcctSvcrRef>
<NtryDtls>
<TxDtls>
<Refs>
<EndToEndId>E2E-7</EndToEndId>
</Refs>
<Amt Ccy="EUR">1000.00</Amt>
<RltdPties>
<Dbtr>
<Pty>
<Nm>Müller GmbH</Nm>
</Pty>
</Dbtr>
<DbtrAcct>
<Id>
<IBAN>DE02120300000000202051</IBAN>
</Id>
</DbtrAcct>
</RltdPties>
<RmtInf>
<Ustrd>Invoice INV-0012</Ustrd>
<Strd>
<CdtrRefInf>
<Ref>RF18539007547034</Ref>
</CdtrRefInf>
</Strd>
</RmtInf>
</TxDtls>
</NtryDtls>
</Ntry>
<Ntry>
<Amt Ccy="EUR">300.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd>
<Sts>BOOK</Sts>
<BookgDt>
<Dt>2025-06-02</Dt>
</BookgDt>
<AcctSvcrRef>B2</AcctSvcrRef>
<NtryDtls>
<TxDtls>
<Amt Ccy="EUR">100.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties>
<Dbtr>
<Nm>A</Nm>
</Dbtr>
</RltdPties>
</TxDtls>
<TxDtls>
<Amt Ccy="EUR">200.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties>
<Dbtr>
<Nm>B</Nm>
</Dbtr>
</RltdPties>
</TxDtls>
</NtryDtls>
</Ntry>
<Ntry>
<Amt Ccy="EUR">150.00</Amt>
<CdtDbtInd>DBIT</CdtDbtInd>
<RvslInd>true</RvslInd>
<Sts>BOOK</Sts>
<BookgDt>
<Dt>2025-06-02</Dt>
</BookgDt>
<NtryDtls>
<TxDtls>
<RltdPties>
<Dbtr>
<Nm>C</Nm>
</Dbtr>
</RltdPties>
<RtrInf>
<Rsn>
<Cd>AC04</Cd>
</Rsn>
</RtrInf>
</TxDtls>
</NtryDtls>
</Ntry>
</Stmt>
</BkToCstmrStmt>
</Document>
"""

MT940 = """\
{1:F01BANKXXXX}{2:O940}{4:
:20:STMT1
:25:37040044/0532013000
:28C:1/1
:60F:C250601EUR100,00
:61:2506020602C1000,00NTRFNONREF//B1
:86:166?00GUTSCHRIFT?20Invoice INV-0012?21rest?30BANKDEFF?31DE02120300000000202051?32Mueller?33 GmbH
:61:2506020602RC150,00NRTIREF9//B3
:86:returned payment
:62F:C250602EUR950,00
-}
{4:
:20:STMT2
:25:37040044/0532013000
:28C:2/1
:60F:C250602EUR950,00
:61:2506030603D10,00NCHGNONREF
:86:charges
:62F:C250603EUR940,00
-}
"""

OFX = """\
OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20250601</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>999888<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20250601<DTEND>20250630
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250602120000[-5:EST]<TRNAMT>1234.50<FITID>F1
<NAME>ACME &amp; CO<MEMO>INV-0012</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250603<TRNAMT>-10.00<FITID>F2<NAME>FEE</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>5000.00<DTASOF>20250630</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""

CHINESE = """\
户名：恒信五金有限公司,账号：6222 0212 3456 7890,币种：人民币
交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,用途,交易流水号
2025-06-02,,"12,000.00","112,000.00",苏州恒岳贸易有限公司,62220001,货款,HQ2509-103货款,S001
2025-06-03,500.00,,"111,500.00",某某物业,62220002,付款,物业费,S002
2025-06-04,"-12,000.00",,"123,500.00",苏州恒岳贸易有限公司,62220001,退票,冲正,S003
合计,500.00,"12,000.00",,,,,,
"""
