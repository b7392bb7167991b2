<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AccuracyView</name>
        <message numerus="yes">
            <source>of %n invoice(s)</source>
            <translation>
                <numerusform>of %n invoice</numerusform>
                <numerusform>of %n invoices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month end(s)</source>
            <translation>
                <numerusform>%n month end</numerusform>
                <numerusform>%n month ends</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AdoptDialog</name>
        <message numerus="yes">
            <source>%n customer(s) affected</source>
            <translation>
                <numerusform>%n customer affected</numerusform>
                <numerusform>%n customers affected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) keep the terms agreed with them.</source>
            <translation>
                <numerusform>%n customer keeps the terms agreed with it.</numerusform>
                <numerusform>%n customers keep the terms agreed with them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AgingDetail</name>
        <message numerus="yes">
            <source>%n d</source>
            <translation>
                <numerusform>%n d</numerusform>
                <numerusform>%n d</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open items</source>
            <translation>
                <numerusform>%n open item</numerusform>
                <numerusform>%n open items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AgingPage</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s)</source>
            <translation>
                <numerusform>%n open item</numerusform>
                <numerusform>%n open items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AlertDetail</name>
        <message numerus="yes">
            <source>What stands behind it: %n row(s)</source>
            <translation>
                <numerusform>What stands behind it: %n row</numerusform>
                <numerusform>What stands behind it: %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Compared with: %n row(s)</source>
            <translation>
                <numerusform>Compared with: %n row</numerusform>
                <numerusform>Compared with: %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This rule before: %n time(s)</source>
            <translation>
                <numerusform>This rule before: once</numerusform>
                <numerusform>This rule before: %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AlertsPanel</name>
        <message numerus="yes">
            <source>Checked with every rule: %n new warning(s)</source>
            <translation>
                <numerusform>Checked with every rule: %n new warning</numerusform>
                <numerusform>Checked with every rule: %n new warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of high weight</source>
            <translation>
                <numerusform>%n of high weight</numerusform>
                <numerusform>%n of high weight</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s) selected</source>
            <translation>
                <numerusform>%n warning selected</numerusform>
                <numerusform>%n warnings selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %n customer(s)</source>
            <translation>
                <numerusform>of %n customer</numerusform>
                <numerusform>of %n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AnswerView</name>
        <message numerus="yes">
            <source>something for each of the %n holds, or a release</source>
            <translation>
                <numerusform>something for the hold, or a release</numerusform>
                <numerusform>something for each of the %n holds, or a release</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BacktestPanel</name>
        <message numerus="yes">
            <source>%n of them still open</source>
            <translation>
                <numerusform>%n of them still open</numerusform>
                <numerusform>%n of them still open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be judged yet</source>
            <translation>
                <numerusform>%n cannot be judged yet</numerusform>
                <numerusform>%n cannot be judged yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s)</source>
            <translation>
                <numerusform>%n invoice</numerusform>
                <numerusform>%n invoices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>issued in %n month(s)</source>
            <translation>
                <numerusform>issued in the last month</numerusform>
                <numerusform>issued in the last %n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>late: more than %n day(s)</source>
            <translation>
                <numerusform>late: more than %n day</numerusform>
                <numerusform>late: more than %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BadDebtsPage</name>
        <message numerus="yes">
            <source>%n write-off(s)</source>
            <translation>
                <numerusform>%n write-off</numerusform>
                <numerusform>%n write-offs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BankPage</name>
        <message numerus="yes">
            <source>%n line(s) waiting</source>
            <translation>
                <numerusform>%n line waiting</numerusform>
                <numerusform>%n lines waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) not yet set against invoices, {amount}</source>
            <translation>
                <numerusform>%n receipt not yet set against invoices, {amount}</numerusform>
                <numerusform>%n receipts not yet set against invoices, {amount}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BeginPolicyDialog</name>
        <message numerus="yes">
            <source>%n clause(s) filled in</source>
            <translation>
                <numerusform>%n clause filled in</numerusform>
                <numerusform>%n clauses filled in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BillsPanel</name>
        <message numerus="yes">
            <source>Total, %n bill(s)</source>
            <translation>
                <numerusform>Total, %n bill</numerusform>
                <numerusform>Total, %n bills</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BringPanel</name>
        <message numerus="yes">
            <source>And %n more like it.</source>
            <translation>
                <numerusform>And %n more like it.</numerusform>
                <numerusform>And %n more like it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take in %n line(s)</source>
            <translation>
                <numerusform>Take in %n line</numerusform>
                <numerusform>Take in %n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BuyerLimitDialog</name>
        <message numerus="yes">
            <source>%n invoice(s) paid on time in the last 12 months</source>
            <translation>
                <numerusform>%n invoice paid on time in the last 12 months</numerusform>
                <numerusform>%n invoices paid on time in the last 12 months</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BuyerLimitsPanel</name>
        <message numerus="yes">
            <source>Total, %n buyer(s)</source>
            <translation>
                <numerusform>Total, %n buyer</numerusform>
                <numerusform>Total, %n buyers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) not answered</source>
            <translation>
                <numerusform>%n request not answered</numerusform>
                <numerusform>%n requests not answered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardErrands</name>
        <message numerus="yes">
            <source>The file was not taken in: %n fault(s)</source>
            <translation>
                <numerusform>The file was not taken in: %n fault</numerusform>
                <numerusform>The file was not taken in: %n faults</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CarryLimitsDialog</name>
        <message numerus="yes">
            <source>Take over %n limit(s)</source>
            <translation>
                <numerusform>Take over %n limit</numerusform>
                <numerusform>Take over %n limits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CaseDialog</name>
        <message numerus="yes">
            <source>%n month(s) of the books</source>
            <translation>
                <numerusform>%n month of the books</numerusform>
                <numerusform>%n months of the books</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sign(s)</source>
            <translation>
                <numerusform>%n sign</numerusform>
                <numerusform>%n signs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CasesPanel</name>
        <message numerus="yes">
            <source>PDF of %n case(s)…</source>
            <translation>
                <numerusform>PDF of %n case…</numerusform>
                <numerusform>PDF of %n cases…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CashDetail</name>
        <message numerus="yes">
            <source>%n open item(s)</source>
            <translation>
                <numerusform>%n open item</numerusform>
                <numerusform>%n open items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CashPanel</name>
        <message numerus="yes">
            <source>%n open item(s) laid on 13 weeks</source>
            <translation>
                <numerusform>%n open item laid on 13 weeks</numerusform>
                <numerusform>%n open items laid on 13 weeks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckPanel</name>
        <message numerus="yes">
            <source>%n customers or rows</source>
            <translation>
                <numerusform>%n customer or row</numerusform>
                <numerusform>%n customers or rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accepted changes</source>
            <translation>
                <numerusform>%n accepted change</numerusform>
                <numerusform>%n accepted changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n row(s) that cannot be read and take in the others</source>
            <translation>
                <numerusform>Leave out %n row that cannot be read and take in the others</numerusform>
                <numerusform>Leave out %n rows that cannot be read and take in the others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n release(s) running</source>
            <translation>
                <numerusform>%n release running</numerusform>
                <numerusform>%n releases running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimBoard</name>
        <message numerus="yes">
            <source>%n currencies</source>
            <translation>
                <numerusform>%n currency</numerusform>
                <numerusform>%n currencies</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimsPanel</name>
        <message numerus="yes">
            <source>%n claim(s)</source>
            <translation>
                <numerusform>%n claim</numerusform>
                <numerusform>%n claims</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CloseDialog</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CloseMonthDialog</name>
        <message numerus="yes">
            <source>%n bank line(s) of these months are not booked yet.</source>
            <translation>
                <numerusform>%n bank line of these months is not booked yet.</numerusform>
                <numerusform>%n bank lines of these months are not booked yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ColumnsPanel</name>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message numerus="yes">
            <source>%n side by side</source>
            <translation>
                <numerusform>%n side by side</numerusform>
                <numerusform>%n side by side</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ContingencyPanel</name>
        <message numerus="yes">
            <source>%n run(s) under way</source>
            <translation>
                <numerusform>%n run under way</numerusform>
                <numerusform>%n runs under way</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CreditFileTab</name>
        <message numerus="yes">
            <source>%n point(s) open</source>
            <translation>
                <numerusform>%n point open</numerusform>
                <numerusform>%n points open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CustomerHead</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CustomerList</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the bin</source>
            <translation>
                <numerusform>%n in the bin</numerusform>
                <numerusform>%n in the bin</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CustomersDetail</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeadlinesPanel</name>
        <message numerus="yes">
            <source>Within %n day(s)</source>
            <translation>
                <numerusform>Within %n day</numerusform>
                <numerusform>Within %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deadline(s)</source>
            <translation>
                <numerusform>%n deadline</numerusform>
                <numerusform>%n deadlines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeclarationsPanel</name>
        <message numerus="yes">
            <source>%n period(s)</source>
            <translation>
                <numerusform>%n period</numerusform>
                <numerusform>%n periods</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DocumentsPanel</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DownturnPanel</name>
        <message numerus="yes">
            <source>%n customer(s) have tighter terms now</source>
            <translation>
                <numerusform>%n customer has tighter terms now</numerusform>
                <numerusform>%n customers have tighter terms now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) would get tighter terms</source>
            <translation>
                <numerusform>%n customer would get tighter terms</numerusform>
                <numerusform>%n customers would get tighter terms</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DutyDetail</name>
        <message numerus="yes">
            <source>About %n invoice(s)</source>
            <translation>
                <numerusform>About %n invoice</numerusform>
                <numerusform>About %n invoices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Effect</name>
        <message numerus="yes">
            <source>%n customer(s) change grade</source>
            <translation>
                <numerusform>%n customer changes grade</numerusform>
                <numerusform>%n customers change grade</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) from {was} to {now}</source>
            <translation>
                <numerusform>%n customer from {was} to {now}</numerusform>
                <numerusform>%n customers from {was} to {now}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EffectLine</name>
        <message numerus="yes">
            <source>Nobody of %n customer(s) changes grade.</source>
            <translation>
                <numerusform>The one customer keeps its grade.</numerusform>
                <numerusform>None of the %n customers changes grade.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) of {all} change grade</source>
            <translation>
                <numerusform>%n customer of {all} changes grade</numerusform>
                <numerusform>%n customers of {all} change grade</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EndDialog</name>
        <message numerus="yes">
            <source>%n step(s) are not done.</source>
            <translation>
                <numerusform>%n step is not done.</numerusform>
                <numerusform>%n steps are not done.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Explanation</name>
        <message numerus="yes">
            <source>A value older than %n day(s) earns {share}% of its points.</source>
            <translation>
                <numerusform>A value older than %n day earns {share}% of its points.</numerusform>
                <numerusform>A value older than %n days earns {share}% of its points.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FiguresPanel</name>
        <message numerus="yes">
            <source>%n figure(s) worked out</source>
            <translation>
                <numerusform>%n figure worked out</numerusform>
                <numerusform>%n figures worked out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FinishPanel</name>
        <message numerus="yes">
            <source>Decide %n waiting line(s)</source>
            <translation>
                <numerusform>Decide %n waiting line</numerusform>
                <numerusform>Decide %n waiting lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FlowsView</name>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n</source>
            <translation>
                <numerusform>Delete %n</numerusform>
                <numerusform>Delete %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GradesPanel</name>
        <message numerus="yes">
            <source>%n customer(s) with a grade in force</source>
            <translation>
                <numerusform>%n customer with a grade in force</numerusform>
                <numerusform>%n customers with a grade in force</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message numerus="yes">
            <source>and %n more row(s)</source>
            <translation>
                <numerusform>and %n more row</numerusform>
                <numerusform>and %n more rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>Leave out %n rows</source>
            <translation>
                <numerusform>Leave out %n row</numerusform>
                <numerusform>Leave out %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import without %n rows</source>
            <translation>
                <numerusform>Import without %n row</numerusform>
                <numerusform>Import without %n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ItemsDetail</name>
        <message numerus="yes">
            <source>%n debt(s)</source>
            <translation>
                <numerusform>%n debt</numerusform>
                <numerusform>%n debts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ItemsView</name>
        <message numerus="yes">
            <source>The greatest %n amount(s) are listed.</source>
            <translation>
                <numerusform>The greatest %n amount is listed.</numerusform>
                <numerusform>The greatest %n amounts are listed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KeepDialog</name>
        <message numerus="yes">
            <source>Keep %n assessment(s)</source>
            <translation>
                <numerusform>Keep %n assessment</numerusform>
                <numerusform>Keep %n assessments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them with insufficient data: C at most.</source>
            <translation>
                <numerusform>%n of them with insufficient data: C at most.</numerusform>
                <numerusform>%n of them with insufficient data: C at most.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenario(s)</source>
            <translation>
                <numerusform>%n scenario</numerusform>
                <numerusform>%n scenarios</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeaveOutDialog</name>
        <message numerus="yes">
            <source>Leave out %n letter(s)</source>
            <translation>
                <numerusform>Leave out %n letter</numerusform>
                <numerusform>Leave out %n letters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LetterErrands</name>
        <message numerus="yes">
            <source>%n file(s) written. Nothing was sent: mark the letters once they are.</source>
            <translation>
                <numerusform>%n file written. Nothing was sent: mark the letter once it is.</numerusform>
                <numerusform>%n files written. Nothing was sent: mark the letters once they are.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LettersPanel</name>
        <message numerus="yes">
            <source>%n letter(s) selected</source>
            <translation>
                <numerusform>%n letter selected</numerusform>
                <numerusform>%n letters selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LimitDetail</name>
        <message numerus="yes">
            <source>review every %n month(s)</source>
            <translation>
                <numerusform>review every month</numerusform>
                <numerusform>review every %n months</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LimitListDialog</name>
        <message numerus="yes">
            <source>Keep %n decision(s)</source>
            <translation>
                <numerusform>Keep %n decision</numerusform>
                <numerusform>Keep %n decisions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s) are no customers; their rows are left out</source>
            <translation>
                <numerusform>%n buyer is no customer; its row is left out</numerusform>
                <numerusform>%n buyers are no customers; their rows are left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s) with a limit are not in the list and keep it:</source>
            <translation>
                <numerusform>%n buyer with a limit is not in the list and keeps it:</numerusform>
                <numerusform>%n buyers with a limit are not in the list and keep it:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LimitStep</name>
        <message numerus="yes">
            <source>review every %n month(s)</source>
            <translation>
                <numerusform>review every month</numerusform>
                <numerusform>review every %n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LimitsPanel</name>
        <message numerus="yes">
            <source>Total, %n customer(s)</source>
            <translation>
                <numerusform>Total, %n customer</numerusform>
                <numerusform>Total, %n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) over the limit</source>
            <translation>
                <numerusform>%n customer over the limit</numerusform>
                <numerusform>%n customers over the limit</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LiquidityPanel</name>
        <message numerus="yes">
            <source>No room for %n older period(s): move the date back to see them.</source>
            <translation>
                <numerusform>No room for %n older period: move the date back to see it.</numerusform>
                <numerusform>No room for %n older periods: move the date back to see them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) of our own</source>
            <translation>
                <numerusform>%n statement of our own</numerusform>
                <numerusform>%n statements of our own</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Matrix</name>
        <message numerus="yes">
            <source>%n customer(s) from {was} to {now}</source>
            <translation>
                <numerusform>%n customer from {was} to {now}</numerusform>
                <numerusform>%n customers from {was} to {now}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n contact</numerusform>
                <numerusform>%n contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identifier(s)</source>
            <translation>
                <numerusform>%n identifier</numerusform>
                <numerusform>%n identifiers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeDetail</name>
        <message numerus="yes">
            <source>About %n invoice(s)</source>
            <translation>
                <numerusform>About %n invoice</numerusform>
                <numerusform>About %n invoices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticesPanel</name>
        <message numerus="yes">
            <source>%n notice(s)</source>
            <translation>
                <numerusform>%n notice</numerusform>
                <numerusform>%n notices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderImportDialog</name>
        <message numerus="yes">
            <source>Take in %n order(s)</source>
            <translation>
                <numerusform>Take in %n order</numerusform>
                <numerusform>Take in %n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n as before</source>
            <translation>
                <numerusform>%n as before</numerusform>
                <numerusform>%n as before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%n left out</numerusform>
                <numerusform>%n left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderList</name>
        <message numerus="yes">
            <source>Total, %n order(s)</source>
            <translation>
                <numerusform>Total, %n order</numerusform>
                <numerusform>Total, %n orders</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutflowImportDialog</name>
        <message numerus="yes">
            <source>Take in %n row(s)</source>
            <translation>
                <numerusform>Take in %n row</numerusform>
                <numerusform>Take in %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n row(s) of an earlier file of this name that this one lacks</source>
            <translation>
                <numerusform>Delete %n row of an earlier file of this name that this one lacks</numerusform>
                <numerusform>Delete %n rows of an earlier file of this name that this one lacks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already here</source>
            <translation>
                <numerusform>%n already here</numerusform>
                <numerusform>%n already here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverrideDetail</name>
        <message numerus="yes">
            <source>%n notch(es)</source>
            <translation>
                <numerusform>%n notch</numerusform>
                <numerusform>%n notches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverrideDialog</name>
        <message numerus="yes">
            <source>%n notch(es) away from {grade}.</source>
            <translation>
                <numerusform>%n notch away from {grade}.</numerusform>
                <numerusform>%n notches away from {grade}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverridesPanel</name>
        <message numerus="yes">
            <source>of %n assessment(s)</source>
            <translation>
                <numerusform>of %n assessment</numerusform>
                <numerusform>of %n assessments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPanel</name>
        <message numerus="yes">
            <source>next %n day(s); missing one can forfeit the claim</source>
            <translation>
                <numerusform>next %n day; missing one can forfeit the claim</numerusform>
                <numerusform>next %n days; missing one can forfeit the claim</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n nearest buyers; missing one can forfeit the claim</source>
            <translation>
                <numerusform>the nearest buyer; missing one can forfeit the claim</numerusform>
                <numerusform>the %n nearest buyers; missing one can forfeit the claim</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deadlines of the next %n day(s)</source>
            <translation>
                <numerusform>Deadlines of the next %n day</numerusform>
                <numerusform>Deadlines of the next %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n policy(s)</source>
            <translation>
                <numerusform>%n policy</numerusform>
                <numerusform>%n policies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deadline(s) near</source>
            <translation>
                <numerusform>%n deadline near</numerusform>
                <numerusform>%n deadlines near</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) worked out</source>
            <translation>
                <numerusform>%n figure worked out</numerusform>
                <numerusform>%n figures worked out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaymentCard</name>
        <message numerus="yes">
            <source>%n invoice(s) settled</source>
            <translation>
                <numerusform>%n invoice settled</numerusform>
                <numerusform>%n invoices settled</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeopleDetail</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PoliciesPanel</name>
        <message numerus="yes">
            <source>At least %n day(s) lie between two letters about the same invoice.</source>
            <translation>
                <numerusform>At least %n day lies between two letters about the same invoice.</numerusform>
                <numerusform>At least %n days lie between two letters about the same invoice.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Compare %n</source>
            <translation>
                <numerusform>Compare %n</numerusform>
                <numerusform>Compare %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s) not checked yet</source>
            <translation>
                <numerusform>%n draft not checked yet</numerusform>
                <numerusform>%n drafts not checked yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PolicyDetail</name>
        <message numerus="yes">
            <source>%n to compare</source>
            <translation>
                <numerusform>%n to compare</numerusform>
                <numerusform>%n to compare</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PolicyEditor</name>
        <message numerus="yes">
            <source>%n clause(s) still to be compared with your policy.</source>
            <translation>
                <numerusform>%n clause still to be compared with your policy.</numerusform>
                <numerusform>%n clauses still to be compared with your policy.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to compare</source>
            <translation>
                <numerusform>%n to compare</numerusform>
                <numerusform>%n to compare</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n to look at</numerusform>
                <numerusform>%n to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n thing to look at</numerusform>
                <numerusform>%n things to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PolicyGrid</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PolicyPanel</name>
        <message numerus="yes">
            <source>tried on %n customer(s)</source>
            <translation>
                <numerusform>tried on %n customer</numerusform>
                <numerusform>tried on %n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PoolDetail</name>
        <message numerus="yes">
            <source>Limit shared by %n customer(s)</source>
            <translation>
                <numerusform>Limit shared by %n customer</numerusform>
                <numerusform>Limit shared by %n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PositionDialog</name>
        <message numerus="yes">
            <source>Take from the last statements of %n bank account(s): {money}, {day}</source>
            <translation>
                <numerusform>Take from the last statement of %n bank account: {money}, {day}</numerusform>
                <numerusform>Take from the last statements of %n bank accounts: {money}, {day}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProtectionDialog</name>
        <message numerus="yes">
            <source>Next try in %n s.</source>
            <translation>
                <numerusform>Next try in %n s.</numerusform>
                <numerusform>Next try in %n s.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backups were re-written.</source>
            <translation>
                <numerusform>%n backup was re-written.</numerusform>
                <numerusform>%n backups were re-written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProvisionPanel</name>
        <message numerus="yes">
            <source>%n debt(s) in the matrix</source>
            <translation>
                <numerusform>%n debt in the matrix</numerusform>
                <numerusform>%n debts in the matrix</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RateTablesPanel</name>
        <message numerus="yes">
            <source>Last entry {day}: %n days old.</source>
            <translation>
                <numerusform>Last entry {day}: %n day old.</numerusform>
                <numerusform>Last entry {day}: %n days old.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Accept %n warning(s)</source>
            <translation>
                <numerusform>Accept %n warning</numerusform>
                <numerusform>Accept %n warnings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RemindersPage</name>
        <message numerus="yes">
            <source>%n letter(s)</source>
            <translation>
                <numerusform>%n letter</numerusform>
                <numerusform>%n letters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%n left out</numerusform>
                <numerusform>%n left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Create %n draft(s)</source>
            <translation>
                <numerusform>Create %n draft</numerusform>
                <numerusform>Create %n drafts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReopenMonthDialog</name>
        <message numerus="yes">
            <source>Say why, in at least %n characters.</source>
            <translation>
                <numerusform>Say why, in at least %n character.</numerusform>
                <numerusform>Say why, in at least %n characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rescored</name>
        <message numerus="yes">
            <source>%n customer(s) of {all} would change grade as of {day}</source>
            <translation>
                <numerusform>%n customer of {all} would change grade as of {day}</numerusform>
                <numerusform>%n customers of {all} would change grade as of {day}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) chosen</source>
            <translation>
                <numerusform>%n customer chosen</numerusform>
                <numerusform>%n customers chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewDialog</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewReading</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewsPanel</name>
        <message numerus="yes">
            <source>%n review(s)</source>
            <translation>
                <numerusform>%n review</numerusform>
                <numerusform>%n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n quarter(s)</source>
            <translation>
                <numerusform>%n quarter</numerusform>
                <numerusform>%n quarters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RiskPanel</name>
        <message numerus="yes">
            <source>%n above the limit of {limit}</source>
            <translation>
                <numerusform>%n above the limit of {limit}</numerusform>
                <numerusform>%n above the limit of {limit}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) owing</source>
            <translation>
                <numerusform>%n customer owing</numerusform>
                <numerusform>%n customers owing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunPage</name>
        <message numerus="yes">
            <source>%n step(s) late</source>
            <translation>
                <numerusform>%n step late</numerusform>
                <numerusform>%n steps late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunPanel</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) from the bank are not matched yet ({sums}).</source>
            <translation>
                <numerusform>%n receipt from the bank is not matched yet ({sums}).</numerusform>
                <numerusform>%n receipts from the bank are not matched yet ({sums}).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunsView</name>
        <message numerus="yes">
            <source>%n step(s) late</source>
            <translation>
                <numerusform>%n step late</numerusform>
                <numerusform>%n steps late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScenariosView</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScorecardsPanel</name>
        <message numerus="yes">
            <source>%n scorecard(s)</source>
            <translation>
                <numerusform>%n scorecard</numerusform>
                <numerusform>%n scorecards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecretForm</name>
        <message numerus="yes">
            <source>Next try in %n s.</source>
            <translation>
                <numerusform>Next try in %n s.</numerusform>
                <numerusform>Next try in %n s.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecurityPanel</name>
        <message numerus="yes">
            <source>after %n minutes</source>
            <translation>
                <numerusform>after %n minute</numerusform>
                <numerusform>after %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SentDialog</name>
        <message numerus="yes">
            <source>Mark %n letter(s) as sent</source>
            <translation>
                <numerusform>Mark %n letter as sent</numerusform>
                <numerusform>Mark %n letters as sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SnoozeDialog</name>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaleDialog</name>
        <message numerus="yes">
            <source>%n letter(s) are out of date</source>
            <translation>
                <numerusform>%n letter is out of date</numerusform>
                <numerusform>%n letters are out of date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more, brought up to date</source>
            <translation>
                <numerusform>and %n more, brought up to date</numerusform>
                <numerusform>and %n more, brought up to date</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatementImportDialog</name>
        <message numerus="yes">
            <source>%n line(s) that no line of ours stands for</source>
            <translation>
                <numerusform>%n line that no line of ours stands for</numerusform>
                <numerusform>%n lines that no line of ours stands for</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatementsView</name>
        <message numerus="yes">
            <source>Files (%n)</source>
            <translation>
                <numerusform>Files (%n)</numerusform>
                <numerusform>Files (%n)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StressDetail</name>
        <message numerus="yes">
            <source>Struck: %n customer(s)</source>
            <translation>
                <numerusform>Struck: %n customer</numerusform>
                <numerusform>Struck: %n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StressPanel</name>
        <message numerus="yes">
            <source>What if %n customer(s) failed</source>
            <translation>
                <numerusform>What if %n customer failed</numerusform>
                <numerusform>What if %n customers failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenario(s) tried</source>
            <translation>
                <numerusform>%n scenario tried</numerusform>
                <numerusform>%n scenarios tried</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SwitchOnDialog</name>
        <message numerus="yes">
            <source>%n customer(s) get tighter terms from today; nothing stored is rewritten.</source>
            <translation>
                <numerusform>%n customer gets tighter terms from today; nothing stored is rewritten.</numerusform>
                <numerusform>%n customers get tighter terms from today; nothing stored is rewritten.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TermsPanel</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n to do</source>
            <translation>
                <numerusform>%n to do</numerusform>
                <numerusform>%n to do</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message numerus="yes">
            <source>%n difference(s):</source>
            <translation>
                <numerusform>%n difference:</numerusform>
                <numerusform>%n differences:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WarningRulesPanel</name>
        <message numerus="yes">
            <source>%n rule(s) on</source>
            <translation>
                <numerusform>%n rule on</numerusform>
                <numerusform>%n rules on</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorthPanel</name>
        <message numerus="yes">
            <source>%n buyer(s) behind: {what}</source>
            <translation>
                <numerusform>%n buyer behind: {what}</numerusform>
                <numerusform>%n buyers behind: {what}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s)</source>
            <translation>
                <numerusform>%n buyer</numerusform>
                <numerusform>%n buyers</numerusform>
            </translation>
        </message>
    </context>
</TS>
