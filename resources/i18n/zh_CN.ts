<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Holdfast</source>
            <translation>关于稳账</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>Works offline. All data stays on this computer.</source>
            <translation>离线运行，所有数据只保存在本机。</translation>
        </message>
        <message>
            <source>Licence of</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Licence text</source>
            <translation>许可证全文</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>AcceptDialog</name>
        <message>
            <source>Declaration confirmed</source>
            <translation>保险人确认申报</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Confirmed on</source>
            <translation>确认日</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期还没有到。</translation>
        </message>
        <message>
            <source>It was declared later than that.</source>
            <translation>申报日晚于这一天。</translation>
        </message>
    </context>
    <context>
        <name>AccountDialog</name>
        <message>
            <source>Our bank account</source>
            <translation>我方银行账户</translation>
        </message>
        <message>
            <source>New bank account</source>
            <translation>新增银行账户</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Enter a name by which you know the account.</source>
            <translation>请填写账户名称，便于辨认。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>As the statement writes it: a statement finds its account by this number</source>
            <translation>按银行流水上的写法填写：导入时凭此账号识别账户</translation>
        </message>
        <message>
            <source>Account number or IBAN</source>
            <translation>账号或 IBAN</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Remove the account</source>
            <translation>删除该账户</translation>
        </message>
    </context>
    <context>
        <name>AccuracyView</name>
        <message>
            <source>Month end</source>
            <translation>月末</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>{n} d</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>taking the due date: {n}</source>
            <translation>若按到期日：{n}</translation>
        </message>
        <message>
            <source>Typical error in days</source>
            <translation>天数误差（中位）</translation>
        </message>
        <message>
            <source>Paid within the range</source>
            <translation>在区间内付款</translation>
        </message>
        <message numerus="yes">
            <source>of %n invoice(s)</source>
            <translation>
                <numerusform>共 %n 张发票</numerusform>
            </translation>
        </message>
        <message>
            <source>Error of 13 weeks (WAPE)</source>
            <translation>13 周误差（WAPE）</translation>
        </message>
        <message numerus="yes">
            <source>%n month end(s)</source>
            <translation>
                <numerusform>%n 个月末</numerusform>
            </translation>
        </message>
        <message>
            <source>Received against said</source>
            <translation>实收比预测</translation>
        </message>
        <message>
            <source>below 0: said too much</source>
            <translation>负数：预测偏高</translation>
        </message>
        <message>
            <source>Bias</source>
            <translation>偏差</translation>
        </message>
        <message>
            <source>Week {n}</source>
            <translation>第 {n} 周</translation>
        </message>
        <message>
            <source>Month ends</source>
            <translation>月末数</translation>
        </message>
        <message>
            <source>Errors by week</source>
            <translation>各周误差</translation>
        </message>
        <message>
            <source>Nothing to compare yet.</source>
            <translation>暂无可比资料。</translation>
        </message>
    </context>
    <context>
        <name>AcknowledgeDialog</name>
        <message>
            <source>Acknowledge</source>
            <translation>已阅</translation>
        </message>
        <message>
            <source>Why nothing needs doing</source>
            <translation>为何不必处理</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
    </context>
    <context>
        <name>ActDialog</name>
        <message>
            <source>Acted on</source>
            <translation>标记为已处理</translation>
        </message>
        <message>
            <source>Save and go on</source>
            <translation>保存并继续</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>做了什么</translation>
        </message>
        <message>
            <source>Say what was done.</source>
            <translation>请写明做了什么。</translation>
        </message>
    </context>
    <context>
        <name>Acting</name>
        <message>
            <source>Read again</source>
            <translation>已重新读取</translation>
        </message>
        <message>
            <source>There is nothing to edit here. Choose a row that can be edited first.</source>
            <translation>这里没有可编辑的内容。请先选中一行可以编辑的记录。</translation>
        </message>
        <message>
            <source>There is nothing to export here.</source>
            <translation>这里没有可导出的内容。</translation>
        </message>
    </context>
    <context>
        <name>ActionBar</name>
        <message>
            <source>Clear checks (Esc)</source>
            <translation>取消勾选（Esc）</translation>
        </message>
    </context>
    <context>
        <name>ActivateDialog</name>
        <message>
            <source>Checked against my policy</source>
            <translation>已与保单核对</translation>
        </message>
        <message>
            <source>Put into force</source>
            <translation>生效</translation>
        </message>
        <message>
            <source>Not marked as compared yet: {clauses}</source>
            <translation>尚未标记为已核对：{clauses}</translation>
        </message>
        <message>
            <source>I have compared every clause with the policy itself</source>
            <translation>已将每一条与保单原件核对</translation>
        </message>
        <message>
            <source>Compared on</source>
            <translation>核对日期</translation>
        </message>
        <message>
            <source>Tick it once you have; a wrong clause costs the claim.</source>
            <translation>核对后请勾选；条款录错会失去赔付。</translation>
        </message>
    </context>
    <context>
        <name>ActivityDialog</name>
        <message>
            <source>Edit log entry</source>
            <translation>修改联系记录</translation>
        </message>
        <message>
            <source>Log a contact</source>
            <translation>记录联系</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The customer as a whole</source>
            <translation>客户整体</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Whom you spoke to</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Next action</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>It comes up under Today on that day</source>
            <translation>到这一天会出现在“今日”</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>添加附件…</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>This day is still to come; use the next action.</source>
            <translation>这一天还没到；将来的事请写在“下一步”。</translation>
        </message>
        <message>
            <source>Write the note.</source>
            <translation>请填写备注内容。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>请按 2025-12-31 的格式填写，或留空。</translation>
        </message>
        <message>
            <source>Enter the day of the next action.</source>
            <translation>请填写下一步的日期。</translation>
        </message>
        <message>
            <source>This is before the entry itself.</source>
            <translation>早于这次记录的日期。</translation>
        </message>
    </context>
    <context>
        <name>AdoptDialog</name>
        <message>
            <source>Adopt “{name}”</source>
            <translation>采用“{name}”</translation>
        </message>
        <message>
            <source>Adopt</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>It becomes the grade policy of the company from today; it can be taken back.</source>
            <translation>从今天起成为本公司的等级政策；可以撤销。</translation>
        </message>
        <message>
            <source>Grade policy</source>
            <translation>等级政策</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) affected</source>
            <translation>
                <numerusform>涉及 %n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Terms, days</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Paid first</source>
            <translation>预付比例</translation>
        </message>
        <message>
            <source>of net worth</source>
            <translation>净资产的</translation>
        </message>
        <message>
            <source>of turnover</source>
            <translation>采购额的</translation>
        </message>
        <message>
            <source>of the limit before</source>
            <translation>原额度的</translation>
        </message>
        <message>
            <source>Grade policy before and after</source>
            <translation>采用前后的等级政策</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Limit → about</source>
            <translation>额度 → 约</translation>
        </message>
        <message>
            <source>Terms of its own</source>
            <translation>单独约定</translation>
        </message>
        <message>
            <source>stay as agreed</source>
            <translation>仍按约定</translation>
        </message>
        <message>
            <source>Customers affected</source>
            <translation>涉及的客户</translation>
        </message>
        <message>
            <source>No customer with a grade is affected.</source>
            <translation>没有已评级的客户受影响。</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) keep the terms agreed with them.</source>
            <translation>
                <numerusform>%n 家客户仍按与其约定的账期。</numerusform>
            </translation>
        </message>
        <message>
            <source>Limits follow when they are next granted; none is changed now.</source>
            <translation>额度在下次授信时随之调整；现在不改动任何额度。</translation>
        </message>
        <message>
            <source>Not part of a grade policy and not adopted: {names}.</source>
            <translation>不属于等级政策、不随之采用：{names}。</translation>
        </message>
    </context>
    <context>
        <name>AgingBoard</name>
        <message>
            <source>per currency</source>
            <translation>分币种</translation>
        </message>
    </context>
    <context>
        <name>AgingDetail</name>
        <message>
            <source>Bills held</source>
            <translation>票据在手</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Unapplied</source>
            <translation>未核销</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>最长逾期</translation>
        </message>
        <message numerus="yes">
            <source>%n d</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Open customer file</source>
            <translation>打开客户档案</translation>
        </message>
        <message>
            <source>Statement PDF</source>
            <translation>对账单 PDF</translation>
        </message>
        <message>
            <source>Letter…</source>
            <translation>写函…</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>往来记录</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Nothing open.</source>
            <translation>没有未清项。</translation>
        </message>
        <message numerus="yes">
            <source>%n open items</source>
            <translation>
                <numerusform>%n 笔未清</numerusform>
            </translation>
        </message>
        <message>
            <source>{bucket} only • show all</source>
            <translation>仅 {bucket} • 显示全部</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Bill held</source>
            <translation>票据在手</translation>
        </message>
        <message>
            <source>Promised {day}</source>
            <translation>承诺 {day}</translation>
        </message>
        <message>
            <source>Late interest</source>
            <translation>逾期利息</translation>
        </message>
    </context>
    <context>
        <name>AgingPage</name>
        <message>
            <source>Receivables aging</source>
            <translation>应收账龄</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>合计 {amount}</translation>
        </message>
        <message>
            <source>{share} overdue</source>
            <translation>逾期 {share}</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s)</source>
            <translation>
                <numerusform>%n 笔未清</numerusform>
            </translation>
        </message>
        <message>
            <source>No exchange rate on or before this day for {currencies}: these rows stay in their own currency and are not in the {base} total.</source>
            <translation>{currencies} 在截止日及之前没有汇率：这些行按原币显示，未计入 {base} 合计。</translation>
        </message>
        <message>
            <source>Enter a rate</source>
            <translation>录入汇率</translation>
        </message>
        <message>
            <source>Nothing is open as of this day.</source>
            <translation>截止这一天没有未清项。</translation>
        </message>
        <message>
            <source>Import receivables</source>
            <translation>导入应收账款</translation>
        </message>
        <message>
            <source>No customer matches.</source>
            <translation>没有符合条件的客户。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>{balance}, of it overdue {overdue}</source>
            <translation>余额 {balance}，其中逾期 {overdue}</translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>已选 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>search: {text}</source>
            <translation>搜索：{text}</translation>
        </message>
        <message>
            <source>checked rows only</source>
            <translation>仅勾选的行</translation>
        </message>
        <message>
            <source>Filter: {filter}</source>
            <translation>筛选：{filter}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Which customers</source>
            <translation>显示哪些客户</translation>
        </message>
        <message>
            <source>Customer or invoice</source>
            <translation>客户或发票号</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Statements PDF</source>
            <translation>对账单 PDF</translation>
        </message>
    </context>
    <context>
        <name>AgingStrip</name>
        <message>
            <source>Aging</source>
            <translation>账龄</translation>
        </message>
    </context>
    <context>
        <name>AimsDialog</name>
        <message>
            <source>Targets and benchmarks</source>
            <translation>目标与参考值</translation>
        </message>
        <message>
            <source>A target is the company's own choice. A benchmark was published by others and names its source. The usual target of DSO lies 20 % below its benchmark.</source>
            <translation>目标由本公司自定；参考值由他人公布，须注明来源。DSO 的惯用目标比参考值低 20%。</translation>
        </message>
        <message>
            <source>Target…</source>
            <translation>目标…</translation>
        </message>
        <message>
            <source>Benchmark…</source>
            <translation>参考值…</translation>
        </message>
        <message>
            <source>Back to the usual</source>
            <translation>恢复惯用值</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>AlertDetail</name>
        <message numerus="yes">
            <source>What stands behind it: %n row(s)</source>
            <translation>
                <numerusform>依据 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Compared with: %n row(s)</source>
            <translation>
                <numerusform>对比 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This rule before: %n time(s)</source>
            <translation>
                <numerusform>此规则以前提示过 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Contingency plans</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>This rule never warned of this customer before.</source>
            <translation>此规则以前没有提示过该客户。</translation>
        </message>
        <message>
            <source>How it came about</source>
            <translation>怎么算出来的</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Acknowledge…</source>
            <translation>已阅…</translation>
        </message>
        <message>
            <source>Snooze…</source>
            <translation>推迟…</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Open its plan</source>
            <translation>打开相应预案</translation>
        </message>
        <message>
            <source>Rows behind the warning</source>
            <translation>预警的依据</translation>
        </message>
        <message>
            <source>Rows it is compared with</source>
            <translation>用来对比的记录</translation>
        </message>
        <message>
            <source>Earlier warnings of this rule</source>
            <translation>此规则以前的预警</translation>
        </message>
    </context>
    <context>
        <name>AlertsPanel</name>
        <message>
            <source>Weight</source>
            <translation>重要性</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>发现于</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Checked with every rule: nothing new.</source>
            <translation>已按全部规则检查：没有新的预警。</translation>
        </message>
        <message numerus="yes">
            <source>Checked with every rule: %n new warning(s)</source>
            <translation>
                <numerusform>已按全部规则检查：新增 %n 项预警</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of high weight</source>
            <translation>
                <numerusform>其中重要 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>New</source>
            <translation>未处理</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>已阅</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>已推迟</translation>
        </message>
        <message>
            <source>Acted on</source>
            <translation>已处理</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Only warnings of {customer}</source>
            <translation>只看 {customer} 的预警</translation>
        </message>
        <message>
            <source>This customer has no warning.</source>
            <translation>该客户没有预警。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>No warning matches.</source>
            <translation>没有符合条件的预警。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No warning was found yet.</source>
            <translation>还没有发现预警。</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>立即检查</translation>
        </message>
        <message>
            <source>The rules look when a company is opened, after an import and on every new day.</source>
            <translation>打开公司、导入数据和每天第一次使用时，规则会自动检查。</translation>
        </message>
        <message>
            <source>No warning waits for an answer.</source>
            <translation>没有待处理的预警。</translation>
        </message>
        <message>
            <source>No warning stands here.</source>
            <translation>这里没有预警。</translation>
        </message>
        <message>
            <source>Show the new ones</source>
            <translation>显示未处理的</translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s) selected</source>
            <translation>
                <numerusform>已选 %n 项预警</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %n customer(s)</source>
            <translation>
                <numerusform>涉及 %n 家客户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n 项预警</numerusform>
            </translation>
        </message>
        <message>
            <source>Every weight</source>
            <translation>全部重要性</translation>
        </message>
        <message>
            <source>Which warnings</source>
            <translation>哪些预警</translation>
        </message>
        <message>
            <source>Customer, rule or figure</source>
            <translation>客户、规则或数字</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Check for warnings now</source>
            <translation>立即检查预警</translation>
        </message>
        <message>
            <source>Early warnings</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Snooze…</source>
            <translation>推迟…</translation>
        </message>
        <message>
            <source>Acknowledge…</source>
            <translation>已阅…</translation>
        </message>
        <message>
            <source>Acted on…</source>
            <translation>已处理…</translation>
        </message>
    </context>
    <context>
        <name>AliasDialog</name>
        <message>
            <source>Another name</source>
            <translation>另一个名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Enter the name.</source>
            <translation>请填写名称。</translation>
        </message>
        <message>
            <source>Imported files that use this name will find the customer</source>
            <translation>导入文件用这个名称也能找到该客户</translation>
        </message>
        <message>
            <source>Name in files</source>
            <translation>文件中的名称</translation>
        </message>
    </context>
    <context>
        <name>AllocateDialog</name>
        <message>
            <source>Allocate {kind} {number}</source>
            <translation>核销{kind} {number}</translation>
        </message>
        <message>
            <source>Allocate</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Not allocated yet</source>
            <translation>尚未核销</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>By reference</source>
            <translation>按单号</translation>
        </message>
        <message>
            <source>Exact amount</source>
            <translation>按金额</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>先到期先核销</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Type an amount in a row; Space fills what is open</source>
            <translation>在行内填写金额；按空格键填入未清额</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未清项</translation>
        </message>
        <message>
            <source>This rule finds nothing to allocate it to.</source>
            <translation>按此方法找不到可核销的单据。</translation>
        </message>
        <message>
            <source>{rest} stays on account.</source>
            <translation>剩余 {rest} 未核销。</translation>
        </message>
        <message>
            <source>This is {rest} more than is left of it. Reduce one of the amounts.</source>
            <translation>比剩余金额多 {rest}，请减少其中一笔。</translation>
        </message>
        <message>
            <source>Enter an amount in at least one row.</source>
            <translation>请至少在一行填写金额。</translation>
        </message>
    </context>
    <context>
        <name>AllocationTable</name>
        <message>
            <source>Nothing is open in this currency.</source>
            <translation>该币种没有未付款项。</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
    </context>
    <context>
        <name>AnalysisPage</name>
        <message>
            <source>Provision</source>
            <translation>坏账准备</translation>
        </message>
        <message>
            <source>Cash forecast</source>
            <translation>资金预测</translation>
        </message>
        <message>
            <source>Stress test</source>
            <translation>压力测试</translation>
        </message>
        <message>
            <source>Policy simulator</source>
            <translation>政策模拟</translation>
        </message>
        <message>
            <source>Back-test</source>
            <translation>回溯检验</translation>
        </message>
        <message>
            <source>Contingency plans</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>决策分析</translation>
        </message>
        <message>
            <source>What it costs, and what if it gets worse</source>
            <translation>要花多少钱，情况变差会怎样</translation>
        </message>
    </context>
    <context>
        <name>AnnulPolicyDialog</name>
        <message>
            <source>Annul the policy</source>
            <translation>作废保单</translation>
        </message>
        <message>
            <source>Annul it</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>As if it had never been: nothing shipped under it is insured. To end it from a day on, cancel it instead.</source>
            <translation>视同从未存在：其下的发货均不在保。若只是从某天起终止，请改用解除。</translation>
        </message>
        <message>
            <source>Write down why.</source>
            <translation>请写明原因。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
    </context>
    <context>
        <name>AnswerView</name>
        <message>
            <source>Say for whom and how much; the answer follows as you type.</source>
            <translation>填写客户和金额，结论随输入更新。</translation>
        </message>
        <message numerus="yes">
            <source>something for each of the %n holds, or a release</source>
            <translation>
                <numerusform>%n 项暂停原因须逐项解决，或放行</numerusform>
            </translation>
        </message>
        <message>
            <source>Deposit: {money}</source>
            <translation>需先收定金：{money}</translation>
        </message>
        <message>
            <source>{money} of what is paid ahead stands on account already and is not counted twice.</source>
            <translation>预付款中的 {money} 已在账上未核销，不重复计算。</translation>
        </message>
        <message>
            <source>no grade</source>
            <translation>未评级</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>grade {grade}</source>
            <translation>等级 {grade}</translation>
        </message>
        <message>
            <source>on</source>
            <translation>已启用</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>未启用</translation>
        </message>
        <message>
            <source>Overdue rule</source>
            <translation>逾期规则</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Overdue debts</source>
            <translation>逾期欠款</translation>
        </message>
        <message>
            <source>as of {day}</source>
            <translation>截止 {day}</translation>
        </message>
        <message>
            <source>What would make it go</source>
            <translation>怎样才能放行</translation>
        </message>
        <message>
            <source>or a release with a reason</source>
            <translation>或说明理由后放行</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>At risk now</source>
            <translation>当前风险占用</translation>
        </message>
        <message>
            <source>At risk with the whole group</source>
            <translation>整个集团的风险占用</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>Score again…</source>
            <translation>重新评分…</translation>
        </message>
        <message>
            <source>Change the limit…</source>
            <translation>调整额度…</translation>
        </message>
        <message>
            <source>Stop shipments…</source>
            <translation>停止发货…</translation>
        </message>
        <message>
            <source>Log a call…</source>
            <translation>登记电话…</translation>
        </message>
        <message>
            <source>Write up as a case…</source>
            <translation>写成案例…</translation>
        </message>
        <message>
            <source>Something else…</source>
            <translation>其他处理…</translation>
        </message>
        <message>
            <source>Scored again</source>
            <translation>重新评分</translation>
        </message>
        <message>
            <source>Limit looked at</source>
            <translation>复核额度</translation>
        </message>
        <message>
            <source>Shipments on credit stopped</source>
            <translation>停止赊销发货</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>已电话联系</translation>
        </message>
        <message>
            <source>Written up as a case</source>
            <translation>写成案例</translation>
        </message>
    </context>
    <context>
        <name>ApprovalDialog</name>
        <message>
            <source>Approval of write-off {number}</source>
            <translation>坏账核销 {number} 的批准</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Leave it empty to take the mark away</source>
            <translation>留空即取消批准</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
    </context>
    <context>
        <name>ApprovalGroup</name>
        <message>
            <source>Asked for by</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>PIN of {name}</source>
            <translation>{name} 的 PIN</translation>
        </message>
        <message>
            <source>{name} is the only person entered and decides alone; that is recorded.</source>
            <translation>只登记了 {name} 一人，由其单独决定，并如实记录。</translation>
        </message>
        <message>
            <source>Nobody is entered as a person: {name} decides alone, and that is recorded.</source>
            <translation>尚未登记人员：由 {name} 单独决定，并如实记录。</translation>
        </message>
        <message>
            <source>{name} ({role}) may grant any amount to grade {grade}.</source>
            <translation>{name}（{role}）对 {grade} 级客户的审批金额不设上限。</translation>
        </message>
        <message>
            <source>{name} ({role}) may grant nothing to grade {grade}.</source>
            <translation>{name}（{role}）无权批准 {grade} 级客户的额度。</translation>
        </message>
        <message>
            <source>{name} ({role}) may grant up to {most} to grade {grade}.</source>
            <translation>{name}（{role}）对 {grade} 级客户最多可批 {most}。</translation>
        </message>
        <message>
            <source>Without a valid grade it counts as C.</source>
            <translation>没有有效评级时按 C 级计。</translation>
        </message>
        <message>
            <source>Nobody may grant that. Change the amount, or the authority under Credit rules.</source>
            <translation>无人有权批准。请改金额，或在“授信规则”中调整权限。</translation>
        </message>
        <message>
            <source>Leave it for {name}</source>
            <translation>留给 {name} 批准</translation>
        </message>
        <message>
            <source>This is beyond what {name} may grant. Who may: {able}.</source>
            <translation>超出 {name} 的权限。可批准的人：{able}。</translation>
        </message>
        <message>
            <source>{name} approves</source>
            <translation>由 {name} 批准</translation>
        </message>
        <message>
            <source>Say who asks for it.</source>
            <translation>请填写申请人。</translation>
        </message>
        <message>
            <source>Say who approves it.</source>
            <translation>请填写批准人。</translation>
        </message>
        <message>
            <source>Somebody else than {name} must approve it.</source>
            <translation>{name} 不能批准自己的申请，请由另一人批准。</translation>
        </message>
        <message>
            <source>Beyond what {name} may grant.</source>
            <translation>超出 {name} 的权限。</translation>
        </message>
        <message>
            <source>{name} must type the PIN.</source>
            <translation>请 {name} 输入 PIN。</translation>
        </message>
    </context>
    <context>
        <name>AsOfDate</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last month end</source>
            <translation>上月末</translation>
        </message>
        <message>
            <source>Last quarter end</source>
            <translation>上季末</translation>
        </message>
        <message>
            <source>Last year end</source>
            <translation>上年末</translation>
        </message>
        <message>
            <source>Pick a day…</source>
            <translation>选择日期…</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Choose a day</source>
            <translation>选择日期</translation>
        </message>
        <message>
            <source>As-of date</source>
            <translation>截止日</translation>
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Company files (*.holdfast)</source>
            <translation>公司文件 (*.holdfast)</translation>
        </message>
        <message>
            <source>Open a company</source>
            <translation>打开公司文件</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>保存副本</translation>
        </message>
        <message>
            <source>Salvage into a new file</source>
            <translation>抢救到新文件</translation>
        </message>
        <message>
            <source>Text files (*.txt)</source>
            <translation>文本文件 (*.txt)</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Holdfast report.txt</source>
            <translation>稳账错误报告.txt</translation>
        </message>
        <message>
            <source>Folder for backups</source>
            <translation>备份文件夹</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Work is still under way. Leaving now stops it and takes it back; saved data stays. Leave?</source>
            <translation>还有操作正在进行。现在退出会停止并撤回它，已保存的数据不受影响。退出吗？</translation>
        </message>
        <message>
            <source>A form with entries that are not saved is open behind the lock. Closing loses them. Close?</source>
            <translation>锁定前打开的表单中有尚未保存的内容，关闭后将丢失。仍要关闭吗？</translation>
        </message>
    </context>
    <context>
        <name>AssumptionsDialog</name>
        <message>
            <source>Assumptions</source>
            <translation>假设</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What the ledger cannot know. Replace each example by your own figure and say its source.</source>
            <translation>账上看不出的数字。请逐项换成自己的数字，并写明来源。</translation>
        </message>
        <message>
            <source>Example, to be replaced by your own</source>
            <translation>示例，请换成自己的数字</translation>
        </message>
        <message>
            <source>As in the insurance policy in force</source>
            <translation>取自现行保单</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Who says so, and when</source>
            <translation>谁提供、何时</translation>
        </message>
        <message>
            <source>Enter 1 to 100.</source>
            <translation>请填 1 到 100。</translation>
        </message>
        <message>
            <source>Enter 0 to 100.</source>
            <translation>请填 0 到 100。</translation>
        </message>
        <message>
            <source>Loss rates a year, of what is owed: {rates}</source>
            <translation>年损失率（占所欠金额）：{rates}</translation>
        </message>
        <message>
            <source>Table of loss rates</source>
            <translation>损失率表</translation>
        </message>
        <message>
            <source>What the ledger cannot know. With a policy chosen, its own clauses go first.</source>
            <translation>账上看不到的数字。选定保单时，以其条款为准。</translation>
        </message>
        <message>
            <source>Empty: not known</source>
            <translation>留空表示未知</translation>
        </message>
        <message>
            <source>For example: broker's offer of 12 November, annual accounts</source>
            <translation>例如 11 月 12 日经纪人报价、年度报表</translation>
        </message>
        <message>
            <source>Loss rates come from the table of loss rates by grade, under Credit rules.</source>
            <translation>损失率取自“授信规则”中的分等级损失率表。</translation>
        </message>
        <message>
            <source>This figure is outside its range.</source>
            <translation>数值超出范围。</translation>
        </message>
    </context>
    <context>
        <name>BacktestPanel</name>
        <message>
            <source>In a word</source>
            <translation>一句话</translation>
        </message>
        <message numerus="yes">
            <source>%n of them still open</source>
            <translation>
                <numerusform>其中 %n 张仍未付</numerusform>
            </translation>
        </message>
        <message>
            <source>Invoices judged</source>
            <translation>已判断的发票</translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be judged yet</source>
            <translation>
                <numerusform>另有 %n 张尚不能判断</numerusform>
            </translation>
        </message>
        <message>
            <source>Paid late</source>
            <translation>晚付比例</translation>
        </message>
        <message>
            <source>AUC of the late ratio</source>
            <translation>晚付比例的 AUC</translation>
        </message>
        <message>
            <source>Shift of the grades (PSI)</source>
            <translation>等级分布偏移（PSI）</translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s)</source>
            <translation>
                <numerusform>%n 张发票</numerusform>
            </translation>
        </message>
        <message>
            <source>Invoices issued in</source>
            <translation>开票时间</translation>
        </message>
        <message>
            <source>What counts as late</source>
            <translation>多少天算晚付</translation>
        </message>
        <message numerus="yes">
            <source>issued in %n month(s)</source>
            <translation>
                <numerusform>近 %n 个月开出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>late: more than %n day(s)</source>
            <translation>
                <numerusform>超过到期日 %n 天算晚付</numerusform>
            </translation>
        </message>
        <message>
            <source>late: after the due date</source>
            <translation>到期后即算晚付</translation>
        </message>
        <message>
            <source>What became of each grade</source>
            <translation>各等级的结果</translation>
        </message>
        <message>
            <source>a grade opens who holds it</source>
            <translation>点开等级查看现在的客户</translation>
        </message>
        <message>
            <source>Who could tell</source>
            <translation>谁能看出来</translation>
        </message>
        <message>
            <source>0.5 is a coin, 1 tells all; known on the day of issue only</source>
            <translation>0.5 等于抛硬币，1 为完全看出；只用开票当天已知的信息</translation>
        </message>
        <message>
            <source>Overrides, coverage, forecast</source>
            <translation>人工调整、信息覆盖与预测</translation>
        </message>
        <message>
            <source>Late rates by grade</source>
            <translation>各等级晚付比例</translation>
        </message>
        <message>
            <source>Predictors</source>
            <translation>预测依据</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
    </context>
    <context>
        <name>BackupWatch</name>
        <message>
            <source>Backups…</source>
            <translation>备份…</translation>
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>No backups yet. One is made whenever the company is closed with changes.</source>
            <translation>还没有备份。公司有改动时，关闭即自动备份。</translation>
        </message>
        <message>
            <source>Backups, the newest first</source>
            <translation>备份列表，最新的在前</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Open read-only</source>
            <translation>只读打开</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>恢复…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Other password</source>
            <translation>另一密码</translation>
        </message>
        <message>
            <source>Verified {time}</source>
            <translation>{time} 检查过</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Backed up and verified.</source>
            <translation>已备份并检查。</translation>
        </message>
        <message>
            <source>This backup is sound: it can be restored.</source>
            <translation>这份备份完好，可以用来恢复。</translation>
        </message>
        <message>
            <source>This backup is damaged and cannot be restored. Choose another.</source>
            <translation>这份备份已损坏，不能用来恢复。请选择另一份。</translation>
        </message>
        <message>
            <source>Put the company back as it was on {time}? The file as it is now is kept in this list first.</source>
            <translation>将公司恢复到 {time} 的状态？现有文件会先留存到此列表。</translation>
        </message>
        <message>
            <source>This backup has no password: the company file will have none either.</source>
            <translation>这份备份没有密码：恢复后公司文件也不再有密码。</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Delete the backup of {time} for good?</source>
            <translation>永久删除 {time} 的备份？</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>BackupsPanel</name>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>For you on this computer</source>
            <translation>仅对您在这台电脑上生效</translation>
        </message>
        <message>
            <source>A backup is made whenever a company is closed with changes, and before an import, an upgrade, a bulk change and a restore. The newest 10 are kept, and one for each of 7 days, 4 weeks and 12 months. Another disk is the safest place.</source>
            <translation>公司有改动时，关闭即自动备份；导入、升级、批量改动和恢复之前也会备份。保留最新 10 份，另按 7 天、4 周、12 个月各留一份。放在另一块磁盘上最安全。</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Use the standard folder</source>
            <translation>用默认文件夹</translation>
        </message>
        <message>
            <source>Backups…</source>
            <translation>备份…</translation>
        </message>
        <message>
            <source>The sample company is not backed up.</source>
            <translation>示例公司不备份。</translation>
        </message>
        <message>
            <source>This company has no backups yet.</source>
            <translation>这家公司还没有备份。</translation>
        </message>
        <message>
            <source>Newest backup of this company: {time}</source>
            <translation>本公司最新的备份：{time}</translation>
        </message>
    </context>
    <context>
        <name>BadDebtsPage</name>
        <message numerus="yes">
            <source>%n write-off(s)</source>
            <translation>
                <numerusform>%n 笔坏账</numerusform>
            </translation>
        </message>
        <message>
            <source>All years</source>
            <translation>全部年份</translation>
        </message>
        <message>
            <source>No write-off fits.</source>
            <translation>没有符合条件的坏账。</translation>
        </message>
        <message>
            <source>Nothing was written off as a bad debt.</source>
            <translation>没有核销过坏账。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>{year}, written off</source>
            <translation>{year} 年核销</translation>
        </message>
        <message>
            <source>recovered {amount}</source>
            <translation>收回 {amount}</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Bad debts</source>
            <translation>坏账登记</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer, invoice or reason</source>
            <translation>客户、发票或原因</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Write up as a case</source>
            <translation>写成案例</translation>
        </message>
        <message>
            <source>Approval…</source>
            <translation>批准…</translation>
        </message>
        <message>
            <source>Recovery…</source>
            <translation>收回…</translation>
        </message>
        <message>
            <source>Written off</source>
            <translation>核销日期</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Was due</source>
            <translation>原到期日</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>核销金额</translation>
        </message>
        <message>
            <source>Recovered</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>Not recovered</source>
            <translation>未收回</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Not approved</source>
            <translation>未批准</translation>
        </message>
    </context>
    <context>
        <name>Bands</name>
        <message>
            <source>Knock-out</source>
            <translation>否决项</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从（含）</translation>
        </message>
        <message>
            <source>Whatever the score says</source>
            <translation>不论得分多少</translation>
        </message>
        <message>
            <source>Threshold of “{name}”</source>
            <translation>“{name}”的界限</translation>
        </message>
        <message>
            <source>times</source>
            <translation>次</translation>
        </message>
        <message>
            <source>Always on</source>
            <translation>始终启用</translation>
        </message>
        <message>
            <source>Sanctions and insolvency can neither be switched off nor overridden</source>
            <translation>制裁与破产不能关闭，也不能人工调整</translation>
        </message>
        <message>
            <source>Name of the card</source>
            <translation>评分卡名称</translation>
        </message>
        <message>
            <source>Grades</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>from</source>
            <translation>起于</translation>
        </message>
        <message>
            <source>Grade {grade} from</source>
            <translation>{grade} 级分数线</translation>
        </message>
        <message>
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <source>Least coverage</source>
            <translation>最低覆盖率</translation>
        </message>
        <message>
            <source>With less of the weights answered the data count as insufficient: C at most.</source>
            <translation>有答案的权重低于此值即为资料不足，最高 C 级。</translation>
        </message>
        <message>
            <source>A grade above C also needs at least one answer among these families:</source>
            <translation>C 级以上还须在以下类别中至少有一项答案：</translation>
        </message>
        <message>
            <source>Knock-outs</source>
            <translation>否决项</translation>
        </message>
        <message>
            <source>They stand beside the score: whoever is hit gets no better grade.</source>
            <translation>独立于得分：一经触发，等级不得高于所列结果。</translation>
        </message>
    </context>
    <context>
        <name>Bank</name>
        <message>
            <source>Cleared…</source>
            <translation>已兑付…</translation>
        </message>
        <message>
            <source>Discount…</source>
            <translation>贴现…</translation>
        </message>
        <message>
            <source>Endorse…</source>
            <translation>背书转让…</translation>
        </message>
        <message>
            <source>Bounced…</source>
            <translation>拒付…</translation>
        </message>
        <message>
            <source>Hand back…</source>
            <translation>退还…</translation>
        </message>
        <message>
            <source>table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Money in</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Money out</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>In or out</source>
            <translation>收支方向</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Payer's account</source>
            <translation>付款账号</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Bank's own number</source>
            <translation>银行流水号</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Our account</source>
            <translation>我方账户</translation>
        </message>
        <message>
            <source>Document number in the text</source>
            <translation>摘要中的单据号</translation>
        </message>
        <message>
            <source>Also inside a longer text, and with other signs between its parts.</source>
            <translation>在较长的文字中、分隔符不同也能识别。</translation>
        </message>
        <message>
            <source>Exact amount of one invoice</source>
            <translation>金额等于一张发票</translation>
        </message>
        <message>
            <source>Certain only where one invoice alone is open at this amount.</source>
            <translation>仅当只有一张发票的未清金额与之相同时才算确定。</translation>
        </message>
        <message>
            <source>Exact sum of several invoices</source>
            <translation>金额等于几张发票之和</translation>
        </message>
        <message>
            <source>Of one customer, where one set of invoices alone gives it.</source>
            <translation>同一客户，且只有一种组合恰好相等。</translation>
        </message>
        <message>
            <source>Payer's account known from before</source>
            <translation>已知的付款账号</translation>
        </message>
        <message>
            <source>Finds the customer; its oldest invoices are proposed.</source>
            <translation>据此找到客户，建议先核销最早到期的发票。</translation>
        </message>
        <message>
            <source>Payer's name known from before</source>
            <translation>已知的付款人名称</translation>
        </message>
        <message>
            <source>Customer's name or other name</source>
            <translation>客户名称或别名</translation>
        </message>
        <message>
            <source>Leave it open</source>
            <translation>保留未清</translation>
        </message>
        <message>
            <source>Accept as discount</source>
            <translation>作为现金折扣</translation>
        </message>
        <message>
            <source>Accept as bank charge</source>
            <translation>作为银行手续费</translation>
        </message>
        <message>
            <source>Write off as a small difference</source>
            <translation>作为尾差核销</translation>
        </message>
    </context>
    <context>
        <name>BankPage</name>
        <message numerus="yes">
            <source>%n line(s) waiting</source>
            <translation>
                <numerusform>%n 笔待处理</numerusform>
            </translation>
        </message>
        <message>
            <source>statements up to {day}</source>
            <translation>流水截至 {day}</translation>
        </message>
        <message>
            <source>Matching rules…</source>
            <translation>匹配规则…</translation>
        </message>
        <message>
            <source>Known payers…</source>
            <translation>已知付款人…</translation>
        </message>
        <message>
            <source>New bank account…</source>
            <translation>新增银行账户…</translation>
        </message>
        <message>
            <source>This company is open for reading only, so nothing can be decided here.</source>
            <translation>该公司文件以只读方式打开，无法在此处理。</translation>
        </message>
        <message>
            <source>Bank receipts</source>
            <translation>银行收款</translation>
        </message>
        <message>
            <source>Bring in a statement</source>
            <translation>导入银行流水</translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) not yet set against invoices, {amount}</source>
            <translation>
                <numerusform>%n 笔收款尚未核销，{amount}</numerusform>
            </translation>
        </message>
        <message>
            <source>Statement lines</source>
            <translation>流水</translation>
        </message>
        <message>
            <source>Bills and cheques</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Parts of the bank page</source>
            <translation>银行收款各部分</translation>
        </message>
        <message>
            <source>Matching</source>
            <translation>匹配设置</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Bring in a bank statement…</source>
            <translation>导入银行流水…</translation>
        </message>
        <message>
            <source>Receive a bill…</source>
            <translation>收到票据…</translation>
        </message>
    </context>
    <context>
        <name>BankQueue</name>
        <message>
            <source>Nothing found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Because of</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Our account</source>
            <translation>我方账户</translation>
        </message>
    </context>
    <context>
        <name>BearingDialog</name>
        <message>
            <source>What the firm can bear</source>
            <translation>本公司可承受多少</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Every scenario is measured against these two figures.</source>
            <translation>每个情景都对照这两个数字。</translation>
        </message>
        <message>
            <source>Least cash in 13 weeks</source>
            <translation>13 周内最低现金</translation>
        </message>
        <message>
            <source>Equity</source>
            <translation>净资产</translation>
        </message>
        <message>
            <source>Empty: the lowest point of the cash forecast</source>
            <translation>留空：取现金预测的最低点</translation>
        </message>
        <message>
            <source>Empty: our newest statement</source>
            <translation>留空：取本公司最近报表</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Who says so, and when</source>
            <translation>谁、何时提供</translation>
        </message>
    </context>
    <context>
        <name>BeginDialog</name>
        <message>
            <source>Put the plan into action</source>
            <translation>启动预案</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>启动</translation>
        </message>
        <message>
            <source>Customer by name, code or initials</source>
            <translation>客户名称、编号或拼音首字母</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>About which customer</source>
            <translation>针对哪家客户</translation>
        </message>
        <message>
            <source>Who leads it</source>
            <translation>牵头人</translation>
        </message>
        <message>
            <source>Choose a customer from the list.</source>
            <translation>请从列表中选择客户。</translation>
        </message>
    </context>
    <context>
        <name>BeginPolicyDialog</name>
        <message>
            <source>Renew the policy</source>
            <translation>续保</translation>
        </message>
        <message>
            <source>New policy</source>
            <translation>登记保单</translation>
        </message>
        <message>
            <source>Begin a draft</source>
            <translation>建立草稿</translation>
        </message>
        <message>
            <source>The clauses and their places are taken over. Compare them with the new policy; it stays a draft until you have.</source>
            <translation>条款及其出处沿用上期。请与新保单逐条核对；核对前一直是草稿。</translation>
        </message>
        <message>
            <source>Enter the insurer.</source>
            <translation>请填写保险人。</translation>
        </message>
        <message>
            <source>Enter the policy number.</source>
            <translation>请填写保单号。</translation>
        </message>
        <message>
            <source>Insurer</source>
            <translation>保险人</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>险种</translation>
        </message>
        <message>
            <source>Policy number</source>
            <translation>保单号</translation>
        </message>
        <message>
            <source>Currency of the policy</source>
            <translation>保单币种</translation>
        </message>
        <message>
            <source>Insured from</source>
            <translation>保险期起</translation>
        </message>
        <message>
            <source>until</source>
            <translation>止</translation>
        </message>
        <message>
            <source>My own policy, clause by clause</source>
            <translation>按自己的保单逐条录入</translation>
        </message>
        <message>
            <source>A guide asks what matters first and says where it usually stands.</source>
            <translation>先录最要紧的条款，并提示通常写在哪里。</translation>
        </message>
        <message numerus="yes">
            <source>%n clause(s) filled in</source>
            <translation>
                <numerusform>已填 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>What to begin with</source>
            <translation>从何开始</translation>
        </message>
        <message>
            <source>Filled in as usual in the market, read on {day}: {clauses}…</source>
            <translation>按市场常见值填写（{day}查阅）：{clauses}……</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>止期早于起期。</translation>
        </message>
    </context>
    <context>
        <name>BenchmarkDialog</name>
        <message>
            <source>Benchmark of {figure}</source>
            <translation>{figure}的参考值</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>A figure published by others, with who published it and when.</source>
            <translation>他人公布的数值，注明公布者和日期。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>不比较</translation>
        </message>
        <message>
            <source>Our own figure…</source>
            <translation>自行录入…</translation>
        </message>
        <message>
            <source>known</source>
            <translation>已知</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>参考值</translation>
        </message>
        <message>
            <source>Value ({unit})</source>
            <translation>数值（{unit}）</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Who published it</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Opened only when you click it</source>
            <translation>仅在点击时打开</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Enter a figure from 0 to 100.</source>
            <translation>请填 0 至 100 的数。</translation>
        </message>
        <message>
            <source>Enter a figure of 0 or more.</source>
            <translation>请填不小于 0 的数。</translation>
        </message>
        <message>
            <source>Say who published it.</source>
            <translation>请写明来源。</translation>
        </message>
        <message>
            <source>An address begins with https://.</source>
            <translation>网址须以 https:// 开头。</translation>
        </message>
    </context>
    <context>
        <name>BillDialog</name>
        <message>
            <source>Edit bill</source>
            <translation>修改票据</translation>
        </message>
        <message>
            <source>Receive a bill or cheque</source>
            <translation>收到票据</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Enter the number of the bill or cheque.</source>
            <translation>请填写票据号码。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>票据号码</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>出票人</translation>
        </message>
        <message>
            <source>Acceptor or bank</source>
            <translation>承兑人或付款行</translation>
        </message>
        <message>
            <source>Type an amount in a row; Space fills what is open</source>
            <translation>在行内输入金额；空格键填入未清金额</translation>
        </message>
        <message>
            <source>For these invoices</source>
            <translation>对应发票</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Choose the customer first.</source>
            <translation>请先选择客户。</translation>
        </message>
        <message>
            <source>Nothing is open in this currency.</source>
            <translation>该币种没有未付款项。</translation>
        </message>
        <message>
            <source>{rest} of it is for no invoice yet.</source>
            <translation>其中 {rest} 尚未对应发票。</translation>
        </message>
        <message>
            <source>The invoices stay open until it clears; the board shows them as covered.</source>
            <translation>票据兑付前发票仍为未清，账龄表中显示为票据在手。</translation>
        </message>
        <message>
            <source>Choose the customer who gave it.</source>
            <translation>请选择交付票据的客户。</translation>
        </message>
        <message>
            <source>It cannot fall due before the day it was received.</source>
            <translation>到期日不能早于收到日期。</translation>
        </message>
        <message>
            <source>This is {rest} more than the bill. Reduce one of the amounts.</source>
            <translation>合计超出票面 {rest}，请减少其中一项。</translation>
        </message>
    </context>
    <context>
        <name>BillPanel</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>For these invoices</source>
            <translation>对应发票</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>出票人</translation>
        </message>
        <message>
            <source>Acceptor</source>
            <translation>承兑人</translation>
        </message>
        <message>
            <source>Passed on</source>
            <translation>已转出</translation>
        </message>
        <message>
            <source>Bank's discount</source>
            <translation>贴现息</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Booked as</source>
            <translation>已记为</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>覆盖金额</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>BillStepDialog</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Bill {number} was paid</source>
            <translation>票据 {number} 已兑付</translation>
        </message>
        <message>
            <source>Mark as cleared</source>
            <translation>记为已兑付</translation>
        </message>
        <message>
            <source>A receipt of this day pays the invoices the bill is for.</source>
            <translation>将以该日记收款，核销票据对应的发票。</translation>
        </message>
        <message>
            <source>Discount bill {number}</source>
            <translation>贴现票据 {number}</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>贴现</translation>
        </message>
        <message>
            <source>The bill pays its invoices from this day; the charge is ours. Recourse stays until it is due.</source>
            <translation>自该日起票据核销其发票，贴现息由我方承担；到期前仍可能被追索。</translation>
        </message>
        <message>
            <source>Endorse bill {number}</source>
            <translation>背书转让票据 {number}</translation>
        </message>
        <message>
            <source>Endorse</source>
            <translation>背书转让</translation>
        </message>
        <message>
            <source>The bill pays its invoices from this day. Recourse stays until it is due.</source>
            <translation>自该日起票据核销其发票；到期前仍可能被追索。</translation>
        </message>
        <message>
            <source>Bill {number} bounced</source>
            <translation>票据 {number} 被拒付</translation>
        </message>
        <message>
            <source>Mark as bounced</source>
            <translation>记为拒付</translation>
        </message>
        <message>
            <source>What it covered or paid stands open again at its original due date.</source>
            <translation>其覆盖或核销的发票按原到期日恢复未清。</translation>
        </message>
        <message>
            <source>Hand bill {number} back</source>
            <translation>退还票据 {number}</translation>
        </message>
        <message>
            <source>Hand back</source>
            <translation>退还</translation>
        </message>
        <message>
            <source>The bill pays nothing; its invoices stay open as they are.</source>
            <translation>票据不核销任何款项，发票保持未清。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Bank's discount</source>
            <translation>贴现息</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Enter to whom it was passed on.</source>
            <translation>请填写被背书人。</translation>
        </message>
        <message>
            <source>Passed on to</source>
            <translation>被背书人</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>It was received on {day}; choose that day or a later one.</source>
            <translation>该票据于 {day} 收到，请选择当日或之后的日期。</translation>
        </message>
        <message>
            <source>The discount must be less than the bill's {amount}.</source>
            <translation>贴现息须小于票面金额 {amount}。</translation>
        </message>
        <message>
            <source>The bank pays out {amount}.</source>
            <translation>银行实付 {amount}。</translation>
        </message>
    </context>
    <context>
        <name>BillsPanel</name>
        <message numerus="yes">
            <source>Total, %n bill(s)</source>
            <translation>
                <numerusform>合计 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>票据号码</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>To its due date</source>
            <translation>距到期</translation>
        </message>
        <message>
            <source>Acceptor</source>
            <translation>承兑人</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>覆盖金额</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Bills and post-dated cheques</source>
            <translation>承兑汇票与远期支票</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>在手</translation>
        </message>
        <message>
            <source>Passed on</source>
            <translation>已转出</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No bill in this state.</source>
            <translation>没有处于该状态的票据。</translation>
        </message>
        <message>
            <source>Show all bills</source>
            <translation>显示全部票据</translation>
        </message>
        <message>
            <source>No bill matches.</source>
            <translation>没有符合条件的票据。</translation>
        </message>
        <message>
            <source>No bills or post-dated cheques yet.</source>
            <translation>还没有票据。</translation>
        </message>
        <message>
            <source>Receive a bill</source>
            <translation>收到票据</translation>
        </message>
        <message>
            <source>A bill held pays nothing until it clears, is discounted or endorsed.</source>
            <translation>在手票据在兑付、贴现或背书之前不核销应收。</translation>
        </message>
        <message>
            <source>Which bills</source>
            <translation>显示哪些票据</translation>
        </message>
        <message>
            <source>Number, customer or acceptor</source>
            <translation>票据号码、客户或承兑人</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>BinPanel</name>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>名称或编号</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Deleted customers and documents stay here until they are brought back.</source>
            <translation>删除的客户和单据留在这里，随时可以恢复。</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>The bin is empty.</source>
            <translation>回收站是空的。</translation>
        </message>
    </context>
    <context>
        <name>BookDialog</name>
        <message>
            <source>Book the provision of {day}</source>
            <translation>为 {day} 的坏账准备入账</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>入账</translation>
        </message>
        <message>
            <source>Booked by</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Days are booked in order. The last booking can be taken back, with a reason.</source>
            <translation>按日期先后入账；最后一次入账可以撤销，须写明理由。</translation>
        </message>
    </context>
    <context>
        <name>BookedView</name>
        <message>
            <source>Nothing was booked yet.</source>
            <translation>还没有入账。</translation>
        </message>
        <message>
            <source>from nothing</source>
            <translation>从零开始</translation>
        </message>
        <message>
            <source>No provision was booked yet.</source>
            <translation>还没有入账的坏账准备。</translation>
        </message>
        <message>
            <source>Book…</source>
            <translation>入账…</translation>
        </message>
        <message>
            <source>Only the last booking can be taken back.</source>
            <translation>只能撤销最后一次入账。</translation>
        </message>
        <message>
            <source>Booked provisions</source>
            <translation>已入账的坏账准备</translation>
        </message>
        <message>
            <source>Print as booked…</source>
            <translation>打印入账时的计算表…</translation>
        </message>
        <message>
            <source>Take back…</source>
            <translation>撤销…</translation>
        </message>
    </context>
    <context>
        <name>BringPanel</name>
        <message numerus="yes">
            <source>And %n more like it.</source>
            <translation>
                <numerusform>另有 %n 处类似。</numerusform>
            </translation>
        </message>
        <message>
            <source>The statement was taken back.</source>
            <translation>已撤销该流水的导入。</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>未作任何改动</translation>
        </message>
        <message numerus="yes">
            <source>Take in %n line(s)</source>
            <translation>
                <numerusform>导入 %n 笔流水</numerusform>
            </translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Nothing is written before you have seen what would happen.</source>
            <translation>在您看过结果之前不会写入任何内容。</translation>
        </message>
        <message>
            <source>{known} known, {certain} certain, {waiting} waiting, {aside} set aside</source>
            <translation>已有 {known} 笔，确定 {certain} 笔，待处理 {waiting} 笔，搁置 {aside} 笔</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>Bubble</name>
        <message>
            <source>Guided tour {n} of {all}</source>
            <translation>导览 {n} / {all}</translation>
        </message>
        <message>
            <source>More about this</source>
            <translation>详细了解</translation>
        </message>
        <message>
            <source>Close the tour</source>
            <translation>结束导览</translation>
        </message>
        <message>
            <source>Skip the tour</source>
            <translation>跳过导览</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
    </context>
    <context>
        <name>BuyerLimitActs</name>
        <message>
            <source>Tables</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>The insurer's list of limits</source>
            <translation>保险人的限额清单</translation>
        </message>
    </context>
    <context>
        <name>BuyerLimitDetail</name>
        <message>
            <source>{share} filled</source>
            <translation>已占用 {share}</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限额</translation>
        </message>
        <message>
            <source>Insured balance</source>
            <translation>在保余额</translation>
        </message>
        <message>
            <source>Not insured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>No policy in force covers a shipment to this buyer today.</source>
            <translation>今日向该买方发货无有效保单承保。</translation>
        </message>
        <message>
            <source>{kind} for shipments of today.</source>
            <translation>适用于今日发货：{kind}。</translation>
        </message>
        <message>
            <source>{amount} of it is top-up cover.</source>
            <translation>其中 {amount} 为附加限额。</translation>
        </message>
        <message>
            <source>Only on these terms: {terms}.</source>
            <translation>仅限：{terms}。</translation>
        </message>
        <message>
            <source>It ends on {day}.</source>
            <translation>{day}到期。</translation>
        </message>
        <message>
            <source>Shipments after {day} are not insured: {cause}.</source>
            <translation>{day}之后的发货不在保：{cause}。</translation>
        </message>
        <message>
            <source>The insurer declined a limit.</source>
            <translation>保险人拒绝了限额申请。</translation>
        </message>
        <message>
            <source>The limit was withdrawn; what was shipped before stays insured.</source>
            <translation>限额已撤销；此前发货仍在保。</translation>
        </message>
        <message>
            <source>The limit has expired; what was shipped before stays insured.</source>
            <translation>限额已到期；此前发货仍在保。</translation>
        </message>
        <message>
            <source>The insurer has not decided on a limit yet.</source>
            <translation>保险人尚未批复限额。</translation>
        </message>
        <message>
            <source>Ship again…</source>
            <translation>恢复发货…</translation>
        </message>
        <message>
            <source>Stop shipments…</source>
            <translation>停止发货…</translation>
        </message>
        <message>
            <source>Not insured, and what to do</source>
            <translation>未保部分与对策</translation>
        </message>
        <message>
            <source>Decisions so far</source>
            <translation>历次决定</translation>
        </message>
        <message>
            <source>Stops</source>
            <translation>停止发货记录</translation>
        </message>
        <message>
            <source>Reasons why a part is not insured</source>
            <translation>未保原因</translation>
        </message>
        <message>
            <source>Decision…</source>
            <translation>登记决定…</translation>
        </message>
        <message>
            <source>Request…</source>
            <translation>申请…</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>BuyerLimitDialog</name>
        <message>
            <source>Ask for a buyer limit</source>
            <translation>申请买方限额</translation>
        </message>
        <message>
            <source>The insurer's decision</source>
            <translation>保险人的决定</translation>
        </message>
        <message>
            <source>Keep the request</source>
            <translation>登记申请</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Ends after</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>as in the policy</source>
            <translation>按保单</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Granted in full</source>
            <translation>全额批准</translation>
        </message>
        <message>
            <source>Choose a customer from the list.</source>
            <translation>请从列表中选择客户。</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Kind of limit</source>
            <translation>限额种类</translation>
        </message>
        <message>
            <source>What was decided</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Asked on</source>
            <translation>申请日期</translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation>决定日期</translation>
        </message>
        <message>
            <source>For shipments from</source>
            <translation>适用发货日起</translation>
        </message>
        <message>
            <source>Limit ends</source>
            <translation>限额止期</translation>
        </message>
        <message>
            <source>Longest terms, days</source>
            <translation>最长账期（天）</translation>
        </message>
        <message>
            <source>Only for payment by</source>
            <translation>限付款方式</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>附加条件</translation>
        </message>
        <message>
            <source>For example two purchases in 12 months paid on time, or a credit report and its date.</source>
            <translation>例如 12 个月内两次采购按期付款，或资信报告及其日期。</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Fee, {currency}</source>
            <translation>费用（{currency}）</translation>
        </message>
        <message>
            <source>Last: {outcome} {amount}, {day}</source>
            <translation>上次：{outcome} {amount}，{day}</translation>
        </message>
        <message>
            <source>Asked for, {currency}</source>
            <translation>申请金额（{currency}）</translation>
        </message>
        <message>
            <source>Amount, {currency}</source>
            <translation>金额（{currency}）</translation>
        </message>
        <message>
            <source>The policy has no discretionary limit: it would not count.</source>
            <translation>保单没有自行掌握限额，登记也不起作用。</translation>
        </message>
        <message>
            <source>Empty: as much as the policy allows, {amount}.</source>
            <translation>留空即按保单上限 {amount}。</translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s) paid on time in the last 12 months</source>
            <translation>
                <numerusform>近 12 个月按期付款 %n 张发票</numerusform>
            </translation>
        </message>
        <message>
            <source>{proof} (ledger, {day})</source>
            <translation>{proof}（台账，{day}）</translation>
        </message>
        <message>
            <source>A limit of 0 is a refusal: choose “declined” or “withdrawn”.</source>
            <translation>限额为 0 即拒绝：请选择“已拒绝”或“已撤销”。</translation>
        </message>
        <message>
            <source>Less cover holds from the day it was decided on: what was shipped before stays insured.</source>
            <translation>减额、撤销自决定日起生效：此前已发货的仍在保。</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>止期早于起期。</translation>
        </message>
        <message>
            <source>Say what the discretion rests on.</source>
            <translation>请写明自行掌握的依据。</translation>
        </message>
        <message>
            <source>No policy is in force yet; enter the policy first.</source>
            <translation>尚无有效保单，请先登记保单。</translation>
        </message>
    </context>
    <context>
        <name>BuyerLimits</name>
        <message>
            <source>Stopped</source>
            <translation>停保新单</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>无限额</translation>
        </message>
        <message>
            <source>up to {n} d</source>
            <translation>{n} 天以内</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限额</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>止期</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收余额</translation>
        </message>
        <message>
            <source>Insured balance</source>
            <translation>在保余额</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>占用</translation>
        </message>
        <message>
            <source>Not insured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>as the policy allows</source>
            <translation>按保单上限</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>自 {day}</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>决定日期</translation>
        </message>
        <message>
            <source>Shipments from</source>
            <translation>适用发货日起</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>申请金额</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>附加条件</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>From the list</source>
            <translation>来自清单</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Lifted</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Limit used</source>
            <translation>额度占用</translation>
        </message>
        <message>
            <source>Uninsured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
    </context>
    <context>
        <name>BuyerLimitsPanel</name>
        <message>
            <source>Ask for a limit…</source>
            <translation>申请限额…</translation>
        </message>
        <message>
            <source>Enter a decision…</source>
            <translation>登记决定…</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>Under {insurer} {number}…</source>
            <translation>按 {insurer} {number}…</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>未作任何更改</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>Buyer limits</source>
            <translation>买方限额</translation>
        </message>
        <message numerus="yes">
            <source>Total, %n buyer(s)</source>
            <translation>
                <numerusform>合计，%n 家买方</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>With a limit</source>
            <translation>有限额</translation>
        </message>
        <message>
            <source>Not all insured</source>
            <translation>未全额在保</translation>
        </message>
        <message>
            <source>Refused or ended</source>
            <translation>被拒或终止</translation>
        </message>
        <message>
            <source>No policy is in force yet, so no buyer limits. A draft counts once checked.</source>
            <translation>尚无生效的保单，因此没有买方限额。草稿与保单核对后才生效。</translation>
        </message>
        <message>
            <source>Go to the policies</source>
            <translation>查看保单</translation>
        </message>
        <message>
            <source>No buyer limits yet.</source>
            <translation>还没有买方限额。</translation>
        </message>
        <message>
            <source>Ask for a limit</source>
            <translation>申请限额</translation>
        </message>
        <message>
            <source>The insurer's own list can be imported.</source>
            <translation>可以导入保险人的限额清单。</translation>
        </message>
        <message>
            <source>No buyer stands so.</source>
            <translation>没有符合条件的买方。</translation>
        </message>
        <message>
            <source>Show all buyers</source>
            <translation>显示全部买方</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) not answered</source>
            <translation>
                <numerusform>%n 项申请未答复</numerusform>
            </translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Quarterly review</source>
            <translation>季度检视</translation>
        </message>
        <message>
            <source>How buyers stand</source>
            <translation>买方状态</translation>
        </message>
        <message>
            <source>Buyer, code or initials</source>
            <translation>买方、编码或拼音首字母</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Insurer's list</source>
            <translation>导入清单</translation>
        </message>
        <message>
            <source>Export the buyer limits</source>
            <translation>导出买方限额</translation>
        </message>
        <message>
            <source>Ask for a buyer limit</source>
            <translation>申请买方限额</translation>
        </message>
    </context>
    <context>
        <name>CancelPolicyDialog</name>
        <message>
            <source>Cancel the policy</source>
            <translation>解除保单</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translation>解除</translation>
        </message>
        <message>
            <source>What is shipped until then stays insured.</source>
            <translation>在此之前的发货仍在保。</translation>
        </message>
        <message>
            <source>Last day of cover</source>
            <translation>最后承保日</translation>
        </message>
        <message>
            <source>Who cancelled it, and why</source>
            <translation>由谁解除，原因</translation>
        </message>
        <message>
            <source>That day lies outside the insurance period.</source>
            <translation>该日不在保险期内。</translation>
        </message>
    </context>
    <context>
        <name>Candidates</name>
        <message>
            <source>statement of {day}, out of date</source>
            <translation>{day} 的报表，已过时</translation>
        </message>
        <message>
            <source>statement of {day}</source>
            <translation>{day} 的报表</translation>
        </message>
        <message>
            <source>Binds: {candidate}</source>
            <translation>约束条件：{candidate}</translation>
        </message>
    </context>
    <context>
        <name>CardErrands</name>
        <message>
            <source>Scorecards (*.json *.xlsx)</source>
            <translation>评分卡 (*.json *.xlsx)</translation>
        </message>
        <message>
            <source>Import a scorecard</source>
            <translation>导入评分卡</translation>
        </message>
        <message numerus="yes">
            <source>The file was not taken in: %n fault(s)</source>
            <translation>
                <numerusform>文件未导入：%n 处错误</numerusform>
            </translation>
        </message>
        <message>
            <source>Export as JSON…</source>
            <translation>导出 JSON…</translation>
        </message>
        <message>
            <source>Export weights and bins to Excel…</source>
            <translation>导出权重与分档到 Excel…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Copy as a new card…</source>
            <translation>另存为新卡…</translation>
        </message>
        <message>
            <source>Discard the draft</source>
            <translation>放弃草稿</translation>
        </message>
        <message>
            <source>Back to the shipped card…</source>
            <translation>恢复自带评分卡…</translation>
        </message>
        <message>
            <source>Retire the card…</source>
            <translation>停用评分卡…</translation>
        </message>
    </context>
    <context>
        <name>CardWords</name>
        <message>
            <source>any value</source>
            <translation>任意值</translation>
        </message>
        <message>
            <source>“{indicator}”, {row}: {was} → {now} points</source>
            <translation>“{indicator}”，{row}：{was} → {now} 分</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>现行</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>for new customers</source>
            <translation>适用新客户</translation>
        </message>
        <message>
            <source>for existing customers</source>
            <translation>适用老客户</translation>
        </message>
    </context>
    <context>
        <name>CarryLimitsDialog</name>
        <message numerus="yes">
            <source>Take over %n limit(s)</source>
            <translation>
                <numerusform>沿用 %n 项限额</numerusform>
            </translation>
        </message>
        <message>
            <source>Take the buyer limits over</source>
            <translation>沿用买方限额</translation>
        </message>
        <message>
            <source>Insurers usually let named limits run on. Check with yours, and take over what it confirms.</source>
            <translation>保险人通常允许批复限额延续。请与保险人确认后再沿用。</translation>
        </message>
        <message>
            <source>Limits to take over</source>
            <translation>将沿用的限额</translation>
        </message>
        <message>
            <source>There is no limit to take over.</source>
            <translation>没有可沿用的限额。</translation>
        </message>
    </context>
    <context>
        <name>CaseDialog</name>
        <message>
            <source>Edit the case</source>
            <translation>修改案例</translation>
        </message>
        <message>
            <source>Write up a case</source>
            <translation>写案例</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>尚不清楚</translation>
        </message>
        <message>
            <source>Rule: {name}</source>
            <translation>规则：{name}</translation>
        </message>
        <message>
            <source>Indicator: {name}</source>
            <translation>指标：{name}</translation>
        </message>
        <message>
            <source>Add a rule or an indicator…</source>
            <translation>添加规则或指标…</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>The first that was enough by itself</source>
            <translation>单凭这一条就足以出事的第一个原因</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>What was visible when, in your words</source>
            <translation>当时能看到什么（自己的话）</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>教训</translation>
        </message>
        <message>
            <source>So that the next one is seen earlier</source>
            <translation>为了下一次更早看到</translation>
        </message>
        <message>
            <source>Rule or indicator that came of it</source>
            <translation>由此改进的规则或指标</translation>
        </message>
        <message>
            <source>Read the books</source>
            <translation>读取账面</translation>
        </message>
        <message>
            <source>Nothing of the books is kept with the case yet.</source>
            <translation>案例里还没有账面记录。</translation>
        </message>
        <message>
            <source>Kept with the case: {months} up to {day}, {signs}.</source>
            <translation>随案例保存：截至 {day}的{months}、{signs}。</translation>
        </message>
        <message numerus="yes">
            <source>%n month(s) of the books</source>
            <translation>
                <numerusform> %n 个月账面</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sign(s)</source>
            <translation>
                <numerusform>%n 个信号</numerusform>
            </translation>
        </message>
        <message>
            <source>Give the case a name.</source>
            <translation>请填写案例名称。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>The amount cannot be below zero.</source>
            <translation>金额不能为负。</translation>
        </message>
    </context>
    <context>
        <name>CaseReading</name>
        <message>
            <source>Not known yet</source>
            <translation>尚不清楚</translation>
        </message>
    </context>
    <context>
        <name>CasesPanel</name>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案例</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>What was learnt from a debt that was lost, or nearly, stands here.</source>
            <translation>这里记录从坏账和险情中学到的东西。</translation>
        </message>
        <message numerus="yes">
            <source>PDF of %n case(s)…</source>
            <translation>
                <numerusform>%n 个案例 PDF…</numerusform>
            </translation>
        </message>
        <message>
            <source>PDF…</source>
            <translation>PDF…</translation>
        </message>
        <message>
            <source>No case matches.</source>
            <translation>没有符合条件的案例。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No case was written up yet.</source>
            <translation>还没有写过案例。</translation>
        </message>
        <message>
            <source>See the bad debts</source>
            <translation>查看坏账</translation>
        </message>
        <message>
            <source>Begin with a debt that was written off: the books before it are read for you.</source>
            <translation>从一笔核销的坏账开始：之前的账面情况会自动读取。</translation>
        </message>
        <message>
            <source>From a bad debt…</source>
            <translation>从坏账登记开始…</translation>
        </message>
        <message>
            <source>A near miss…</source>
            <translation>险情…</translation>
        </message>
        <message>
            <source>A bad debt not in the books…</source>
            <translation>不在账上的坏账…</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n 个案例</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Which cases</source>
            <translation>哪些案例</translation>
        </message>
        <message>
            <source>Every cause</source>
            <translation>全部原因</translation>
        </message>
        <message>
            <source>Customer, facts or lesson</source>
            <translation>客户、经过或教训</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Write up a case</source>
            <translation>写案例</translation>
        </message>
        <message>
            <source>Write up a case…</source>
            <translation>写案例…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案例</translation>
        </message>
    </context>
    <context>
        <name>CashDetail</name>
        <message numerus="yes">
            <source>%n open item(s)</source>
            <translation>
                <numerusform>%n 笔未收款</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is expected here.</source>
            <translation>这里没有预计到账的款项。</translation>
        </message>
        <message>
            <source>Own money</source>
            <translation>自有收支</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>预计日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>no single day</source>
            <translation>分摊，无单一日期</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>区间</translation>
        </message>
        <message>
            <source>In this part</source>
            <translation>计入此处</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>总额</translation>
        </message>
        <message>
            <source>Open items expected</source>
            <translation>预计到账的未收款</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
    </context>
    <context>
        <name>CashPanel</name>
        <message>
            <source>Balance at the week's end</source>
            <translation>每周末余额</translation>
        </message>
        <message>
            <source>Collected and paid since the start</source>
            <translation>累计收支</translation>
        </message>
        <message>
            <source>Received in the 13 weeks after each month end</source>
            <translation>各月末后 13 周实收</translation>
        </message>
        <message>
            <source>Week of {day}</source>
            <translation>{day} 起的一周</translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s) laid on 13 weeks</source>
            <translation>
                <numerusform>%n 笔未收款铺到 13 周</numerusform>
            </translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Forecast</source>
            <translation>预测</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未收款明细</translation>
        </message>
        <message>
            <source>Own money</source>
            <translation>自有收支</translation>
        </message>
        <message>
            <source>How well it did</source>
            <translation>准确度</translation>
        </message>
        <message>
            <source>Scenario</source>
            <translation>情景</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>情景</translation>
        </message>
        <message>
            <source>Cash and assumptions…</source>
            <translation>现金与假设…</translation>
        </message>
        <message>
            <source>Export Excel</source>
            <translation>导出 Excel</translation>
        </message>
        <message>
            <source>Scenario balance</source>
            <translation>情景余额</translation>
        </message>
        <message>
            <source>Scenario net</source>
            <translation>情景净额</translation>
        </message>
        <message>
            <source>New sales</source>
            <translation>新增赊销</translation>
        </message>
        <message>
            <source>Announced</source>
            <translation>已约定</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>赔款</translation>
        </message>
    </context>
    <context>
        <name>CertificationDialog</name>
        <message>
            <source>Edit certificate</source>
            <translation>修改证书</translation>
        </message>
        <message>
            <source>New certificate</source>
            <translation>登记证书</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Enter what the certificate is called.</source>
            <translation>请填写证书名称。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Such as ISO 9001 or a licence</source>
            <translation>如 ISO 9001、安全生产许可证</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Leave empty where it never ends</source>
            <translation>长期有效则留空</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Where it was seen</source>
            <translation>在哪里看到</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>日期请写成 2025-12-31，或留空。</translation>
        </message>
    </context>
    <context>
        <name>ChartDataDialog</name>
        <message>
            <source>Data of the chart</source>
            <translation>图表数据</translation>
        </message>
        <message>
            <source>No data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>Export Excel</source>
            <translation>导出 Excel</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ChartView</name>
        <message>
            <source>View data</source>
            <translation>查看数据</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>图表</translation>
        </message>
        <message>
            <source>No data</source>
            <translation>无数据</translation>
        </message>
    </context>
    <context>
        <name>CheckColumns</name>
        <message>
            <source>Released</source>
            <translation>已放行</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已用完</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>定金</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Released by</source>
            <translation>放行人</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>核查人</translation>
        </message>
    </context>
    <context>
        <name>CheckDetail</name>
        <message>
            <source>Deposit: {money}</source>
            <translation>需先收定金：{money}</translation>
        </message>
        <message>
            <source>order {number}</source>
            <translation>订单 {number}</translation>
        </message>
        <message>
            <source>as of {day}</source>
            <translation>截止 {day}</translation>
        </message>
        <message>
            <source>asked by {name}</source>
            <translation>核查人 {name}</translation>
        </message>
        <message>
            <source>Release: {state}</source>
            <translation>放行：{state}</translation>
        </message>
        <message>
            <source>{name} let up to {money} pass until {day}: {reason}</source>
            <translation>{name} 放行至 {money}，有效期至 {day}：{reason}</translation>
        </message>
        <message>
            <source>As it was answered then</source>
            <translation>当时的结论</translation>
        </message>
        <message>
            <source>Order check</source>
            <translation>订单核查</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>At risk then</source>
            <translation>当时的风险占用</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新核查</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Release…</source>
            <translation>放行…</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>CheckFindings</name>
        <message>
            <source>Passes</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>定金</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>暂停</translation>
        </message>
    </context>
    <context>
        <name>CheckForm</name>
        <message>
            <source>New order, not entered yet</source>
            <translation>新订单，尚未录入</translation>
        </message>
        <message>
            <source>No customer of this name. Choose one from the list.</source>
            <translation>没有这个客户，请从列表中选择。</translation>
        </message>
        <message>
            <source>Choose a customer.</source>
            <translation>请选择客户。</translation>
        </message>
        <message>
            <source>The amount must not be negative; a credit note is chosen above.</source>
            <translation>金额不能为负；红字发票请在上方选择。</translation>
        </message>
        <message>
            <source>That is beyond any order. Check the digits.</source>
            <translation>金额过大，请检查位数。</translation>
        </message>
        <message>
            <source>Enter an amount.</source>
            <translation>请填写金额。</translation>
        </message>
        <message>
            <source>The amount must be above zero.</source>
            <translation>金额应大于零。</translation>
        </message>
        <message>
            <source>More than the order is worth. Enter what belongs to this order.</source>
            <translation>超过了订单金额。请只填属于本单的预付款。</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>货已发出</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>红字发票</translation>
        </message>
        <message>
            <source>Name, code or initials</source>
            <translation>名称、编码或拼音首字母</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>What is it about</source>
            <translation>核查什么</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Paid ahead</source>
            <translation>已预付</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
    </context>
    <context>
        <name>CheckGaps</name>
        <message>
            <source>No valid grade: terms, deposit and cash-only are not known.</source>
            <translation>没有有效等级：账期、定金和是否只做现款都不知道。</translation>
        </message>
        <message>
            <source>No valid grade: the terms are those granted with the limit.</source>
            <translation>没有有效等级：条件按授予额度时的约定。</translation>
        </message>
        <message>
            <source>The limit ended on {day}; none holds now.</source>
            <translation>额度已于 {day} 到期，目前没有额度。</translation>
        </message>
        <message>
            <source>Nobody has set a limit; that is not a limit of 0.</source>
            <translation>尚未设额度，这不等于额度为 0。</translation>
        </message>
        <message>
            <source>The overdue rule is switched off: overdue debts do not hold.</source>
            <translation>逾期规则未启用：逾期欠款不会暂停发货。</translation>
        </message>
        <message>
            <source>No insurer's limit is known: all of it is own risk.</source>
            <translation>没有保险限额：全部自担风险。</translation>
        </message>
    </context>
    <context>
        <name>CheckHistory</name>
        <message>
            <source>Check again</source>
            <translation>重新核查</translation>
        </message>
        <message>
            <source>Release…</source>
            <translation>放行…</translation>
        </message>
        <message>
            <source>Order checks and releases</source>
            <translation>订单核查与放行</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>已放行</translation>
        </message>
        <message>
            <source>Release running</source>
            <translation>放行有效</translation>
        </message>
        <message>
            <source>No check like this.</source>
            <translation>没有符合条件的核查。</translation>
        </message>
        <message>
            <source>Show all checks</source>
            <translation>显示全部核查</translation>
        </message>
        <message>
            <source>No check was kept yet.</source>
            <translation>还没有保存过核查。</translation>
        </message>
        <message>
            <source>Check an order</source>
            <translation>核查订单</translation>
        </message>
        <message>
            <source>Keep an answer and it stands here with its whole working.</source>
            <translation>保存结论后，连同全部依据留存在这里。</translation>
        </message>
        <message>
            <source>Which checks</source>
            <translation>显示哪些核查</translation>
        </message>
        <message>
            <source>Customer or order</source>
            <translation>客户或订单号</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>CheckPanel</name>
        <message>
            <source>To decide</source>
            <translation>待决定</translation>
        </message>
        <message numerus="yes">
            <source>%n customers or rows</source>
            <translation>
                <numerusform>%n 个客户或行</numerusform>
            </translation>
        </message>
        <message>
            <source>A new customer</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Same as {name}</source>
            <translation>即“{name}”</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Import all the same</source>
            <translation>仍然导入</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>New account {number}</source>
            <translation>新账户 {number}</translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n row(s) that cannot be read and take in the others</source>
            <translation>
                <numerusform>略过 %n 行无法识别的内容，导入其余各行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>This statement cannot be taken in yet</source>
            <translation>该流水暂时无法导入</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>流水笔数</translation>
        </message>
        <message>
            <source>Known from before</source>
            <translation>此前已有</translation>
        </message>
        <message>
            <source>Certain, applied at once</source>
            <translation>确定，立即核销</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>待您处理</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>opened with {amount}</source>
            <translation>期初 {amount}</translation>
        </message>
        <message>
            <source>Closing balance</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>The statement has no lines.</source>
            <translation>流水中没有记录。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>发生什么</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Because of</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Our account</source>
            <translation>我方账户</translation>
        </message>
        <message>
            <source>Account in the file</source>
            <translation>文件中的账户</translation>
        </message>
        <message>
            <source>New account…</source>
            <translation>新增账户…</translation>
        </message>
        <message>
            <source>Which lines</source>
            <translation>显示哪些行</translation>
        </message>
        <message>
            <source>Lines of the statement</source>
            <translation>流水明细</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>To resolve</source>
            <translation>须处理</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>结清</translation>
        </message>
        <message>
            <source>Reject all changes</source>
            <translation>不接受任何变更</translation>
        </message>
        <message>
            <source>Accept all changes</source>
            <translation>接受全部变更</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>明细</translation>
        </message>
        <message numerus="yes">
            <source>%n accepted changes</source>
            <translation>
                <numerusform>已接受 %n 处变更</numerusform>
            </translation>
        </message>
        <message>
            <source>No such rows.</source>
            <translation>没有这样的行。</translation>
        </message>
        <message>
            <source>Totals</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>per currency, credits negative</source>
            <translation>分币种，贷项为负</translation>
        </message>
        <message>
            <source>Save refused rows</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>Which records</source>
            <translation>显示哪些明细</translation>
        </message>
        <message>
            <source>Order check</source>
            <translation>订单核查</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message numerus="yes">
            <source>%n release(s) running</source>
            <translation>
                <numerusform>%n 项放行有效</numerusform>
            </translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核查</translation>
        </message>
        <message>
            <source>Checks and releases</source>
            <translation>核查与放行</translation>
        </message>
        <message>
            <source>Open orders</source>
            <translation>未结订单</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>May I ship this?</source>
            <translation>能否发货？</translation>
        </message>
        <message>
            <source>New check</source>
            <translation>新核查</translation>
        </message>
        <message>
            <source>Release…</source>
            <translation>放行…</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Enter order</source>
            <translation>录入订单</translation>
        </message>
        <message>
            <source>Nothing is stored before you keep it. Ctrl+N asks anew, Ctrl+P prints.</source>
            <translation>保存之前不留记录。Ctrl+N 新核查，Ctrl+P 打印。</translation>
        </message>
        <message>
            <source>New order check</source>
            <translation>新的订单核查</translation>
        </message>
        <message>
            <source>Order check as PDF…</source>
            <translation>订单核查单 PDF…</translation>
        </message>
        <message>
            <source>Order checks and releases</source>
            <translation>订单核查与放行</translation>
        </message>
    </context>
    <context>
        <name>CheckRule</name>
        <message>
            <source>Nothing is more than {margin} days late.</source>
            <translation>没有逾期超过 {margin} 天的欠款。</translation>
        </message>
        <message>
            <source>{amount} is more than {margin} days late, {days} days at the longest: amount × days is {measure}; up to {most} passes.</source>
            <translation>逾期超过 {margin} 天的欠款 {amount}，最长 {days} 天：金额×天数为 {measure}，允许 {most}。</translation>
        </message>
    </context>
    <context>
        <name>CheckWays</name>
        <message>
            <source>Payment of the whole rest ahead: {rest}.</source>
            <translation>先付清余款 {rest}。</translation>
        </message>
        <message>
            <source>Instead of all that: payment of the whole rest ahead, {rest}.</source>
            <translation>或者不看以上各项：先付清余款 {rest}。</translation>
        </message>
        <message>
            <source>An exchange rate for {currencies}.</source>
            <translation>录入 {currencies} 的汇率。</translation>
        </message>
        <message>
            <source>Enter a rate</source>
            <translation>录入汇率</translation>
        </message>
        <message>
            <source>Receipt of {deposit} ahead of delivery.</source>
            <translation>发货前收到定金 {deposit}。</translation>
        </message>
        <message>
            <source>Payment of what is overdue.</source>
            <translation>付清逾期欠款。</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>The insurer's leave to ship again, and the stop lifted.</source>
            <translation>保险人同意恢复发货，并解除停止发货。</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>The customer's status: trading normally again.</source>
            <translation>客户状态恢复为正常往来。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>A limit of at least {would_be}.</source>
            <translation>额度至少 {would_be}。</translation>
        </message>
        <message>
            <source>Payment of {over} more ahead, or of that much of what is open.</source>
            <translation>再预付 {over}，或先收回同等金额的欠款。</translation>
        </message>
        <message>
            <source>Payment of {over} of what is open.</source>
            <translation>先收回欠款 {over}。</translation>
        </message>
    </context>
    <context>
        <name>ChoosePanel</name>
        <message>
            <source>Spreadsheets and text ({patterns})</source>
            <translation>表格与文本 ({patterns})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>One row per invoice, credit note or open item, as your accounting program exports them. Customers not known yet are added.</source>
            <translation>每行一张发票、一笔贷项或一个未清项，财务软件导出的格式即可。账中没有的客户会一并添加。</translation>
        </message>
        <message>
            <source>One row per payment received.</source>
            <translation>每行一笔收款。</translation>
        </message>
        <message>
            <source>One row per customer: names, codes, tax numbers, terms, contacts.</source>
            <translation>每行一个客户：名称、编码、税号、账期、联系人。</translation>
        </message>
        <message>
            <source>What is in the file</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>How complete it is</source>
            <translation>数据范围</translation>
        </message>
        <message>
            <source>Documents of a period: add what is new, show what differs</source>
            <translation>一段时间的单据：新的添加，不同的列出</translation>
        </message>
        <message>
            <source>All open items as of</source>
            <translation>某日的全部未清项，截至</translation>
        </message>
        <message>
            <source>Choose this when the export lists everything still unpaid on one day: items that are no longer in it are settled, after you have seen which.</source>
            <translation>导出文件列出某一天所有未付款项时选此项：其中不再出现的未清项将视为结清，结清前会先逐笔列出。</translation>
        </message>
        <message>
            <source>Set receipts against invoices</source>
            <translation>收款核销方式</translation>
        </message>
        <message>
            <source>By number, amount, then oldest</source>
            <translation>先按单号、金额，再按到期先后</translation>
        </message>
        <message>
            <source>By number or exact amount</source>
            <translation>按单号或相同金额</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>先到期先核销</translation>
        </message>
        <message>
            <source>Leave unallocated</source>
            <translation>暂不核销</translation>
        </message>
        <message>
            <source>A statement from your bank? Go to bank receipts</source>
            <translation>要导入银行流水？前往银行收款</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>文件位置</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Paste from a spreadsheet</source>
            <translation>从表格粘贴</translation>
        </message>
        <message>
            <source>Bank statements ({patterns})</source>
            <translation>银行流水 ({patterns})</translation>
        </message>
        <message>
            <source>Choose a bank statement</source>
            <translation>选择银行流水</translation>
        </message>
        <message>
            <source>A statement from your bank</source>
            <translation>银行流水文件</translation>
        </message>
        <message>
            <source>Choose a statement…</source>
            <translation>选择流水文件…</translation>
        </message>
        <message>
            <source>or drop the file anywhere on this window</source>
            <translation>或将文件拖到窗口任意位置</translation>
        </message>
        <message>
            <source>camt.053, MT940, OFX and QFX; Excel and CSV as your online banking exports them.</source>
            <translation>支持 camt.053、MT940、OFX、QFX，以及网银导出的 Excel 和 CSV。</translation>
        </message>
        <message>
            <source>Lines that are here already are recognised: the same statement twice adds nothing.</source>
            <translation>已有的记录会被识别，重复导入同一份流水不会增加任何内容。</translation>
        </message>
        <message>
            <source>Excel (XLSX, XLSM, XLS), ODS, CSV, TSV. The file is only read, never changed.</source>
            <translation>支持 Excel（XLSX、XLSM、XLS）、ODS、CSV、TSV。只读取文件，不会改动。</translation>
        </message>
    </context>
    <context>
        <name>Chooser</name>
        <message>
            <source>Scorecard</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Rules and weights</source>
            <translation>查看规则与权重</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>第 {version} 版</translation>
        </message>
    </context>
    <context>
        <name>ClaimActs</name>
        <message>
            <source>Enter it as a receipt in the ledger</source>
            <translation>登记为收款</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>查看单据</translation>
        </message>
        <message>
            <source>Object…</source>
            <translation>提出异议…</translation>
        </message>
        <message>
            <source>Insurer's payment…</source>
            <translation>登记赔款…</translation>
        </message>
        <message>
            <source>Insurer's reference…</source>
            <translation>保险人赔案号…</translation>
        </message>
        <message>
            <source>Recovery…</source>
            <translation>追偿到账…</translation>
        </message>
        <message>
            <source>Recovery costs…</source>
            <translation>追偿费用…</translation>
        </message>
        <message>
            <source>Letters of our own…</source>
            <translation>自行催收…</translation>
        </message>
        <message>
            <source>Write off what we bear…</source>
            <translation>核销自担部分…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Note…</source>
            <translation>备注…</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>附上文件</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存副本</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>Look at it…</source>
            <translation>预览…</translation>
        </message>
        <message>
            <source>PDF in Chinese…</source>
            <translation>中文 PDF…</translation>
        </message>
        <message>
            <source>PDF in English…</source>
            <translation>英文 PDF…</translation>
        </message>
        <message>
            <source>Ledger as an Excel workbook…</source>
            <translation>往来明细 Excel…</translation>
        </message>
        <message>
            <source>Claim pack</source>
            <translation>索赔材料包</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>往来明细</translation>
        </message>
    </context>
    <context>
        <name>ClaimBoard</name>
        <message numerus="yes">
            <source>%n currencies</source>
            <translation>
                <numerusform>%n 种货币</numerusform>
            </translation>
        </message>
        <message>
            <source>To report</source>
            <translation>待提交通知</translation>
        </message>
        <message>
            <source>Waiting period</source>
            <translation>等待期</translation>
        </message>
        <message>
            <source>Filed</source>
            <translation>已索赔</translation>
        </message>
        <message>
            <source>Paid (this year)</source>
            <translation>已赔付（本年度）</translation>
        </message>
        <message>
            <source>Claims by state; Ctrl+→ moves a card on</source>
            <translation>按状态排列的赔案；Ctrl+→ 推进一步</translation>
        </message>
        <message>
            <source>notify: {left}</source>
            <translation>提交通知：{left}</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期余额</translation>
        </message>
        <message>
            <source>Insured balance</source>
            <translation>在保余额</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>索赔金额</translation>
        </message>
        <message>
            <source>papers {there} / {needed}</source>
            <translation>材料 {there} / {needed}</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>{state} {day} · expected {amount}</source>
            <translation>{state} {day} · 预计赔付 {amount}</translation>
        </message>
        <message>
            <source>{day} received {amount}</source>
            <translation>{day} 到账 {amount}</translation>
        </message>
    </context>
    <context>
        <name>ClaimDialog</name>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天还没有到。</translation>
        </message>
        <message>
            <source>Write down the reason.</source>
            <translation>请写明理由。</translation>
        </message>
    </context>
    <context>
        <name>ClaimInvoicesDialog</name>
        <message>
            <source>Invoices of the claim</source>
            <translation>赔案发票</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Check at least one invoice.</source>
            <translation>至少勾选一张发票。</translation>
        </message>
    </context>
    <context>
        <name>ClaimNoteDialog</name>
        <message>
            <source>Note on the claim</source>
            <translation>赔案备注</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>ClaimRecoveryDialog</name>
        <message>
            <source>Recovery</source>
            <translation>追偿到账</translation>
        </message>
        <message>
            <source>Enter the recovery</source>
            <translation>登记追偿</translation>
        </message>
        <message>
            <source>Paid by the insurer</source>
            <translation>保险人已赔付</translation>
        </message>
        <message>
            <source>Recovered so far</source>
            <translation>已追回</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>到账日</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>到账金额</translation>
        </message>
        <message>
            <source>Spent to get it; taken off before it is divided</source>
            <translation>为此支出的费用，分配前扣除</translation>
        </message>
        <message>
            <source>Costs of it</source>
            <translation>其中费用</translation>
        </message>
        <message>
            <source>Divided by the policy's rule: {rule}</source>
            <translation>按保单规则分配：{rule}</translation>
        </message>
        <message>
            <source>The costs are more than what was received.</source>
            <translation>费用超过追回金额。</translation>
        </message>
    </context>
    <context>
        <name>ClaimView</name>
        <message>
            <source>opened {day}</source>
            <translation>{day} 立案</translation>
        </message>
        <message>
            <source>reference {number}</source>
            <translation>赔案号 {number}</translation>
        </message>
        <message>
            <source>Open debt</source>
            <translation>未结债权</translation>
        </message>
        <message>
            <source>Covered</source>
            <translation>在保债权</translation>
        </message>
        <message>
            <source>Expected indemnity</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已核准</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已赔付</translation>
        </message>
        <message>
            <source>ours {amount}</source>
            <translation>我方 {amount}</translation>
        </message>
        <message>
            <source>Recovered</source>
            <translation>已追回</translation>
        </message>
        <message>
            <source>Our costs</source>
            <translation>我方费用</translation>
        </message>
        <message>
            <source>Date of loss</source>
            <translation>损失日</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>Without an exchange rate nothing is covered in {codes}.</source>
            <translation>{codes} 缺汇率，暂无法计算在保金额。</translation>
        </message>
        <message>
            <source>Nothing is covered, so nothing can be claimed: each invoice below says why.</source>
            <translation>没有在保债权，不能索赔：原因见下方各发票。</translation>
        </message>
        <message>
            <source>The insurer declined: {reason}</source>
            <translation>保险人拒赔：{reason}</translation>
        </message>
        <message>
            <source>Object…</source>
            <translation>提出异议…</translation>
        </message>
        <message>
            <source>The insurer's payment is not in the ledger yet: the invoices still stand open.</source>
            <translation>赔款尚未入账，发票仍为未结。</translation>
        </message>
        <message>
            <source>Enter the receipt</source>
            <translation>登记收款</translation>
        </message>
        <message>
            <source>With the insurer: no letters of our own go to the buyer without its consent.</source>
            <translation>已交保险人处理：未经其同意，不自行向买方发函催收。</translation>
        </message>
        <message>
            <source>Record consent…</source>
            <translation>登记同意…</translation>
        </message>
        <message>
            <source>The waiting period ends on {day}; have the papers ready by then.</source>
            <translation>等待期至 {day}，请在此前备齐材料。</translation>
        </message>
        <message>
            <source>Insurer's payment</source>
            <translation>登记赔款</translation>
        </message>
        <message>
            <source>All claims</source>
            <translation>全部赔案</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Claim pack</source>
            <translation>索赔材料包</translation>
        </message>
        <message>
            <source>Calculation</source>
            <translation>赔款计算</translation>
        </message>
        <message>
            <source>a step opens to its figures</source>
            <translation>点开每一步可见所用数字</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>cover at the day of loss, and why not the rest</source>
            <translation>损失日的在保金额与未保原因</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Note…</source>
            <translation>备注…</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>发货日</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限额</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Not insured because</source>
            <translation>未保原因</translation>
        </message>
    </context>
    <context>
        <name>ClaimsPanel</name>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Cause of loss</source>
            <translation>出险原因</translation>
        </message>
        <message>
            <source>Covered debt</source>
            <translation>在保债权</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已核准</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已赔付</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>立案日</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>This customer is not in the file.</source>
            <translation>公司文件中没有该客户。</translation>
        </message>
        <message>
            <source>No claim matches.</source>
            <translation>没有符合条件的赔案。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>There is no claim, and no notice is due.</source>
            <translation>没有赔案，也没有待提交的通知。</translation>
        </message>
        <message>
            <source>Open a claim</source>
            <translation>立案</translation>
        </message>
        <message>
            <source>A claim needs a policy in force. A draft counts once checked.</source>
            <translation>赔案依保单提出；尚无生效的保单。草稿与保单核对后才生效。</translation>
        </message>
        <message>
            <source>Go to the policies</source>
            <translation>前往保单</translation>
        </message>
        <message>
            <source>An overdue notice comes first; the claim follows when the waiting period ends.</source>
            <translation>先提交可损通知；等待期满后再索赔。</translation>
        </message>
        <message>
            <source>No claim is under way.</source>
            <translation>没有进行中的赔案。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>赔案</translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s)</source>
            <translation>
                <numerusform>%n 个赔案</numerusform>
            </translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>How claims are shown</source>
            <translation>赔案显示方式</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Which claims</source>
            <translation>哪些赔案</translation>
        </message>
        <message>
            <source>Buyer or reference</source>
            <translation>买方或赔案号</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Open a claim…</source>
            <translation>立案…</translation>
        </message>
        <message>
            <source>Claims under way</source>
            <translation>赔案进度</translation>
        </message>
        <message>
            <source>each in its policy's currency · Ctrl+→ moves a card on</source>
            <translation>金额按保单币种 · Ctrl+→ 推进一步</translation>
        </message>
    </context>
    <context>
        <name>ClauseRow</name>
        <message>
            <source>The common shape: {source}</source>
            <translation>样式来源：{source}</translation>
        </message>
        <message>
            <source>Where: clause, page</source>
            <translation>出处：条款、页码</translation>
        </message>
        <message>
            <source>{clause}: where in my policy</source>
            <translation>{clause}：在我的保单何处</translation>
        </message>
        <message>
            <source>compared</source>
            <translation>已核对</translation>
        </message>
        <message>
            <source>I have compared this clause with my policy</source>
            <translation>此条已与保单核对</translation>
        </message>
        <message>
            <source>{clause}: compared</source>
            <translation>{clause}：已核对</translation>
        </message>
    </context>
    <context>
        <name>CloseDialog</name>
        <message>
            <source>Drop findings</source>
            <translation>不再跟进</translation>
        </message>
        <message>
            <source>Findings done</source>
            <translation>办结事项</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>不再跟进</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>办结</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 项事项</numerusform>
            </translation>
        </message>
        <message>
            <source>Why it is not followed up</source>
            <translation>不再跟进的原因</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>做了什么</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请写明原因。</translation>
        </message>
    </context>
    <context>
        <name>CloseMonthDialog</name>
        <message>
            <source>Close {month}</source>
            <translation>结账 {month}</translation>
        </message>
        <message>
            <source>Close the month</source>
            <translation>结账</translation>
        </message>
        <message>
            <source>Invoices, receipts, allocations, write-offs, bills, rates and booked provisions dated in {month} or before can then no longer be entered, changed, deleted or undone. Notes, reminders, grades and limits stay free. A month can be opened again with a reason.</source>
            <translation>结账后，{month} 及以前的发票、收款、核销、坏账、票据、汇率和已入账的坏账准备都不能再新增、修改、删除或撤销。备注、催收、评级和额度不受影响。需要时可写明原因重新打开。</translation>
        </message>
        <message numerus="yes">
            <source>%n bank line(s) of these months are not booked yet.</source>
            <translation>
                <numerusform>这些月份还有 %n 笔银行流水没有入账。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CollectionEntries</name>
        <message>
            <source>Attach a file</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Save a copy as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
    </context>
    <context>
        <name>CollectionLines</name>
        <message>
            <source>Promised {amount} by {day}</source>
            <translation>{day}前付 {amount}</translation>
        </message>
        <message>
            <source>{amount} came</source>
            <translation>已到 {amount}</translation>
        </message>
        <message>
            <source>to be settled by {day}</source>
            <translation>期限 {day}</translation>
        </message>
        <message>
            <source>next {amount} on {day}</source>
            <translation>下一期 {day} {amount}</translation>
        </message>
        <message>
            <source>broken on {day}</source>
            <translation>{day} 违约</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>已签署</translation>
        </message>
        <message>
            <source>not signed</source>
            <translation>未签署</translation>
        </message>
        <message>
            <source>next: {action} {day}</source>
            <translation>下一步：{action} {day}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
    </context>
    <context>
        <name>CollectionTab</name>
        <message>
            <source>{kept} of {judged} kept</source>
            <translation>守约 {kept}/{judged}</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>付款承诺</translation>
        </message>
        <message>
            <source>Disputes</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Payment plans</source>
            <translation>还款计划</translation>
        </message>
        <message>
            <source>Calls and notes</source>
            <translation>联系记录</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>信函</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Cancel the promise</source>
            <translation>取消承诺</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重新提出</translation>
        </message>
        <message>
            <source>Resolve…</source>
            <translation>办结…</translation>
        </message>
        <message>
            <source>Show the invoice</source>
            <translation>查看发票</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>添加附件…</translation>
        </message>
        <message>
            <source>Agreement to sign…</source>
            <translation>打印协议…</translation>
        </message>
        <message>
            <source>Signed…</source>
            <translation>已签署…</translation>
        </message>
        <message>
            <source>End the plan</source>
            <translation>终止计划</translation>
        </message>
        <message>
            <source>Next action is done</source>
            <translation>下一步已完成</translation>
        </message>
        <message>
            <source>Show the letter</source>
            <translation>查看信函</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>另存副本…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Promise…</source>
            <translation>承诺…</translation>
        </message>
        <message>
            <source>Dispute…</source>
            <translation>争议…</translation>
        </message>
        <message>
            <source>Plan…</source>
            <translation>计划…</translation>
        </message>
        <message>
            <source>Log…</source>
            <translation>记录…</translation>
        </message>
        <message>
            <source>Attach…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>No promise yet. One pauses the reminders and is judged by the receipts.</source>
            <translation>还没有承诺。承诺会暂停催款，并按收款判定是否兑现。</translation>
        </message>
        <message>
            <source>Nothing is disputed.</source>
            <translation>没有争议。</translation>
        </message>
        <message>
            <source>No payment plan.</source>
            <translation>没有还款计划。</translation>
        </message>
        <message>
            <source>No call or visit is noted yet.</source>
            <translation>还没有联系记录。</translation>
        </message>
        <message>
            <source>No letter yet.</source>
            <translation>还没有信函。</translation>
        </message>
        <message>
            <source>No file is kept with this customer.</source>
            <translation>没有附件。</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPanel</name>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Only rows with problems</source>
            <translation>只看有问题的行</translation>
        </message>
        <message>
            <source>Preview of the rows</source>
            <translation>数据行预览</translation>
        </message>
        <message>
            <source>Column {n}</source>
            <translation>第 {n} 列</translation>
        </message>
        <message>
            <source>Account's own</source>
            <translation>随账户</translation>
        </message>
        <message>
            <source>Lines as they read now</source>
            <translation>当前读出的流水</translation>
        </message>
        <message>
            <source>No line reads as a payment yet. Assign date and amount.</source>
            <translation>还没有读出收付款。请指定日期列和金额列。</translation>
        </message>
        <message>
            <source>Field for column {title}</source>
            <translation>列“{title}”的用途</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>不使用</translation>
        </message>
        <message>
            <source>Column in the file</source>
            <translation>文件中的列</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Remembered for this bank's exports</source>
            <translation>同一银行的导出格式下次自动沿用</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期写法</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>金额写法</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Header row</source>
            <translation>表头行</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Customer, invoice, page or command</source>
            <translation>客户、发票、页面或命令</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
    </context>
    <context>
        <name>CompanyDialog</name>
        <message>
            <source>Company profile</source>
            <translation>企业资料</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Legal form</source>
            <translation>企业类型</translation>
        </message>
        <message>
            <source>Such as 有限责任公司 or GmbH</source>
            <translation>如有限责任公司、GmbH</translation>
        </message>
        <message>
            <source>Founded on</source>
            <translation>成立日期</translation>
        </message>
        <message>
            <source>Size class</source>
            <translation>企业规模</translation>
        </message>
        <message>
            <source>Registered capital</source>
            <translation>注册资本</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>实缴资本</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>员工人数</translation>
        </message>
        <message>
            <source>What it buys of our kind a year, from all</source>
            <translation>同类货物的年采购额，含向其他供应商</translation>
        </message>
        <message>
            <source>Yearly purchases</source>
            <translation>年采购额</translation>
        </message>
        <message>
            <source>Industry by</source>
            <translation>行业分类</translation>
        </message>
        <message>
            <source>Type a code or a part of the name</source>
            <translation>输入代码或名称的一部分</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Two letters, such as CN or DE</source>
            <translation>两个字母，如 CN、DE</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家/地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>所属集团</translation>
        </message>
        <message>
            <source>Parent company</source>
            <translation>母公司</translation>
        </message>
        <message>
            <source>When we told it that we are a small firm</source>
            <translation>我方告知对方自己是中小企业的日期</translation>
        </message>
        <message>
            <source>Told of our small-firm status on</source>
            <translation>中小企业告知日</translation>
        </message>
        <message>
            <source>Company register</source>
            <translation>工商登记状态</translation>
        </message>
        <message>
            <source>Looked up on</source>
            <translation>查询日期</translation>
        </message>
        <message>
            <source>Name the list; empty where it is on none</source>
            <translation>写明名单；不在名单上则留空</translation>
        </message>
        <message>
            <source>Sanctions</source>
            <translation>制裁名单</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>The company</source>
            <translation>企业</translation>
        </message>
        <message>
            <source>Where it belongs</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>What registers say</source>
            <translation>登记与名单</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>日期请写成 2025-12-31，或留空。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>This cannot be below zero.</source>
            <translation>不能小于零。</translation>
        </message>
        <message>
            <source>More is paid in than registered.</source>
            <translation>实缴资本多于注册资本，请核对。</translation>
        </message>
        <message>
            <source>Enter a whole number, such as 120.</source>
            <translation>请填写整数，如 120。</translation>
        </message>
        <message>
            <source>This code is not in the list; pick one by its name.</source>
            <translation>列表中没有这个代码，请按名称选择。</translation>
        </message>
        <message>
            <source>Enter two letters, such as CN, DE or US.</source>
            <translation>请填写两个字母，如 CN、DE、US。</translation>
        </message>
        <message>
            <source>Enter the day on which the list was looked at.</source>
            <translation>请填写查询名单的日期。</translation>
        </message>
    </context>
    <context>
        <name>CompanyPanel</name>
        <message>
            <source>Company</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>Printed on statements and letters</source>
            <translation>印在对账单和信函上</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Register or tax number</source>
            <translation>统一社会信用代码或税号</translation>
        </message>
        <message>
            <source>Base currency</source>
            <translation>本位币</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Account holder</source>
            <translation>户名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户行</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>SWIFT code</source>
            <translation>SWIFT 代码</translation>
        </message>
        <message>
            <source>Who signs our letters</source>
            <translation>函件签署人</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Our size class</source>
            <translation>我方企业规模</translation>
        </message>
        <message>
            <source>Decides whether the payment rules for small firms protect us</source>
            <translation>决定能否适用《保障中小企业款项支付条例》</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Group</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>Only what differs {n}</source>
            <translation>仅看差异 {n}</translation>
        </message>
        <message>
            <source>All clauses {n}</source>
            <translation>全部条款 {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n side by side</source>
            <translation>
                <numerusform>%n 份并列</numerusform>
            </translation>
        </message>
        <message>
            <source>They say the same by every clause.</source>
            <translation>各条款均相同。</translation>
        </message>
        <message>
            <source>Show all clauses</source>
            <translation>显示全部条款</translation>
        </message>
        <message>
            <source>Policies compared</source>
            <translation>保单对比</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Which clauses</source>
            <translation>显示哪些条款</translation>
        </message>
        <message>
            <source>Beside a common shape</source>
            <translation>与常见样式对比</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Clauses side by side</source>
            <translation>条款并列</translation>
        </message>
        <message>
            <source>Policies side by side</source>
            <translation>政策对比</translation>
        </message>
        <message>
            <source>Nobody bought or owes anything yet: there is nothing to try a policy on.</source>
            <translation>还没有客户购货或欠款，无从试算。</translation>
        </message>
        <message>
            <source>Import data…</source>
            <translation>导入数据…</translation>
        </message>
    </context>
    <context>
        <name>ConsentDialog</name>
        <message>
            <source>Letters of our own</source>
            <translation>自行催收</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The insurer consents</source>
            <translation>保险人同意</translation>
        </message>
        <message>
            <source>No consent</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>What the insurer said</source>
            <translation>保险人意见</translation>
        </message>
        <message>
            <source>Who said so, and how</source>
            <translation>何人、以何方式告知</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>ContactDialog</name>
        <message>
            <source>Edit contact</source>
            <translation>编辑联系人</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>新建联系人</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Enter the contact's name.</source>
            <translation>请填写联系人姓名。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>ContingencyPanel</name>
        <message numerus="yes">
            <source>%n run(s) under way</source>
            <translation>
                <numerusform>%n 次执行进行中</numerusform>
            </translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>预案</translation>
        </message>
        <message>
            <source>Drills and real runs</source>
            <translation>演练与实际启动</translation>
        </message>
        <message>
            <source>New plan…</source>
            <translation>新建预案…</translation>
        </message>
    </context>
    <context>
        <name>ContractPointDialog</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What the contract has</source>
            <translation>合同约定</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>Where it stands, such as 第 7 条</source>
            <translation>所在条款，如第 7 条</translation>
        </message>
        <message>
            <source>What it says, or what is missing</source>
            <translation>约定内容，或缺少什么</translation>
        </message>
    </context>
    <context>
        <name>CopyDialog</name>
        <message>
            <source>New card</source>
            <translation>新评分卡</translation>
        </message>
        <message>
            <source>Begin a draft</source>
            <translation>生成草稿</translation>
        </message>
        <message>
            <source>With everything that “{name}” has. It scores only those it was chosen for.</source>
            <translation>复制“{name}”的全部内容；只用于选用此卡的客户。</translation>
        </message>
        <message>
            <source>{name} (copy)</source>
            <translation>{name}（副本）</translation>
        </message>
        <message>
            <source>Existing customers</source>
            <translation>老客户</translation>
        </message>
        <message>
            <source>New customers</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Name of the card</source>
            <translation>评分卡名称</translation>
        </message>
        <message>
            <source>Against these customers the effect is worked out</source>
            <translation>据这些客户测算影响</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Give the card a name.</source>
            <translation>请给评分卡命名。</translation>
        </message>
        <message>
            <source>Another card is called so already.</source>
            <translation>已有同名评分卡。</translation>
        </message>
    </context>
    <context>
        <name>CostDialog</name>
        <message>
            <source>Recovery costs</source>
            <translation>追偿费用</translation>
        </message>
        <message>
            <source>Enter the costs</source>
            <translation>登记费用</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Leave empty for the whole debt of the claim</source>
            <translation>留空为赔案全部债权</translation>
        </message>
        <message>
            <source>Debt handed over for recovery</source>
            <translation>委托追偿的债权</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>For example: lawyer, court fee</source>
            <translation>例如律师费、诉讼费</translation>
        </message>
    </context>
    <context>
        <name>Cover</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票号</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>发货日</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结余额</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Uninsured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>Why not insured</source>
            <translation>未保原因</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Open, own currency</source>
            <translation>未结（原币）</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
    </context>
    <context>
        <name>CoverDetail</name>
        <message>
            <source>as of {day}</source>
            <translation>截止 {day}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Uninsured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>shipped {shipped}, due {due} ({days} d)</source>
            <translation>发货 {shipped}，到期 {due}（账期 {days} 天）</translation>
        </message>
        <message>
            <source>Insured whole.</source>
            <translation>全额在保。</translation>
        </message>
        <message>
            <source>No policy covers a shipment of {day} to this buyer.</source>
            <translation>{day}向该买方的发货没有保单承保。</translation>
        </message>
        <message>
            <source>No limit was in force on {day}, the day of shipment.</source>
            <translation>发货日 {day}没有有效限额。</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>terms up to {n} d</source>
            <translation>账期不超过 {n} 天</translation>
        </message>
        <message>
            <source>{amount} of it top-up</source>
            <translation>其中附加限额 {amount}</translation>
        </message>
        <message>
            <source>In force on {day}, the day of shipment: {limit}</source>
            <translation>发货日 {day}的有效限额：{limit}</translation>
        </message>
        <message>
            <source>{number}: {amount} insured of this buyer</source>
            <translation>保单 {number}：该买方在保 {amount}</translation>
        </message>
        <message>
            <source>If this buyer alone failed to pay all of it today, after claims already made.</source>
            <translation>假设仅该买方今日全部违约，并已扣除此前赔案占用的额度。</translation>
        </message>
        <message>
            <source>Nothing of this buyer is insured: nothing is to be expected.</source>
            <translation>该买方没有在保金额，预计没有赔付。</translation>
        </message>
        <message>
            <source>Why not all of it</source>
            <translation>为何未全额在保</translation>
        </message>
        <message>
            <source>The limit it is measured against</source>
            <translation>所对照的限额</translation>
        </message>
        <message>
            <source>Indemnity to expect</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>History of the limit</source>
            <translation>限额历史</translation>
        </message>
        <message>
            <source>Open the invoice</source>
            <translation>打开发票</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Shipment facts…</source>
            <translation>发货信息…</translation>
        </message>
    </context>
    <context>
        <name>CoverPanel</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Insured whole</source>
            <translation>全额在保</translation>
        </message>
        <message>
            <source>This customer has no open invoice.</source>
            <translation>该客户没有未结发票。</translation>
        </message>
        <message>
            <source>Only invoices of {customer}</source>
            <translation>只看{customer}的发票</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>查看全部</translation>
        </message>
        <message>
            <source>No exchange rate for {currencies}: these invoices are in no sum.</source>
            <translation>缺 {currencies} 汇率：这些发票未计入合计。</translation>
        </message>
        <message>
            <source>Enter a rate</source>
            <translation>录入汇率</translation>
        </message>
        <message>
            <source>Nothing is open on this day.</source>
            <translation>该日没有未结发票。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>No invoice matches.</source>
            <translation>没有符合条件的发票。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Shipment facts…</source>
            <translation>发货信息…</translation>
        </message>
        <message>
            <source>Open the invoice</source>
            <translation>打开发票</translation>
        </message>
        <message>
            <source>Open the buyer limit</source>
            <translation>打开买方限额</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>{share} of what is owed is insured</source>
            <translation>欠款的 {share} 在保</translation>
        </message>
        <message>
            <source>Cover of open invoices</source>
            <translation>未结发票在保明细</translation>
        </message>
        <message>
            <source>{share} insured</source>
            <translation>{share} 在保</translation>
        </message>
        <message>
            <source>Why not insured</source>
            <translation>未保原因</translation>
        </message>
        <message>
            <source>Customer or invoice</source>
            <translation>客户、发票号</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Export the cover of open invoices</source>
            <translation>导出未结发票在保明细</translation>
        </message>
    </context>
    <context>
        <name>CreditEntries</name>
        <message>
            <source>Save a copy…</source>
            <translation>另存副本…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
    </context>
    <context>
        <name>CreditFileTab</name>
        <message numerus="yes">
            <source>%n point(s) open</source>
            <translation>
                <numerusform>%n 项待补</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is missing</source>
            <translation>无缺项</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>全部事项</translation>
        </message>
        <message>
            <source>Contract checklist</source>
            <translation>合同检查</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>资质证书</translation>
        </message>
        <message>
            <source>External ratings</source>
            <translation>外部评级</translation>
        </message>
        <message>
            <source>External events</source>
            <translation>外部事件</translation>
        </message>
        <message>
            <source>Visits and notes</source>
            <translation>走访与记录</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Not looked at any more</source>
            <translation>恢复为尚未检查</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>添加附件…</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>另存副本…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Credit report</source>
            <translation>信用报告</translation>
        </message>
        <message>
            <source>Attach…</source>
            <translation>添加附件…</translation>
        </message>
        <message>
            <source>Map of ratings</source>
            <translation>评级折算表</translation>
        </message>
        <message>
            <source>Registered number…</source>
            <translation>登记号码…</translation>
        </message>
        <message>
            <source>Certificate…</source>
            <translation>证书…</translation>
        </message>
        <message>
            <source>Rating…</source>
            <translation>评级…</translation>
        </message>
        <message>
            <source>Event…</source>
            <translation>事件…</translation>
        </message>
        <message>
            <source>Log…</source>
            <translation>登记…</translation>
        </message>
        <message>
            <source>No licence or certificate is noted.</source>
            <translation>没有登记许可证或资质证书。</translation>
        </message>
        <message>
            <source>Nobody outside has rated this customer yet.</source>
            <translation>还没有外部机构的评级。</translation>
        </message>
        <message>
            <source>No court record, register change or bad news is noted.</source>
            <translation>没有登记涉诉、工商变更或负面报道。</translation>
        </message>
        <message>
            <source>No visit or call is noted yet.</source>
            <translation>还没有走访或通话记录。</translation>
        </message>
        <message>
            <source>No file is kept with this customer.</source>
            <translation>该客户没有附件。</translation>
        </message>
        <message>
            <source>Nothing has happened with this customer yet.</source>
            <translation>该客户还没有任何事项。</translation>
        </message>
        <message>
            <source>Company profile</source>
            <translation>企业资料</translation>
        </message>
    </context>
    <context>
        <name>CreditLines</name>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Ends soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>valid until {day}</source>
            <translation>有效期至 {day}</translation>
        </message>
        <message>
            <source>own points</source>
            <translation>自定分值</translation>
        </message>
        <message>
            <source>Not mapped</source>
            <translation>未折算</translation>
        </message>
        <message>
            <source>{points} of 100</source>
            <translation>折合 {points} 分</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>closed on {day}</source>
            <translation>{day} 结束</translation>
        </message>
        <message>
            <source>{number} confirmed by {name}</source>
            <translation>{name}已用 {number} 确认</translation>
        </message>
        <message>
            <source>company profile</source>
            <translation>企业资料</translation>
        </message>
        <message>
            <source>financial statement</source>
            <translation>财务报表</translation>
        </message>
        <message>
            <source>certificate</source>
            <translation>资质证书</translation>
        </message>
        <message>
            <source>contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>external rating</source>
            <translation>外部评级</translation>
        </message>
        <message>
            <source>external event</source>
            <translation>外部事件</translation>
        </message>
        <message>
            <source>customer</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>CreditNoteDialog</name>
        <message>
            <source>None: leave it on account</source>
            <translation>无：留作未核销</translation>
        </message>
        <message>
            <source>It is set against this invoice as far as both are open</source>
            <translation>保存时即核销该发票，以双方未清额为限</translation>
        </message>
        <message>
            <source>Corrects invoice</source>
            <translation>冲销的发票</translation>
        </message>
    </context>
    <context>
        <name>CreditPage</name>
        <message>
            <source>Order check</source>
            <translation>订单核查</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Grades</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Overrides</source>
            <translation>人工调整</translation>
        </message>
        <message>
            <source>Downturn profile on since {day}: terms, deposits and reviews are tightened.</source>
            <translation>下行预案自 {day} 起生效：账期、预付与复审均已收紧。</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>授信</translation>
        </message>
        <message>
            <source>May I ship on credit: how much, for how long, on whose say-so</source>
            <translation>能否赊销：额度多少、账期多长、由谁批准</translation>
        </message>
    </context>
    <context>
        <name>CreditRulesPage</name>
        <message>
            <source>Scorecards</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>参数表</translation>
        </message>
        <message>
            <source>Terms by grade</source>
            <translation>等级条件</translation>
        </message>
        <message>
            <source>Downturn</source>
            <translation>下行预案</translation>
        </message>
        <message>
            <source>Overdue rule</source>
            <translation>逾期规则</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员与权限</translation>
        </message>
        <message>
            <source>Credit rules</source>
            <translation>授信规则</translation>
        </message>
        <message>
            <source>Every rule that decides about credit, with its source</source>
            <translation>决定授信的每一条规则及其来源</translation>
        </message>
    </context>
    <context>
        <name>CreditWords</name>
        <message>
            <source>{points} percentage points</source>
            <translation>{points} 个百分点</translation>
        </message>
    </context>
    <context>
        <name>CustomerBills</name>
        <message>
            <source>Edit</source>
            <translation>修改</translation>
        </message>
    </context>
    <context>
        <name>CustomerColumns</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>额度占用</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last invoice</source>
            <translation>最近开票</translation>
        </message>
    </context>
    <context>
        <name>CustomerDialog</name>
        <message>
            <source>New customer</source>
            <translation>新建客户</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>How to reach them</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>Identifier (credit code, VAT, LEI)</source>
            <translation>证照号码（信用代码、增值税号、LEI）</translation>
        </message>
        <message>
            <source>{kind}: well formed</source>
            <translation>{kind}：格式正确</translation>
        </message>
        <message>
            <source>Enter the contact's name.</source>
            <translation>请填写联系人姓名。</translation>
        </message>
        <message>
            <source>There is already: {names}. Is it the same customer?</source>
            <translation>已有：{names}。是同一客户吗？</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>CustomerFile</name>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Financials</source>
            <translation>财务</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>收款贷项</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>催收</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>Credit file</source>
            <translation>信用档案</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>History</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Parts of the customer's file</source>
            <translation>客户档案各部分</translation>
        </message>
    </context>
    <context>
        <name>CustomerForm</name>
        <message>
            <source>Leave empty for the next free code</source>
            <translation>留空则自动编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Customer code</source>
            <translation>客户编码</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Two letters, such as CN or DE</source>
            <translation>两位字母的国家代码</translation>
        </message>
        <message>
            <source>Country code</source>
            <translation>国家代码</translation>
        </message>
        <message>
            <source>Language of papers</source>
            <translation>单据语言</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Status since</source>
            <translation>状态起始日</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户行</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账号</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Enter the customer's name.</source>
            <translation>请填写客户名称。</translation>
        </message>
        <message>
            <source>Enter two letters, such as CN, DE or US.</source>
            <translation>请填两位字母，如 CN、DE、US。</translation>
        </message>
        <message>
            <source>This is not an e-mail address; it needs an @ and a domain.</source>
            <translation>这不是电子邮箱地址，应含 @ 和域名。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
    </context>
    <context>
        <name>CustomerHead</name>
        <message>
            <source>No grade yet</source>
            <translation>尚无等级</translation>
        </message>
        <message>
            <source>No grade yet: assess this customer</source>
            <translation>尚无等级，开始评级</translation>
        </message>
        <message>
            <source>Grade {grade}</source>
            <translation>等级 {grade}</translation>
        </message>
        <message>
            <source>by an override</source>
            <translation>经人工调整</translation>
        </message>
        <message>
            <source>not well formed</source>
            <translation>格式有误</translation>
        </message>
        <message>
            <source>well formed</source>
            <translation>格式正确</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>not assessed</source>
            <translation>未评级</translation>
        </message>
        <message>
            <source>{score} on {day}</source>
            <translation>上次 {score}（{day}）</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>of the invoices</source>
            <translation>按发票条款</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>in advance</source>
            <translation>款到发货</translation>
        </message>
        <message>
            <source>{share} % in advance</source>
            <translation>预付 {share}%</translation>
        </message>
        <message>
            <source>downturn</source>
            <translation>已收紧</translation>
        </message>
        <message>
            <source>Average days late</source>
            <translation>平均迟付</translation>
        </message>
        <message>
            <source>12 months, weighted</source>
            <translation>12 个月加权</translation>
        </message>
        <message>
            <source>nothing paid or overdue</source>
            <translation>无付款记录</translation>
        </message>
        <message>
            <source>{days} early</source>
            <translation>提前 {days}</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>no policy covers it</source>
            <translation>无保单承保</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>无限额</translation>
        </message>
        <message>
            <source>Next review</source>
            <translation>下次复审</translation>
        </message>
        <message>
            <source>none planned</source>
            <translation>未安排</translation>
        </message>
    </context>
    <context>
        <name>CustomerList</name>
        <message>
            <source>Check an order: may I ship?</source>
            <translation>核查订单：能否发货？</translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>已选 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>balance {sum}</source>
            <translation>余额 {sum}</translation>
        </message>
        <message>
            <source>Check exactly two customers to merge them.</source>
            <translation>请恰好勾选两家客户再合并。</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>search: {text}</source>
            <translation>搜索：{text}</translation>
        </message>
        <message numerus="yes">
            <source>%n in the bin</source>
            <translation>
                <numerusform>回收站中 %n 家</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>The bin is empty.</source>
            <translation>回收站是空的。</translation>
        </message>
        <message>
            <source>Show all customers</source>
            <translation>显示全部客户</translation>
        </message>
        <message>
            <source>No customer matches.</source>
            <translation>没有符合条件的客户。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>They also come with an import of invoices.</source>
            <translation>导入发票时也会一并建立客户。</translation>
        </message>
        <message>
            <source>No customers yet.</source>
            <translation>还没有客户。</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新建客户</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Which customers</source>
            <translation>显示哪些客户</translation>
        </message>
        <message>
            <source>Name, code, identifier or pinyin initials</source>
            <translation>名称、编码、证照号码或拼音首字母</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Statements PDF</source>
            <translation>对账单 PDF</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
    </context>
    <context>
        <name>CustomersDetail</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Nobody holds this grade.</source>
            <translation>没有这一等级的客户。</translation>
        </message>
        <message>
            <source>All grades</source>
            <translation>全部等级</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Customers behind the figure</source>
            <translation>数字背后的客户</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
    </context>
    <context>
        <name>CustomersPage</name>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Statement PDF</source>
            <translation>对账单 PDF</translation>
        </message>
        <message>
            <source>Score again</source>
            <translation>重新评分</translation>
        </message>
        <message>
            <source>Check an order</source>
            <translation>能否发货</translation>
        </message>
        <message>
            <source>Log contact</source>
            <translation>联系记录</translation>
        </message>
        <message>
            <source>Send reminder</source>
            <translation>发送催款函</translation>
        </message>
        <message>
            <source>New entry</source>
            <translation>登记往来</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新建客户</translation>
        </message>
        <message>
            <source>New entry…</source>
            <translation>登记往来…</translation>
        </message>
        <message>
            <source>Credit report…</source>
            <translation>信用报告…</translation>
        </message>
        <message>
            <source>New invoice…</source>
            <translation>新建发票…</translation>
        </message>
        <message>
            <source>New receipt…</source>
            <translation>新建收款…</translation>
        </message>
        <message>
            <source>New credit note…</source>
            <translation>新建贷项（红字）…</translation>
        </message>
        <message>
            <source>New refund…</source>
            <translation>新建退款…</translation>
        </message>
        <message>
            <source>New customer…</source>
            <translation>新建客户…</translation>
        </message>
    </context>
    <context>
        <name>DaysDialog</name>
        <message>
            <source>As of a day</source>
            <translation>任意截止日</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Sales, payments and promises count from the first day; what is owed as of the last.</source>
            <translation>销售、收款和承诺自起始日起计，余额以截止日为准。</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>The last day lies before the first.</source>
            <translation>截止日早于起始日。</translation>
        </message>
    </context>
    <context>
        <name>DeadlinesPanel</name>
        <message>
            <source>Duty</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Last safe day</source>
            <translation>最后稳妥日</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>If missed</source>
            <translation>错过后果</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Every duty</source>
            <translation>全部事项</translation>
        </message>
        <message>
            <source>Every policy</source>
            <translation>全部保单</translation>
        </message>
        <message numerus="yes">
            <source>Within %n day(s)</source>
            <translation>
                <numerusform>%n 天内</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Cover at stake</source>
            <translation>影响赔付</translation>
        </message>
        <message>
            <source>No deadline matches.</source>
            <translation>没有符合条件的期限。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Deadlines follow from a policy; none is entered yet.</source>
            <translation>期限由保单推算，尚未登记保单。</translation>
        </message>
        <message>
            <source>Enter a policy</source>
            <translation>登记保单</translation>
        </message>
        <message>
            <source>Nothing has to be done towards the insurers in the next 90 days.</source>
            <translation>未来 90 天没有需要向保险人办理的事项。</translation>
        </message>
        <message>
            <source>Look at the cover</source>
            <translation>查看在保明细</translation>
        </message>
        <message>
            <source>Overdue invoices, bad news, claims and periods to declare come here by themselves.</source>
            <translation>逾期发票、不利信息、赔案和待申报期间会自动出现在这里。</translation>
        </message>
        <message>
            <source>Insurance deadlines</source>
            <translation>信用保险期限</translation>
        </message>
        <message numerus="yes">
            <source>%n deadline(s)</source>
            <translation>
                <numerusform>%n 项期限</numerusform>
            </translation>
        </message>
        <message>
            <source>Which deadlines</source>
            <translation>哪些期限</translation>
        </message>
        <message>
            <source>Buyer, invoice or policy</source>
            <translation>买方、发票号或保单</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Calendar file…</source>
            <translation>日历文件…</translation>
        </message>
        <message>
            <source>Insurance deadlines as a calendar file…</source>
            <translation>信用保险期限写成日历文件…</translation>
        </message>
    </context>
    <context>
        <name>DeclarationsPanel</name>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>已申报</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Declaration</source>
            <translation>营业额申报</translation>
        </message>
        <message>
            <source>The policy names no periods: choose the days below.</source>
            <translation>保单未约定申报期，请在下方选择起止日。</translation>
        </message>
        <message>
            <source>Open the clause</source>
            <translation>查看该条款</translation>
        </message>
        <message numerus="yes">
            <source>%n period(s)</source>
            <translation>
                <numerusform>%n 个申报期</numerusform>
            </translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>申报期</translation>
        </message>
        <message>
            <source>No period has begun yet.</source>
            <translation>尚无已开始的申报期。</translation>
        </message>
        <message>
            <source>Turnover is declared under a policy; none is entered yet.</source>
            <translation>营业额按保单申报，尚未登记保单。</translation>
        </message>
        <message>
            <source>Enter a policy</source>
            <translation>登记保单</translation>
        </message>
    </context>
    <context>
        <name>DeclareDialog</name>
        <message>
            <source>Declare turnover</source>
            <translation>申报营业额</translation>
        </message>
        <message>
            <source>Declare</source>
            <translation>申报</translation>
        </message>
        <message>
            <source>Turnover</source>
            <translation>营业额</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>未列入</translation>
        </message>
        <message>
            <source>Declared on</source>
            <translation>申报日</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>The lines are kept as they stand; send the Excel sheet to the insurer.</source>
            <translation>按当前明细留存；请将 Excel 表发给保险人。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天还没有到。</translation>
        </message>
    </context>
    <context>
        <name>DeliveredDialog</name>
        <message>
            <source>Proof of delivery</source>
            <translation>送达凭证</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Tracking number, signature, read receipt: what would convince a court</source>
            <translation>快递单号、签收、已读回执等：能让法院采信的凭据</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Name the proof.</source>
            <translation>请写明凭证。</translation>
        </message>
        <message>
            <source>It cannot have arrived before it was sent.</source>
            <translation>送达日期不能早于发出日期。</translation>
        </message>
    </context>
    <context>
        <name>DeskCard</name>
        <message>
            <source>Who works with the program</source>
            <translation>由谁使用程序</translation>
        </message>
        <message>
            <source>Of this company</source>
            <translation>本公司</translation>
        </message>
        <message>
            <source>Everybody sits down with name and PIN, and does what the role is for.</source>
            <translation>每人凭姓名和 PIN 就座，只做自己角色分内的事。</translation>
        </message>
        <message>
            <source>Nobody is asked: whoever opens the file does everything.</source>
            <translation>不询问：打开文件的人可以做一切。</translation>
        </message>
        <message>
            <source>Where it asks, the change log names the person, and what is not the role's is refused, in the window and on the command line. It is no lock: whoever has the file and its password can read it.</source>
            <translation>开启后，操作记录写明使用人，不属于其角色的操作在窗口和命令行中都会被拒绝。这不是锁：拿到文件及其密码的人都能读取。</translation>
        </message>
        <message>
            <source>Who does what…</source>
            <translation>各角色的职责…</translation>
        </message>
        <message>
            <source>Duties hold nobody until it asks who works here.</source>
            <translation>开启询问由谁使用后，职责才起作用。</translation>
        </message>
        <message>
            <source>Ask nobody any more…</source>
            <translation>不再询问…</translation>
        </message>
        <message>
            <source>Ask who works here…</source>
            <translation>询问由谁使用…</translation>
        </message>
        <message>
            <source>First enter an owner with a PIN under Credit rules › People.</source>
            <translation>请先在“授信规则 › 人员与权限”中录入一位设有 PIN 的老板。</translation>
        </message>
    </context>
    <context>
        <name>DisputeDialog</name>
        <message>
            <source>Edit dispute</source>
            <translation>修改争议</translation>
        </message>
        <message>
            <source>New dispute</source>
            <translation>新争议</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>All of it</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>The rest of the invoice is still chased</source>
            <translation>其余部分照常催收</translation>
        </message>
        <message>
            <source>Disputed amount</source>
            <translation>争议金额</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Raised on</source>
            <translation>提出日期</translation>
        </message>
        <message>
            <source>To be settled by</source>
            <translation>办结期限</translation>
        </message>
        <message>
            <source>Who sees to it</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>What the customer says</source>
            <translation>客户的说法</translation>
        </message>
        <message>
            <source>This customer has no open invoice to dispute.</source>
            <translation>该客户没有未清发票。</translation>
        </message>
        <message>
            <source>The whole invoice is {amount}.</source>
            <translation>整张发票为 {amount}。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>The invoice is dated {day}; choose that day or a later one.</source>
            <translation>发票日期是 {day}，请选该日或以后。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>请按 2025-12-31 的格式填写，或留空。</translation>
        </message>
        <message>
            <source>This is before it was raised.</source>
            <translation>早于提出日期。</translation>
        </message>
    </context>
    <context>
        <name>DocumentColumns</name>
        <message>
            <source>Inferred from a snapshot of open items; nobody recorded it</source>
            <translation>由未清快照推定，无人登记</translation>
        </message>
        <message>
            <source>Inferred</source>
            <translation>推定</translation>
        </message>
        <message>
            <source>Allocated</source>
            <translation>已核销</translation>
        </message>
        <message>
            <source>Partly allocated</source>
            <translation>部分核销</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已结清</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Promised {day}</source>
            <translation>承诺 {day}</translation>
        </message>
        <message>
            <source>in instalments</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
    </context>
    <context>
        <name>DocumentDialog</name>
        <message>
            <source>New invoice</source>
            <translation>新建发票</translation>
        </message>
        <message>
            <source>Edit invoice</source>
            <translation>编辑发票</translation>
        </message>
        <message>
            <source>New credit note</source>
            <translation>新建贷项（红字）</translation>
        </message>
        <message>
            <source>Edit credit note</source>
            <translation>编辑贷项（红字）</translation>
        </message>
        <message>
            <source>New receipt</source>
            <translation>新建收款</translation>
        </message>
        <message>
            <source>Edit receipt</source>
            <translation>编辑收款</translation>
        </message>
        <message>
            <source>New refund</source>
            <translation>新建退款</translation>
        </message>
        <message>
            <source>Edit refund</source>
            <translation>编辑退款</translation>
        </message>
        <message>
            <source>New write-off</source>
            <translation>新建坏账核销</translation>
        </message>
        <message>
            <source>Edit write-off</source>
            <translation>编辑坏账核销</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Leave empty for the next free number</source>
            <translation>留空则自动编号</translation>
        </message>
        <message>
            <source>Enter the document's number.</source>
            <translation>请填写单据号码。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Choose a customer from the list; no one goes by exactly this name.</source>
            <translation>没有与此完全同名的客户，请从列表中选择。</translation>
        </message>
        <message>
            <source>Choose the customer.</source>
            <translation>请选择客户。</translation>
        </message>
    </context>
    <context>
        <name>DocumentPanel</name>
        <message>
            <source>Inferred from a snapshot of open items; nobody recorded this settlement.</source>
            <translation>由未清快照推定，这笔结清无人登记。</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Allocations</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Disputes and promises</source>
            <translation>争议与承诺</translation>
        </message>
        <message>
            <source>History</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Bills held</source>
            <translation>票据在手</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Not allocated</source>
            <translation>未核销</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Corrects</source>
            <translation>冲销</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Exchange gain {amount}</source>
            <translation>汇兑收益 {amount}</translation>
        </message>
        <message>
            <source>Exchange loss {amount}</source>
            <translation>汇兑损失 {amount}</translation>
        </message>
        <message>
            <source>Take back the allocation to {number}</source>
            <translation>取消与 {number} 的核销</translation>
        </message>
        <message>
            <source>A write-off is taken back by deleting it.</source>
            <translation>坏账核销须通过删除该单据取消。</translation>
        </message>
        <message>
            <source>closed {day}</source>
            <translation>已于 {day} 了结</translation>
        </message>
        <message>
            <source>open</source>
            <translation>未了结</translation>
        </message>
        <message>
            <source>Dispute over {amount}, {state}</source>
            <translation>争议 {amount}，{state}</translation>
        </message>
        <message>
            <source>Promised {amount} by {day}</source>
            <translation>承诺 {day} 前付 {amount}</translation>
        </message>
        <message>
            <source>Late interest</source>
            <translation>逾期利息</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Apply a credit</source>
            <translation>用贷项核销</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>开贷项</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>核销坏账</translation>
        </message>
        <message>
            <source>Promise…</source>
            <translation>承诺…</translation>
        </message>
        <message>
            <source>Dispute…</source>
            <translation>争议…</translation>
        </message>
        <message>
            <source>Reminders…</source>
            <translation>催收设置…</translation>
        </message>
        <message>
            <source>Allocate</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Returned…</source>
            <translation>退回…</translation>
        </message>
    </context>
    <context>
        <name>DocumentsPanel</name>
        <message>
            <source>Settled {month}</source>
            <translation>{month} 结清</translation>
        </message>
        <message>
            <source>show all</source>
            <translation>显示全部</translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>已选 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>open {sum}</source>
            <translation>未清 {sum}</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Receipts and credits</source>
            <translation>收款与贷项</translation>
        </message>
        <message>
            <source>search: {text}</source>
            <translation>搜索：{text}</translation>
        </message>
        <message>
            <source>No document matches.</source>
            <translation>没有符合条件的单据。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No invoices yet.</source>
            <translation>还没有发票。</translation>
        </message>
        <message>
            <source>New invoice</source>
            <translation>新建发票</translation>
        </message>
        <message>
            <source>No receipts or credits yet.</source>
            <translation>还没有收款或贷项。</translation>
        </message>
        <message>
            <source>New receipt</source>
            <translation>新建收款</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Which documents</source>
            <translation>显示哪些单据</translation>
        </message>
        <message>
            <source>Find a document</source>
            <translation>查找单据</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Allocate automatically</source>
            <translation>自动核销</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
    </context>
    <context>
        <name>DownturnPanel</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Terms, days</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Paid ahead, %</source>
            <translation>预付（%）</translation>
        </message>
        <message>
            <source>Review, months</source>
            <translation>复审（月）</translation>
        </message>
        <message>
            <source>No country's two letters: {codes}</source>
            <translation>不是国家/地区的两位代码：{codes}</translation>
        </message>
        <message>
            <source>No beginning of an industry's code: {codes}</source>
            <translation>不是行业代码的开头：{codes}</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>国家/地区</translation>
        </message>
        <message>
            <source>Empty: every country</source>
            <translation>留空：所有国家/地区</translation>
        </message>
        <message>
            <source>Industries</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Empty: every industry</source>
            <translation>留空：所有行业</translation>
        </message>
        <message>
            <source>The profile is off: every customer has the terms of its grade.</source>
            <translation>预案未启用：每个客户按其等级条件执行。</translation>
        </message>
        <message>
            <source>On since {day}, by {name}: {reason}</source>
            <translation>{name} 于 {day} 启用：{reason}</translation>
        </message>
        <message>
            <source>The downturn profile is on</source>
            <translation>下行预案已启用</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) have tighter terms now</source>
            <translation>
                <numerusform>现有 %n 家客户条件收紧</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) would get tighter terms</source>
            <translation>
                <numerusform>将有 %n 家客户条件收紧</numerusform>
            </translation>
        </message>
        <message>
            <source>No customer has one in its credit file</source>
            <translation>客户的信用档案中都没有填写</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>对谁生效</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>如何收紧</translation>
        </message>
        <message>
            <source>A customer must fit each list that is not empty; an empty list takes in everybody.</source>
            <translation>客户须同时符合每个非空的清单；清单留空表示不限。</translation>
        </message>
        <message>
            <source>Grades</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Grade {grade}</source>
            <translation>{grade} 级</translation>
        </message>
        <message>
            <source>From our customers</source>
            <translation>从现有客户中选</translation>
        </message>
        <message>
            <source>From our customers' credit files</source>
            <translation>从客户信用档案中选</translation>
        </message>
        <message>
            <source>Terms become, %</source>
            <translation>账期变为（%）</translation>
        </message>
        <message>
            <source>of the days they are now, rounded down</source>
            <translation>原天数的百分比，向下取整</translation>
        </message>
        <message>
            <source>Paid ahead rises by</source>
            <translation>预付提高</translation>
        </message>
        <message>
            <source>per cent of the order on top, up to 100%</source>
            <translation>个百分点（按订单金额），最高 100%</translation>
        </message>
        <message>
            <source>Reviews come after, %</source>
            <translation>复审间隔变为（%）</translation>
        </message>
        <message>
            <source>of their usual interval, at least every month</source>
            <translation>原间隔的百分比，至少每月一次</translation>
        </message>
        <message>
            <source>Switch on…</source>
            <translation>启用…</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Whom it touches</source>
            <translation>受影响的客户</translation>
        </message>
        <message>
            <source>It touches nobody: no customer with a valid grade fits.</source>
            <translation>不影响任何客户：没有有效评级的客户符合条件。</translation>
        </message>
    </context>
    <context>
        <name>Drawer</name>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
    </context>
    <context>
        <name>DutiesDialog</name>
        <message>
            <source>Who sits down does what the role is for. Looking needs no duty; up to which amount somebody grants limits stands under Credit rules › People.</source>
            <translation>就座的人按角色做事；查看不需要职责。可批多少额度，在“授信规则 › 人员与权限”中设置。</translation>
        </message>
        <message>
            <source>Who does what</source>
            <translation>各角色的职责</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>As shipped</source>
            <translation>恢复默认</translation>
        </message>
    </context>
    <context>
        <name>DutyDetail</name>
        <message>
            <source>Last safe day</source>
            <translation>最后稳妥日</translation>
        </message>
        <message>
            <source>By the policy</source>
            <translation>保单期限</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Open the policy</source>
            <translation>查看保单</translation>
        </message>
        <message numerus="yes">
            <source>About %n invoice(s)</source>
            <translation>
                <numerusform>涉及 %n 张发票</numerusform>
            </translation>
        </message>
        <message>
            <source>How the day is reckoned</source>
            <translation>日期推算</translation>
        </message>
        <message>
            <source>Where the policy says so</source>
            <translation>保单条款位置</translation>
        </message>
        <message>
            <source>If it is missed</source>
            <translation>错过的后果</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>信用档案</translation>
        </message>
        <message>
            <source>Invoices it is about</source>
            <translation>涉及的发票</translation>
        </message>
    </context>
    <context>
        <name>EditClaimDialog</name>
        <message>
            <source>Edit the claim</source>
            <translation>编辑赔案</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已知</translation>
        </message>
        <message>
            <source>Cause of loss</source>
            <translation>出险原因</translation>
        </message>
        <message>
            <source>Insurer's reference</source>
            <translation>保险人赔案号</translation>
        </message>
        <message>
            <source>Else the end of the waiting period</source>
            <translation>否则取等待期届满日</translation>
        </message>
        <message>
            <source>Date of loss</source>
            <translation>损失日</translation>
        </message>
        <message>
            <source>Day it became known</source>
            <translation>知悉日</translation>
        </message>
        <message>
            <source>Only what the insurer decided after a late notice</source>
            <translation>仅填保险人因迟报核定的比例</translation>
        </message>
        <message>
            <source>Reduced percentage, %</source>
            <translation>核减后赔付比例，%</translation>
        </message>
        <message>
            <source>Loss payee by the policy; empty for ourselves</source>
            <translation>保单指定的赔款接受人；留空为我方</translation>
        </message>
        <message>
            <source>Paid to</source>
            <translation>赔款支付给</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>A share between 0 and 100.</source>
            <translation>请填 0 到 100 之间的比例。</translation>
        </message>
    </context>
    <context>
        <name>Effect</name>
        <message>
            <source>Change grade</source>
            <translation>等级变动</translation>
        </message>
        <message>
            <source>{n} of {all}</source>
            <translation>{n} / {all} 家</translation>
        </message>
        <message>
            <source>{better} better, {worse} worse</source>
            <translation>升 {better}，降 {worse}</translation>
        </message>
        <message>
            <source>Exposure moved</source>
            <translation>涉及敞口</translation>
        </message>
        <message>
            <source>Expected loss now</source>
            <translation>现行预期损失</translation>
        </message>
        <message>
            <source>With this card</source>
            <translation>按此卡</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>Share of invoices paid late, by grade: {parts}</source>
            <translation>各级发票迟付占比：{parts}</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) change grade</source>
            <translation>
                <numerusform>%n 家等级变动</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) from {was} to {now}</source>
            <translation>
                <numerusform>%n 家由 {was} 到 {now}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is scored by this card yet.</source>
            <translation>尚无客户用此卡评分。</translation>
        </message>
        <message>
            <source>Nobody changes grade.</source>
            <translation>没有客户的等级变动。</translation>
        </message>
        <message>
            <source>Who changes grade</source>
            <translation>等级变动客户</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>From data alone, as of today. Expected loss is what is open times the yearly loss rate of the grade; the rates stand under Tables.</source>
            <translation>仅据现有资料，截至今日。预期损失＝未付款 × 该级年损失率；损失率见“参数表”。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>New score</source>
            <translation>新得分</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
    </context>
    <context>
        <name>EffectLine</name>
        <message>
            <source>Scoring customer {n} of {all}</source>
            <translation>正在评分第 {n} / {all} 家</translation>
        </message>
        <message>
            <source>Working out what changes…</source>
            <translation>正在测算影响…</translation>
        </message>
        <message>
            <source>Stopped: the effect of the last edit is not known.</source>
            <translation>已停止：最近改动的影响未知。</translation>
        </message>
        <message>
            <source>The effect shows once the faults above are mended.</source>
            <translation>改正以上问题后显示影响。</translation>
        </message>
        <message>
            <source>Nobody is scored by this card yet.</source>
            <translation>尚无客户用此卡评分。</translation>
        </message>
        <message numerus="yes">
            <source>Nobody of %n customer(s) changes grade.</source>
            <translation>
                <numerusform>%n 家客户的等级均不变。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) of {all} change grade</source>
            <translation>
                <numerusform>{all} 家中 %n 家等级变动</numerusform>
            </translation>
        </message>
        <message>
            <source>{better} better, {worse} worse</source>
            <translation>升 {better}，降 {worse}</translation>
        </message>
        <message>
            <source>exposure moved {amount}</source>
            <translation>涉及敞口 {amount}</translation>
        </message>
        <message>
            <source>expected loss {was} → {now}</source>
            <translation>预期损失 {was} → {now}</translation>
        </message>
        <message>
            <source>Who?</source>
            <translation>都有谁</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Work it out</source>
            <translation>测算</translation>
        </message>
    </context>
    <context>
        <name>EndAssessmentDialog</name>
        <message>
            <source>End the assessment early</source>
            <translation>提前终止评分</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>终止</translation>
        </message>
        <message>
            <source>From this day on the grade no longer holds, and a review is due.</source>
            <translation>自该日起等级不再有效，须重新复审。</translation>
        </message>
        <message>
            <source>On</source>
            <translation>终止日</translation>
        </message>
        <message>
            <source>For example: heard of a lawsuit, the owner changed, the bank was changed</source>
            <translation>例如：得知涉诉、更换股东、更换收款银行</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>The assessment is of {day}; choose that day or a later one.</source>
            <translation>该评分日期为 {day}，请选择当日或之后。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>Say why it ends early.</source>
            <translation>请写明为何提前终止。</translation>
        </message>
    </context>
    <context>
        <name>EndDialog</name>
        <message numerus="yes">
            <source>%n step(s) are not done.</source>
            <translation>
                <numerusform>还有 %n 个步骤没有完成。</numerusform>
            </translation>
        </message>
        <message>
            <source>Every step is done.</source>
            <translation>所有步骤都已完成。</translation>
        </message>
        <message>
            <source>End “{name}”</source>
            <translation>结束“{name}”</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What to change in the plan</source>
            <translation>预案要改什么</translation>
        </message>
    </context>
    <context>
        <name>EndLimitDialog</name>
        <message>
            <source>End the limit</source>
            <translation>终止额度</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>终止</translation>
        </message>
        <message>
            <source>From the next day on no limit is set; the history keeps this one.</source>
            <translation>次日起没有额度；历史中保留这一项。</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>截止日早于开始日。</translation>
        </message>
    </context>
    <context>
        <name>Entries</name>
        <message>
            <source>Invoice…</source>
            <translation>发票…</translation>
        </message>
        <message>
            <source>Receipt…</source>
            <translation>收款…</translation>
        </message>
        <message>
            <source>Credit note…</source>
            <translation>贷项（红字）…</translation>
        </message>
        <message>
            <source>Refund…</source>
            <translation>退款…</translation>
        </message>
        <message>
            <source>Promise…</source>
            <translation>承诺…</translation>
        </message>
        <message>
            <source>Dispute…</source>
            <translation>争议…</translation>
        </message>
        <message>
            <source>Payment plan…</source>
            <translation>还款计划…</translation>
        </message>
        <message>
            <source>Log a contact…</source>
            <translation>联系记录…</translation>
        </message>
        <message>
            <source>Contact…</source>
            <translation>联系人…</translation>
        </message>
        <message>
            <source>Identifier…</source>
            <translation>证照号码…</translation>
        </message>
        <message>
            <source>Customer…</source>
            <translation>客户…</translation>
        </message>
        <message>
            <source>Nothing is on account in {currency}</source>
            <translation>没有 {currency} 未核销款项</translation>
        </message>
    </context>
    <context>
        <name>EventDialog</name>
        <message>
            <source>Edit event</source>
            <translation>修改事件</translation>
        </message>
        <message>
            <source>New external event</source>
            <translation>登记外部事件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>事件类型</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Enter where this was found.</source>
            <translation>请填写信息来源。</translation>
        </message>
        <message>
            <source>Such as 中国执行信息公开网, a newspaper, the insurer</source>
            <translation>如中国执行信息公开网、报纸、保险公司</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Case number, or what it is about</source>
            <translation>案号或事由</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>The score reads it</source>
            <translation>评分会采用</translation>
        </message>
        <message>
            <source>The registered number in the finding itself</source>
            <translation>查询结果中写明的登记号码</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>登记号码</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>确认人</translation>
        </message>
        <message>
            <source>Empty while it goes on</source>
            <translation>未结束则留空</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Attach evidence…</source>
            <translation>添加证据…</translation>
        </message>
        <message>
            <source>Attach evidence</source>
            <translation>添加证据</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>Namesakes are common: enter the number before you confirm.</source>
            <translation>重名很常见：请先填写登记号码再确认。</translation>
        </message>
        <message>
            <source>This is no number of this customer; perhaps a namesake?</source>
            <translation>这不是该客户的号码，可能是同名企业。</translation>
        </message>
        <message>
            <source>Who compared the numbers?</source>
            <translation>请填写核对号码的人。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>日期请写成 2025-12-31，或留空。</translation>
        </message>
        <message>
            <source>This is before it happened.</source>
            <translation>早于发生日期。</translation>
        </message>
    </context>
    <context>
        <name>Explanation</name>
        <message numerus="yes">
            <source>A value older than %n day(s) earns {share}% of its points.</source>
            <translation>
                <numerusform>超过 %n 天的数值只得 {share}% 的分。</numerusform>
            </translation>
        </message>
        <message>
            <source>Where it does not apply, it is left out of the weighting.</source>
            <translation>不适用时不计入权重。</translation>
        </message>
        <message>
            <source>Show the invoices behind it</source>
            <translation>查看相关发票</translation>
        </message>
        <message>
            <source>Show promises and disputes</source>
            <translation>查看承诺与争议</translation>
        </message>
        <message>
            <source>Show the financial statements</source>
            <translation>查看财务报表</translation>
        </message>
        <message>
            <source>Show the credit file</source>
            <translation>查看信用档案</translation>
        </message>
        <message>
            <source>Show the table</source>
            <translation>查看取值表</translation>
        </message>
    </context>
    <context>
        <name>ExposureHead</name>
        <message>
            <source>Exposure</source>
            <translation>信用敞口</translation>
        </message>
        <message>
            <source>no limit is checked</source>
            <translation>不检查额度</translation>
        </message>
        <message>
            <source>no limit set</source>
            <translation>未设额度</translation>
        </message>
        <message>
            <source>limit 0: on stop</source>
            <translation>额度为 0：停止赊销</translation>
        </message>
        <message>
            <source>{share} of the limit, {amount} over</source>
            <translation>占额度 {share}，超 {amount}</translation>
        </message>
        <message>
            <source>{share} of the limit</source>
            <translation>占额度 {share}</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用额度</translation>
        </message>
        <message>
            <source>Uninsured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>Uninsured (disputed)</source>
            <translation>未保（争议）</translation>
        </message>
        <message>
            <source>Uninsured ({amount} disputed)</source>
            <translation>未保（争议 {amount}）</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Paid on account</source>
            <translation>账上未核销</translation>
        </message>
        <message>
            <source>Insurer's limit {amount}</source>
            <translation>保险限额 {amount}</translation>
        </message>
        <message>
            <source>Credit limit {amount}</source>
            <translation>信用额度 {amount}</translation>
        </message>
        <message>
            <source>Group {name}: {used} used</source>
            <translation>集团 {name}：已用 {used}</translation>
        </message>
        <message>
            <source>Group {name}: {used} of {limit} used</source>
            <translation>集团 {name} 共用额度：已用 {used} / {limit}</translation>
        </message>
    </context>
    <context>
        <name>ExposureList</name>
        <message>
            <source>Without a rate, and so left out: {currencies}</source>
            <translation>缺汇率，未计入：{currencies}</translation>
        </message>
        <message>
            <source>At risk, {currency}</source>
            <translation>风险占用（{currency}）</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>到期 {day}</translation>
        </message>
    </context>
    <context>
        <name>FamilyStep</name>
        <message>
            <source>Points</source>
            <translation>本项得分</translation>
        </message>
        <message>
            <source>Filled in from what is on file; what you type over is marked and needs a reason.</source>
            <translation>自动取自档案与台账；可改写，改写后会标明并要求理由。</translation>
        </message>
    </context>
    <context>
        <name>FaultDialog</name>
        <message>
            <source>Holdfast made a mistake</source>
            <translation>稳账出错了</translation>
        </message>
        <message>
            <source>Holdfast ended unexpectedly</source>
            <translation>稳账意外退出</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>错误报告</translation>
        </message>
        <message>
            <source>Names, amounts, numbers, folders and passwords are left out. Read it, change what you like, and save it: it goes nowhere by itself.</source>
            <translation>名称、金额、号码、文件夹和密码都已略去。请过目，可以修改，再保存；报告不会自动发往任何地方。</translation>
        </message>
        <message>
            <source>The program ended last time before it was closed.</source>
            <translation>程序上次没有正常关闭就退出了。</translation>
        </message>
        <message>
            <source>Your data is safe: what was saved stays, and an action under way was taken back.</source>
            <translation>数据安全：已保存的都在，进行到一半的操作已撤回。</translation>
        </message>
        <message>
            <source>If it happens again, save the report and give it to whoever looks after this program.</source>
            <translation>若再次发生，请保存报告并交给负责维护本程序的人。</translation>
        </message>
        <message>
            <source>This action failed inside the program.</source>
            <translation>程序内部出错，这一步没有完成。</translation>
        </message>
        <message>
            <source>Your data is safe: an action is saved whole or not at all, and this one was taken back.</source>
            <translation>您的数据是安全的：每一步要么完整保存，要么不保存；这一步已撤回。</translation>
        </message>
        <message>
            <source>Try again. If it happens again, save the report and give it to whoever looks after this program.</source>
            <translation>请再试一次。若再次发生，请保存报告并交给负责维护本程序的人。</translation>
        </message>
        <message>
            <source>Show the report</source>
            <translation>查看报告</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>保存报告…</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>“{path}” cannot be written: {reason}</source>
            <translation>无法写入“{path}”：{reason}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Faults</name>
        <message>
            <source>There is not enough memory for this. Close other programs and try again.</source>
            <translation>内存不足。请关闭其他程序后重试。</translation>
        </message>
        <message>
            <source>The system refused access to “{place}” ({reason}). Nothing was changed.</source>
            <translation>系统拒绝访问“{place}”（{reason}）。没有改动任何数据。</translation>
        </message>
        <message>
            <source>Something went wrong inside Holdfast.</source>
            <translation>稳账内部出错。</translation>
        </message>
    </context>
    <context>
        <name>FigureDetail</name>
        <message>
            <source>No data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>Target {value}</source>
            <translation>目标 {value}</translation>
        </message>
        <message>
            <source>No target</source>
            <translation>未设目标</translation>
        </message>
        <message>
            <source>No benchmark</source>
            <translation>无参考值</translation>
        </message>
        <message>
            <source>Benchmark {value}</source>
            <translation>参考 {value}</translation>
        </message>
        <message>
            <source>Rows behind: {what}</source>
            <translation>明细：{what}</translation>
        </message>
        <message>
            <source>Nothing stands behind it.</source>
            <translation>没有明细。</translation>
        </message>
        <message>
            <source>How it is worked out</source>
            <translation>算法</translation>
        </message>
        <message>
            <source>Target and benchmark</source>
            <translation>目标与参考值</translation>
        </message>
        <message>
            <source>Open the source in the browser</source>
            <translation>在浏览器中打开来源</translation>
        </message>
        <message>
            <source>What this figure means, and what to do</source>
            <translation>指标含义与对策</translation>
        </message>
        <message>
            <source>Target…</source>
            <translation>目标…</translation>
        </message>
        <message>
            <source>Benchmark…</source>
            <translation>参考值…</translation>
        </message>
        <message>
            <source>Open the row</source>
            <translation>打开此项</translation>
        </message>
        <message>
            <source>Rows behind the figure</source>
            <translation>指标明细</translation>
        </message>
    </context>
    <context>
        <name>FiguresPanel</name>
        <message>
            <source>Left out for want of a rate: {currencies}</source>
            <translation>缺汇率、未计入的币种：{currencies}</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) worked out</source>
            <translation>
                <numerusform>已算出 %n 项指标</numerusform>
            </translation>
        </message>
        <message>
            <source>Length of the periods</source>
            <translation>期间长度</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Key figures</source>
            <translation>关键指标</translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message>
            <source>Ratios</source>
            <translation>比率</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>{n} d</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{change} in a year</source>
            <translation>一年间 {change}</translation>
        </message>
        <message>
            <source>Cash gap</source>
            <translation>资金缺口</translation>
        </message>
        <message>
            <source>enter own cash in the forecast</source>
            <translation>请在资金预测中填写自有资金</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>in 13 weeks</source>
            <translation>13 周内</translation>
        </message>
        <message>
            <source>from {first}, most on {day}</source>
            <translation>自 {first} 起，{day} 最多</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>A year before</source>
            <translation>一年前</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变化</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>公式</translation>
        </message>
        <message>
            <source>From the statement of {period}, amounts in {currency}.</source>
            <translation>取自 {period} 的报表，金额单位 {currency}。</translation>
        </message>
        <message>
            <source>Income of a shorter period counts as of twelve months.</source>
            <translation>不足一年的收支折算为十二个月。</translation>
        </message>
        <message>
            <source>It is older than 18 months.</source>
            <translation>该报表已超过 18 个月。</translation>
        </message>
        <message>
            <source>Period to</source>
            <translation>期末</translation>
        </message>
        <message>
            <source>Figures of our liquidity</source>
            <translation>自身流动性指标</translation>
        </message>
        <message>
            <source>No statement of our own up to this day.</source>
            <translation>截至当日没有本公司报表。</translation>
        </message>
        <message>
            <source>Type a period…</source>
            <translation>录入一期…</translation>
        </message>
        <message>
            <source>Ratios, working capital and the cash cycle are worked out of it.</source>
            <translation>比率、营运资金与现金周期由报表算出。</translation>
        </message>
    </context>
    <context>
        <name>FileBar</name>
        <message>
            <source>Pasted rows</source>
            <translation>粘贴的行</translation>
        </message>
        <message>
            <source>1,000</source>
            <translation>千</translation>
        </message>
        <message>
            <source>10,000</source>
            <translation>万</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Header row</source>
            <translation>表头行</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Separator</source>
            <translation>分隔符</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
    </context>
    <context>
        <name>FilePick</name>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Take the file back</source>
            <translation>移除文件</translation>
        </message>
        <message>
            <source>Pictures and papers</source>
            <translation>图片与文件</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
    </context>
    <context>
        <name>FileWatch</name>
        <message>
            <source>Save elsewhere and go on there…</source>
            <translation>另存到别处并在那里继续…</translation>
        </message>
        <message>
            <source>Find the file…</source>
            <translation>查找文件…</translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Backups…</source>
            <translation>备份…</translation>
        </message>
        <message>
            <source>{name} saved elsewhere</source>
            <translation>{name} 另存</translation>
        </message>
    </context>
    <context>
        <name>FinancialsTab</name>
        <message>
            <source>Add a month…</source>
            <translation>登记一个月…</translation>
        </message>
        <message>
            <source>Type a period…</source>
            <translation>录入一期…</translation>
        </message>
        <message>
            <source>What to look at</source>
            <translation>查看内容</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Ratios and opinions</source>
            <translation>指标与预警模型</translation>
        </message>
        <message>
            <source>Bank flows</source>
            <translation>银行流水</translation>
        </message>
        <message>
            <source>Import from a file…</source>
            <translation>从文件导入…</translation>
        </message>
        <message>
            <source>Credit report</source>
            <translation>信用报告</translation>
        </message>
    </context>
    <context>
        <name>FindingDialog</name>
        <message>
            <source>Finding</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>New finding</source>
            <translation>新增事项</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>A text left as it is follows the figures when they are reckoned anew.</source>
            <translation>未改动的文字会随指标重新计算而更新。</translation>
        </message>
        <message>
            <source>Set a day</source>
            <translation>设定期限</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>发现了什么</translation>
        </message>
        <message>
            <source>What is done about it</source>
            <translation>采取的措施</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Say what was found.</source>
            <translation>请写明事项。</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>Finding</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Carried</source>
            <translation>结转</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>All that are open</source>
            <translation>全部待办</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No finding matches.</source>
            <translation>没有符合条件的事项。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>The review of this quarter was not begun.</source>
            <translation>本季度的报告还没有开始。</translation>
        </message>
        <message>
            <source>Look for findings</source>
            <translation>查找事项</translation>
        </message>
        <message>
            <source>Figures off their targets, debts, limits and deadlines are gone through.</source>
            <translation>逐项检查未达标的指标、欠款、额度与期限。</translation>
        </message>
        <message>
            <source>Nothing calls for an action.</source>
            <translation>没有需要处理的事项。</translation>
        </message>
        <message>
            <source>Choose a finding first.</source>
            <translation>请先选择事项。</translation>
        </message>
        <message>
            <source>This finding comes from no figure or page.</source>
            <translation>此事项不来自任何指标或页面。</translation>
        </message>
        <message>
            <source>This quarter's review is locked.</source>
            <translation>本季度的报告已锁定。</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 项事项</numerusform>
            </translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>New finding</source>
            <translation>新增事项</translation>
        </message>
        <message>
            <source>See behind it</source>
            <translation>查看依据</translation>
        </message>
        <message>
            <source>Done…</source>
            <translation>办结…</translation>
        </message>
        <message>
            <source>Drop…</source>
            <translation>不再跟进…</translation>
        </message>
        <message>
            <source>Take up again</source>
            <translation>恢复跟进</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>事项</translation>
        </message>
    </context>
    <context>
        <name>FinishPanel</name>
        <message>
            <source>Pasted rows</source>
            <translation>粘贴的行</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Already there</source>
            <translation>账中已有</translation>
        </message>
        <message>
            <source>Not imported</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>Settlements inferred</source>
            <translation>推定结清</translation>
        </message>
        <message>
            <source>New customers</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入完成</translation>
        </message>
        <message>
            <source>Open the aging board</source>
            <translation>打开账龄表</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>撤销本次导入</translation>
        </message>
        <message>
            <source>Save refused rows</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>Import another file</source>
            <translation>导入其他文件</translation>
        </message>
        <message>
            <source>New lines</source>
            <translation>新增流水</translation>
        </message>
        <message>
            <source>Known from before</source>
            <translation>此前已有</translation>
        </message>
        <message>
            <source>Applied</source>
            <translation>已核销</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>待您处理</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>Statement taken in</source>
            <translation>流水已导入</translation>
        </message>
        <message>
            <source>Nothing new in it</source>
            <translation>没有新内容</translation>
        </message>
        <message numerus="yes">
            <source>Decide %n waiting line(s)</source>
            <translation>
                <numerusform>处理 %n 笔待定流水</numerusform>
            </translation>
        </message>
        <message>
            <source>To the lines</source>
            <translation>查看流水</translation>
        </message>
        <message>
            <source>Undo this statement</source>
            <translation>撤销本次导入</translation>
        </message>
        <message>
            <source>Another statement</source>
            <translation>再导入一份</translation>
        </message>
    </context>
    <context>
        <name>FlowDialog</name>
        <message>
            <source>Edit month</source>
            <translation>修改月份</translation>
        </message>
        <message>
            <source>New month of bank flow</source>
            <translation>登记银行流水</translation>
        </message>
        <message>
            <source>Enter own money</source>
            <translation>登记收支</translation>
        </message>
        <message>
            <source>Edit own money</source>
            <translation>修改收支</translation>
        </message>
        <message>
            <source>What goes out or comes in beside what customers owe</source>
            <translation>客户欠款以外的支出或收入</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>goes out</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>comes in</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Say what the money is for.</source>
            <translation>请写明这笔钱的用途。</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>The last day lies before the first.</source>
            <translation>截止日早于起始日。</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Such as 2025-11</source>
            <translation>如 2025-11</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Came in</source>
            <translation>流入</translation>
        </message>
        <message>
            <source>Went out</source>
            <translation>流出</translation>
        </message>
        <message>
            <source>Closing balance</source>
            <translation>月末余额</translation>
        </message>
        <message>
            <source>Below zero is an overdraft</source>
            <translation>负数表示透支</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Such as statement of which bank</source>
            <translation>如哪家银行的流水</translation>
        </message>
        <message>
            <source>Write the month as 2025-11.</source>
            <translation>月份请写成 2025-11。</translation>
        </message>
        <message>
            <source>This month is still to come.</source>
            <translation>这个月还没有到。</translation>
        </message>
        <message>
            <source>Enter an amount, 0 for none.</source>
            <translation>请填写金额，没有则填 0。</translation>
        </message>
        <message>
            <source>This cannot be below zero.</source>
            <translation>不能小于零。</translation>
        </message>
    </context>
    <context>
        <name>FlowsView</name>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Next on</source>
            <translation>下次日期</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Out (below 0: in)</source>
            <translation>支出（负数为收入）</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>typed</source>
            <translation>手工</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n</source>
            <translation>
                <numerusform>删除 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>A file of own money</source>
            <translation>自有收支文件</translation>
        </message>
        <message>
            <source>What goes out or comes in beside what customers owe: wages, tax, suppliers, loans.</source>
            <translation>客户欠款以外的支出和收入：工资、税费、货款、贷款等。</translation>
        </message>
        <message>
            <source>Enter own money</source>
            <translation>登记收支</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Own money</source>
            <translation>自有收支</translation>
        </message>
        <message>
            <source>No own money is entered.</source>
            <translation>还没有登记收支。</translation>
        </message>
        <message>
            <source>A file with payment date, description and amount can be imported too.</source>
            <translation>也可导入含付款日期、用途、金额的文件。</translation>
        </message>
        <message>
            <source>Came in</source>
            <translation>流入</translation>
        </message>
        <message>
            <source>Went out</source>
            <translation>流出</translation>
        </message>
        <message>
            <source>Balance of both</source>
            <translation>收支差额</translation>
        </message>
        <message>
            <source>Closing balance</source>
            <translation>月末余额</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n 个月</numerusform>
            </translation>
        </message>
        <message>
            <source>Came in a month</source>
            <translation>月均流入</translation>
        </message>
        <message>
            <source>Went out a month</source>
            <translation>月均流出</translation>
        </message>
        <message>
            <source>Lowest closing balance</source>
            <translation>最低月末余额</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Bank flows by month</source>
            <translation>按月银行流水</translation>
        </message>
        <message>
            <source>No bank flow is noted.</source>
            <translation>没有登记银行流水。</translation>
        </message>
        <message>
            <source>Add a month…</source>
            <translation>登记一个月…</translation>
        </message>
        <message>
            <source>Months of the customer's own account, as it showed them to us.</source>
            <translation>客户自己账户的逐月流水，由客户提供。</translation>
        </message>
    </context>
    <context>
        <name>ForecastCard</name>
        <message>
            <source>Collections, 8 weeks</source>
            <translation>未来 8 周回款预测</translation>
        </message>
        <message>
            <source>by habit {amount}</source>
            <translation>按付款习惯 {amount}</translation>
        </message>
        <message>
            <source>promises, plans, bills and claims {amount}</source>
            <translation>承诺、分期、票据与赔款 {amount}</translation>
        </message>
        <message>
            <source>After 8 weeks {amount}</source>
            <translation>8 周后另有 {amount}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Left out: {named}</source>
            <translation>未计入：{named}</translation>
        </message>
        <message>
            <source>Credits on account {amount}</source>
            <translation>已扣未核销收款与贷项 {amount}</translation>
        </message>
        <message>
            <source>Show data</source>
            <translation>查看数据</translation>
        </message>
    </context>
    <context>
        <name>ForecastData</name>
        <message>
            <source>Collections, next 8 weeks</source>
            <translation>未来 8 周回款预测</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>By habit</source>
            <translation>按付款习惯</translation>
        </message>
        <message>
            <source>Announced</source>
            <translation>已有约定</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收账款</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Week of {day}</source>
            <translation>{day} 起</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>未计入</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Enter an amount.</source>
            <translation>请填写金额。</translation>
        </message>
        <message>
            <source>The amount must be above zero.</source>
            <translation>金额必须大于零。</translation>
        </message>
        <message>
            <source>The amount cannot be below zero.</source>
            <translation>金额不能小于零。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>该日期尚未到来。</translation>
        </message>
        <message>
            <source>What you typed is not saved. Press Esc again to discard it.</source>
            <translation>所填内容尚未保存。再按一次 Esc 放弃。</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>继续编辑</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
    </context>
    <context>
        <name>Grades</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Scored</source>
            <translation>评分日期</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Was</source>
            <translation>原级</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>覆盖率</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Never scored</source>
            <translation>从未评分</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>Ends today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Ends in {n} d</source>
            <translation>剩 {n} 天</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>现行</translation>
        </message>
        <message>
            <source>No finished assessment yet</source>
            <translation>尚无完成的评分</translation>
        </message>
        <message>
            <source>Overridden by hand</source>
            <translation>经人工调整</translation>
        </message>
        <message>
            <source>insufficient data: C at most</source>
            <translation>资料不足，最高 C 级</translation>
        </message>
    </context>
    <context>
        <name>GradesPanel</name>
        <message numerus="yes">
            <source>%n customer(s) with a grade in force</source>
            <translation>
                <numerusform>%n 家客户有现行等级</numerusform>
            </translation>
        </message>
        <message>
            <source>Which list</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Grades in force</source>
            <translation>现行等级</translation>
        </message>
        <message>
            <source>Score everybody again</source>
            <translation>全部重新评分</translation>
        </message>
    </context>
    <context>
        <name>GradesView</name>
        <message>
            <source>What is shown by grade</source>
            <translation>按等级显示的内容</translation>
        </message>
        <message>
            <source>This policy</source>
            <translation>此政策</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>现状</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Outcome by grade</source>
            <translation>各等级结果</translation>
        </message>
        <message>
            <source>Break-even: the share of the credit sales that may be lost before they earn nothing; margin less carrying cost, discount and premium.</source>
            <translation>盈亏平衡损失率：赊销额中最多可损失的比例，超过即不再盈利；等于毛利率减去资金占用、折扣与保费。</translation>
        </message>
    </context>
    <context>
        <name>GrantDialog</name>
        <message>
            <source>Change the limit</source>
            <translation>调整额度</translation>
        </message>
        <message>
            <source>Grant a limit</source>
            <translation>授予额度</translation>
        </message>
        <message>
            <source>Grant</source>
            <translation>授予</translation>
        </message>
        <message>
            <source>Shared by the group {name}</source>
            <translation>集团“{name}”共用</translation>
        </message>
        <message>
            <source>An amount</source>
            <translation>设金额</translation>
        </message>
        <message>
            <source>0: no credit</source>
            <translation>0：不赊销</translation>
        </message>
        <message>
            <source>No limit set</source>
            <translation>未设</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>不检查</translation>
        </message>
        <message>
            <source>Ends after</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Review by</source>
            <translation>复审日</translation>
        </message>
        <message>
            <source>Leave empty for the terms of the grade</source>
            <translation>留空按等级条件执行</translation>
        </message>
        <message>
            <source>What is decided</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Paid ahead, %</source>
            <translation>预付（%）</translation>
        </message>
        <message>
            <source>From</source>
            <translation>生效日</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复审</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Orders on credit pass while everything at risk stays within the amount.</source>
            <translation>只要敞口合计不超过该金额，赊销订单即可放行。</translation>
        </message>
        <message>
            <source>A limit of 0 is a decision: nothing is sold on credit, every order is paid ahead in full.</source>
            <translation>额度为 0 也是一项决定：不赊销，每张订单须全额预付。</translation>
        </message>
        <message>
            <source>Nobody has decided yet: orders pass, and every check says that a limit is missing.</source>
            <translation>尚无人决定：订单可放行，但每次核查都会提示缺少额度。</translation>
        </message>
        <message>
            <source>Decided not to check, for good customers or our own group: no use is counted, no order is held.</source>
            <translation>决定不检查，如优质客户或本集团：不计占用，不暂停订单。</translation>
        </message>
        <message>
            <source>Limit now</source>
            <translation>现有额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Take the suggestion: {amount}</source>
            <translation>采用建议额度：{amount}</translation>
        </message>
        <message>
            <source>{percent}% above the suggestion: say why.</source>
            <translation>高于建议 {percent}%：请说明理由。</translation>
        </message>
        <message>
            <source>Limit asked for: {amount}, terms {terms}, {deposit}% paid ahead.</source>
            <translation>申请额度：{amount}，账期 {terms}，预付 {deposit}%。</translation>
        </message>
        <message>
            <source>More than this is used already: say why. Running orders are not undone.</source>
            <translation>现有占用已高于此额度，请写明理由；已接订单不受影响。</translation>
        </message>
        <message>
            <source>Enter the amount; empty is not 0. To stop all credit, choose “0: no credit”.</source>
            <translation>请填写金额；空白不等于 0。要停止赊销，请选“0：不赊销”。</translation>
        </message>
        <message>
            <source>A limit cannot be negative.</source>
            <translation>额度不能为负。</translation>
        </message>
        <message>
            <source>A share between 0 and 100.</source>
            <translation>请填 0 到 100 之间的比例。</translation>
        </message>
        <message>
            <source>A limit runs from this day already: choose another day, or withdraw that one first.</source>
            <translation>该日已有一项额度生效：请换一天，或先撤回那一项。</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>截止日早于开始日。</translation>
        </message>
        <message>
            <source>Say why, in at least {least} characters.</source>
            <translation>请用至少 {least} 个字说明理由。</translation>
        </message>
        <message>
            <source>{name}: approve the limit of {amount}</source>
            <translation>{name}：批准 {amount} 的额度</translation>
        </message>
    </context>
    <context>
        <name>Guard</name>
        <message>
            <source>This file is open for reading only; nothing can be changed.</source>
            <translation>文件以只读方式打开，不能修改。</translation>
        </message>
        <message>
            <source>{user} has this file open; here it is for reading only.</source>
            <translation>{user} 正打开此文件，此处只读。</translation>
        </message>
        <message>
            <source>Nobody has sat down: for looking only. File › Change who works here…</source>
            <translation>没有人就座，只能查看。请用“文件 › 更换使用人…”。</translation>
        </message>
        <message>
            <source>{name} ({role}) has no duty to {what}. Who has: {able}.</source>
            <translation>{what}不属于{name}（{role}）的职责。可以做的人：{able}。</translation>
        </message>
    </context>
    <context>
        <name>HealthPage</name>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>All figures</source>
            <translation>全部指标</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Own liquidity</source>
            <translation>自身流动性</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Reviews</source>
            <translation>季度报告</translation>
        </message>
        <message>
            <source>Health check</source>
            <translation>信用体检</translation>
        </message>
        <message>
            <source>Is credit control healthy, and what is to be done</source>
            <translation>信用管理是否健康，接下来做什么</translation>
        </message>
    </context>
    <context>
        <name>HeatCard</name>
        <message>
            <source>Risk map</source>
            <translation>风险热力图</translation>
        </message>
        <message>
            <source>grade × exposure each, {currency}; darker first</source>
            <translation>等级 × 单客敞口，{currency}；颜色越深越先处理</translation>
        </message>
        <message>
            <source>region × exposure each, {currency}</source>
            <translation>地区 × 单客敞口，{currency}</translation>
        </message>
        <message>
            <source>industry × exposure each, {currency}</source>
            <translation>行业 × 单客敞口，{currency}</translation>
        </message>
        <message>
            <source>Nobody owes anything on this day.</source>
            <translation>当日没有客户欠款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>All customers</source>
            <translation>全部客户</translation>
        </message>
    </context>
    <context>
        <name>HeedCard</name>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>{number} is disputed, {amount}</source>
            <translation>{number} 有争议，{amount}</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>To heed</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>No warning, no dispute, no review within 30 days.</source>
            <translation>没有预警、争议，30 天内也没有复审。</translation>
        </message>
    </context>
    <context>
        <name>Held</name>
        <message>
            <source>Nobody is in this state.</source>
            <translation>没有处于此状态的客户。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>No customers yet.</source>
            <translation>还没有客户。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Grades in force</source>
            <translation>现行等级</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>现行</translation>
        </message>
        <message>
            <source>Ending soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>Never scored</source>
            <translation>从未评分</translation>
        </message>
        <message>
            <source>In force by grade: {parts}</source>
            <translation>现行各级户数：{parts}</translation>
        </message>
        <message>
            <source>Which grades</source>
            <translation>显示哪些等级</translation>
        </message>
        <message>
            <source>Customer or code</source>
            <translation>客户或编号</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Score…</source>
            <translation>评分…</translation>
        </message>
    </context>
    <context>
        <name>HelpDoor</name>
        <message>
            <source>Open a company first: the sample company will do.</source>
            <translation>请先打开一个公司，示例公司也可以。</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
    </context>
    <context>
        <name>HelpOverDialog</name>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>HelpPanel</name>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>搜索帮助</translation>
        </message>
        <message>
            <source>Contents of the help</source>
            <translation>帮助目录</translation>
        </message>
        <message>
            <source>The topic before (Alt+←)</source>
            <translation>上一条（Alt+←）</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>Beside the page</source>
            <translation>放在页面旁</translation>
        </message>
        <message>
            <source>As wide as the window</source>
            <translation>铺满窗口</translation>
        </message>
    </context>
    <context>
        <name>HelpTopics</name>
        <message>
            <source>What this means</source>
            <translation>这是什么意思</translation>
        </message>
        <message>
            <source>What {grade} means</source>
            <translation>{grade}的含义</translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>记录数</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
        <message numerus="yes">
            <source>and %n more row(s)</source>
            <translation>
                <numerusform>另有 %n 条记录</numerusform>
            </translation>
        </message>
        <message>
            <source>History</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Every action with its rows before and after</source>
            <translation>每一步操作及其前后内容</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>操作记录</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>证明</translation>
        </message>
        <message>
            <source>Show earlier actions</source>
            <translation>显示更早的操作</translation>
        </message>
        <message>
            <source>Undo this action</source>
            <translation>撤销这一步</translation>
        </message>
        <message>
            <source>Nothing was changed yet.</source>
            <translation>还没有任何改动。</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>记录数</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Show earlier actions</source>
            <translation>显示更早的操作</translation>
        </message>
        <message>
            <source>Nothing was changed yet.</source>
            <translation>还没有任何改动。</translation>
        </message>
    </context>
    <context>
        <name>Holding</name>
        <message>
            <source>These figures are not saved.</source>
            <translation>这些数字尚未保存。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Validity and loss rates</source>
            <translation>有效期与损失率</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Holds, months</source>
            <translation>有效期（月）</translation>
        </message>
        <message>
            <source>Loss a year, %</source>
            <translation>年损失率（%）</translation>
        </message>
        <message>
            <source>Shipped loss rates: yearly failures measured with the shipped financial ratios on 5,908 Polish firms. They serve to compare cards and are no forecast of your own losses.</source>
            <translation>自带损失率：以自带财务比率在 5,908 家波兰企业上测得的年度失败率。用于比较评分卡，不是贵公司损失的预测。</translation>
        </message>
        <message>
            <source>What ends a grade before its time</source>
            <translation>提前终止有效期</translation>
        </message>
        <message>
            <source>A new court record, the list of dishonest debtors, an insurer's cut and insolvency end it at once; new arrears do from here on:</source>
            <translation>新的涉诉记录、失信名单、保险公司调减额度、破产即时终止；新增逾期达到以下程度时终止：</translation>
        </message>
        <message>
            <source>More than</source>
            <translation>逾期超过</translation>
        </message>
        <message>
            <source>days overdue, above</source>
            <translation>天的欠款高于未付款的</translation>
        </message>
        <message>
            <source>% of what is open</source>
            <translation>%</translation>
        </message>
        <message>
            <source>Days overdue that end a grade</source>
            <translation>终止等级的逾期天数</translation>
        </message>
        <message>
            <source>Share of what is open, %</source>
            <translation>占未付款比例（%）</translation>
        </message>
        <message>
            <source>Back to the shipped figures</source>
            <translation>恢复自带数字</translation>
        </message>
    </context>
    <context>
        <name>IdentifierDialog</name>
        <message>
            <source>New identifier</source>
            <translation>新建证照号码</translation>
        </message>
        <message>
            <source>Edit identifier</source>
            <translation>编辑证照号码</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Recognise it</source>
            <translation>自动识别</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>号码类型</translation>
        </message>
        <message>
            <source>Enter the number.</source>
            <translation>请填写号码。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>{kind}: {problem}</source>
            <translation>{kind}：{problem}</translation>
        </message>
        <message>
            <source>{kind}, without a check digit.</source>
            <translation>{kind}，没有校验位。</translation>
        </message>
        <message>
            <source>{kind}: the check digit is right.</source>
            <translation>{kind}：校验位正确。</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>Invoices and credit notes</source>
            <translation>发票与贷项</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Document date</source>
            <translation>单据日期</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Customer code</source>
            <translation>客户编码</translation>
        </message>
        <message>
            <source>Customer name</source>
            <translation>客户名称</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Document type</source>
            <translation>单据类型</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount in base currency</source>
            <translation>本位币金额</translation>
        </message>
        <message>
            <source>Net amount</source>
            <translation>不含税金额</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Amount received</source>
            <translation>已收金额</translation>
        </message>
        <message>
            <source>Open amount</source>
            <translation>未清金额</translation>
        </message>
        <message>
            <source>Debit</source>
            <translation>借方</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>贷方</translation>
        </message>
        <message>
            <source>Debit or credit</source>
            <translation>借贷方向</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>收款日期</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Shipped on</source>
            <translation>发货日</translation>
        </message>
        <message>
            <source>Payment method</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Days overdue (worked out anew)</source>
            <translation>逾期天数（将重新计算）</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>税号</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户银行</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账号</translation>
        </message>
        <message>
            <source>Y/M/D</source>
            <translation>年/月/日</translation>
        </message>
        <message>
            <source>D/M/Y</source>
            <translation>日/月/年</translation>
        </message>
        <message>
            <source>M/D/Y</source>
            <translation>月/日/年</translation>
        </message>
        <message>
            <source>Choose customer</source>
            <translation>指定客户</translation>
        </message>
        <message>
            <source>Import all the same</source>
            <translation>仍然导入</translation>
        </message>
    </context>
    <context>
        <name>ImportOutcome</name>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>发生什么</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Due date by the customer's terms</source>
            <translation>到期日按客户账期推算</translation>
        </message>
        <message>
            <source>In {n} instalments</source>
            <translation>分 {n} 期</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Shipped on</source>
            <translation>发货日</translation>
        </message>
        <message>
            <source>Payment method</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>VAT</source>
            <translation>增值税</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户行</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账号</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Book rate</source>
            <translation>记账汇率</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>税号</translation>
        </message>
        <message>
            <source>Open before</source>
            <translation>原未清</translation>
        </message>
        <message>
            <source>Open after</source>
            <translation>现未清</translation>
        </message>
        <message>
            <source>Inferred settlement</source>
            <translation>推定结清</translation>
        </message>
        <message>
            <source>Not listed: settled</source>
            <translation>不再列出：结清</translation>
        </message>
        <message>
            <source>Reopened</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Partly settled</source>
            <translation>部分结清</translation>
        </message>
        <message>
            <source>Rows sum to</source>
            <translation>各行合计</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Already there</source>
            <translation>账中已有</translation>
        </message>
        <message>
            <source>To resolve</source>
            <translation>须处理</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>结清</translation>
        </message>
        <message>
            <source>Total in the file</source>
            <translation>文件中的合计</translation>
        </message>
        <message>
            <source>no total row</source>
            <translation>无合计行</translation>
        </message>
        <message>
            <source>The rows do not sum to this.</source>
            <translation>与各行之和不符。</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>The corrections typed for this file have not been imported.</source>
            <translation>对此文件所作的更正尚未导入。</translation>
        </message>
        <message>
            <source>Leave and lose them? The file itself is not changed.</source>
            <translation>离开将放弃这些更正，文件本身不受影响。仍要离开？</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>This company is open for reading only, so nothing can be imported.</source>
            <translation>公司文件以只读方式打开，无法导入。</translation>
        </message>
        <message>
            <source>The import was undone.</source>
            <translation>已撤销本次导入。</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>账目未作任何改动</translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n rows</source>
            <translation>
                <numerusform>跳过 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>If this is a statement from your bank, its lines belong under bank receipts.</source>
            <translation>如果这是银行流水，请在“银行收款”中导入。</translation>
        </message>
        <message>
            <source>Read it as a bank statement</source>
            <translation>按银行流水读取</translation>
        </message>
        <message numerus="yes">
            <source>Import without %n rows</source>
            <translation>
                <numerusform>导入（不含 %n 行）</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is written before you have seen what would happen.</source>
            <translation>写入账目之前，会先列出将发生的变化。</translation>
        </message>
        <message>
            <source>{new} new, {changed} changed, {same} already there, {open} to resolve</source>
            <translation>新增 {new}，变更 {changed}，已有 {same}，须处理 {open}</translation>
        </message>
        <message>
            <source>Ready to import: {ready} • To resolve or leave out: {errors}</source>
            <translation>可导入 {ready} 条 • 须处理或跳过 {errors} 行</translation>
        </message>
        <message>
            <source>refused rows</source>
            <translation>未导入的行</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Choose file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>对应列</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Cancel import</source>
            <translation>取消导入</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>IndicatorDialog</name>
        <message>
            <source>New indicator</source>
            <translation>新指标</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>A question of our own</source>
            <translation>自拟问题</translation>
        </message>
        <message>
            <source>A figure</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>是或否</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Answered by hand when a customer is scored</source>
            <translation>评分时手工填写</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Write the question.</source>
            <translation>请写出问题。</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>IndicatorEditor</name>
        <message>
            <source>Answer</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从（含）</translation>
        </message>
        <message>
            <source>Below</source>
            <translation>到（不含）</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Own customers</source>
            <translation>本公司客户</translation>
        </message>
        <message>
            <source>Remove row {n}</source>
            <translation>删除第 {n} 档</translation>
        </message>
        <message>
            <source>no end</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Unit: {unit} • Source: {source} • Counts {share} of 100 points</source>
            <translation>单位：{unit} • 来源：{source} • 占总分 {share} 分</translation>
        </message>
        <message>
            <source>Row {n} from</source>
            <translation>第 {n} 档下限</translation>
        </message>
        <message>
            <source>Row {n} below</source>
            <translation>第 {n} 档上限</translation>
        </message>
        <message>
            <source>Answer {n}</source>
            <translation>答案 {n}</translation>
        </message>
        <message>
            <source>Points for {row}</source>
            <translation>“{row}”的得分</translation>
        </message>
        <message>
            <source>Any other answer</source>
            <translation>其他答案</translation>
        </message>
        <message>
            <source>Out of range: below {least} or above {most}</source>
            <translation>超出合理范围：低于 {least} 或高于 {most}</translation>
        </message>
        <message>
            <source>Out of range: below {least}</source>
            <translation>超出合理范围：低于 {least}</translation>
        </message>
        <message>
            <source>Out of range: above {most}</source>
            <translation>超出合理范围：高于 {most}</translation>
        </message>
        <message>
            <source>{indicator}: {row}</source>
            <translation>{indicator}：{row}</translation>
        </message>
        <message>
            <source>Maximum age, days</source>
            <translation>资料有效天数</translation>
        </message>
        <message>
            <source>older values earn half their points</source>
            <translation>超过后得分减半</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Values make sense from</source>
            <translation>合理取值从</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Least value</source>
            <translation>最小值</translation>
        </message>
        <message>
            <source>Greatest value</source>
            <translation>最大值</translation>
        </message>
        <message>
            <source>Add a row</source>
            <translation>添加一档</translation>
        </message>
        <message>
            <source>Close the gaps</source>
            <translation>补齐断档</translation>
        </message>
        <message>
            <source>Remove this indicator</source>
            <translation>删除此指标</translation>
        </message>
        <message>
            <source>Where it does not apply, leave it out: the rest of the family counts more</source>
            <translation>不适用时不计入：同类其余指标按比例加权</translation>
        </message>
        <message>
            <source>Points go up and down on purpose</source>
            <translation>得分有意忽高忽低</translation>
        </message>
    </context>
    <context>
        <name>IndicatorRow</name>
        <message>
            <source>Typed over</source>
            <translation>手工修改</translation>
        </message>
        <message>
            <source>On file: {value}</source>
            <translation>档案为 {value}</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>too old: half the points</source>
            <translation>已过时，得分减半</translation>
        </message>
        <message>
            <source>How “{name}” earns its points</source>
            <translation>“{name}”如何计分</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Why? Kept with the assessment</source>
            <translation>理由，随评分保存</translation>
        </message>
        <message>
            <source>Reason for typing over “{name}”</source>
            <translation>改写“{name}”的理由</translation>
        </message>
        <message>
            <source>Value on file again (Ctrl+Backspace)</source>
            <translation>恢复档案数值（Ctrl+Backspace）</translation>
        </message>
    </context>
    <context>
        <name>InsurancePage</name>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Buyer limits</source>
            <translation>买方限额</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>在保明细</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>赔案</translation>
        </message>
        <message>
            <source>Declarations</source>
            <translation>申报与保费</translation>
        </message>
        <message>
            <source>Worth it?</source>
            <translation>是否值得</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>What is really covered, and which day would forfeit it</source>
            <translation>哪些真正在保，哪一天会丧失赔付权利</translation>
        </message>
    </context>
    <context>
        <name>InsuranceTab</name>
        <message>
            <source>Policy and limit</source>
            <translation>保单与限额</translation>
        </message>
        <message>
            <source>No credit insurance policy is entered yet.</source>
            <translation>还没有登记信用保险保单。</translation>
        </message>
        <message>
            <source>Enter a policy</source>
            <translation>登记保单</translation>
        </message>
        <message>
            <source>{amount} on account</source>
            <translation>账上未核销 {amount}</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>买方限额</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Uninsured</source>
            <translation>未保</translation>
        </message>
        <message>
            <source>Open the policy</source>
            <translation>查看保单</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>Shipments after {day} are not insured.</source>
            <translation>{day}之后的发货不在保。</translation>
        </message>
        <message>
            <source>No policy in force covers a shipment to this buyer today.</source>
            <translation>今日向该买方发货没有有效保单承保。</translation>
        </message>
        <message>
            <source>{why}. {todo}</source>
            <translation>{why}。{todo}</translation>
        </message>
        <message>
            <source>A shipment of today would be insured up to what is left of the limit.</source>
            <translation>今日发货在剩余限额内在保。</translation>
        </message>
        <message>
            <source>to {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>pays {share} %</source>
            <translation>赔付 {share}%</translation>
        </message>
        <message>
            <source>terms up to {n} d</source>
            <translation>账期不超过 {n} 天</translation>
        </message>
        <message>
            <source>extension up to {n} d</source>
            <translation>最长延长 {n} 天</translation>
        </message>
        <message>
            <source>waiting period {n} d</source>
            <translation>等待期 {n} 天</translation>
        </message>
        <message>
            <source>Cover of open invoices</source>
            <translation>未结发票在保情况</translation>
        </message>
        <message>
            <source>Decisions of the insurer</source>
            <translation>保险人的限额决定</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>赔案</translation>
        </message>
        <message>
            <source>insured whole</source>
            <translation>全额在保</translation>
        </message>
        <message>
            <source>{insured} insured, {rest} not</source>
            <translation>在保 {insured}，未保 {rest}</translation>
        </message>
        <message>
            <source>{insured} insured, {rest} not, {taken} on account</source>
            <translation>在保 {insured}，未保 {rest}，账上未核销 {taken}</translation>
        </message>
        <message>
            <source>papers {done} of {needed}</source>
            <translation>材料 {done} / {needed}</translation>
        </message>
        <message>
            <source>Indemnity to expect</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>if all of it were lost today</source>
            <translation>假设今日全部损失</translation>
        </message>
        <message>
            <source>Nothing of this buyer is insured: nothing is to be expected.</source>
            <translation>该买方没有在保金额，预计没有赔付。</translation>
        </message>
        <message>
            <source>Request a limit</source>
            <translation>申请限额</translation>
        </message>
        <message>
            <source>Write a notice</source>
            <translation>填写可损通知</translation>
        </message>
        <message>
            <source>In the list</source>
            <translation>在列表中查看</translation>
        </message>
        <message>
            <source>Shipment facts…</source>
            <translation>发货信息…</translation>
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation>没有未结发票。</translation>
        </message>
        <message>
            <source>The insurer has decided nothing on this buyer yet.</source>
            <translation>保险人还没有对该买方作出决定。</translation>
        </message>
        <message>
            <source>Nothing is due towards an insurer.</source>
            <translation>没有对保险人的期限。</translation>
        </message>
        <message>
            <source>No claim was made.</source>
            <translation>没有赔案。</translation>
        </message>
    </context>
    <context>
        <name>InterestDialog</name>
        <message>
            <source>Late interest of {number}</source>
            <translation>发票 {number} 的逾期利息</translation>
        </message>
        <message>
            <source>Print sheet…</source>
            <translation>打印计算单…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>{rule} (applies)</source>
            <translation>{rule}（适用）</translation>
        </message>
        <message>
            <source>Up to and including</source>
            <translation>计算至（含当日）</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Steps of the calculation</source>
            <translation>逐段计算</translation>
        </message>
        <message>
            <source>No late day to charge.</source>
            <translation>没有可计息的逾期天数。</translation>
        </message>
        <message>
            <source>{why} Rate: {rate}.</source>
            <translation>{why}利率：{rate}。</translation>
        </message>
        <message>
            <source>Source: {source}</source>
            <translation>出处：{source}</translation>
        </message>
        <message>
            <source>Late interest</source>
            <translation>逾期利息</translation>
        </message>
        <message>
            <source>Fixed compensation</source>
            <translation>固定补偿</translation>
        </message>
        <message>
            <source>Each further day</source>
            <translation>此后每日</translation>
        </message>
        <message>
            <source>Days late</source>
            <translation>逾期天数</translation>
        </message>
        <message>
            <source>Due and unpaid</source>
            <translation>到期未付</translation>
        </message>
        <message>
            <source>{percent}% discount ({amount}) when paid by {day}.</source>
            <translation>{day} 前（含当日）付清可享 {percent}% 现金折扣（{amount}）。</translation>
        </message>
        <message>
            <source>That costs {rate}% a year.</source>
            <translation>折合年成本 {rate}%。</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从（含）</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>利率</translation>
        </message>
        <message>
            <source>Interest (exact)</source>
            <translation>利息（未取整）</translation>
        </message>
    </context>
    <context>
        <name>InterestPanel</name>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>利率</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>适用国家</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>reference × {factor}</source>
            <translation>参考利率 × {factor}</translation>
        </message>
        <message>
            <source>reference + {margin}</source>
            <translation>参考利率 + {margin}</translation>
        </message>
        <message>
            <source>floating</source>
            <translation>浮动</translation>
        </message>
        <message>
            <source>fixed</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>自带</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Reset to shipped</source>
            <translation>恢复原规则</translation>
        </message>
        <message>
            <source>The contract's own rate comes first; else the law of the parties' country</source>
            <translation>合同约定优先；未约定时按双方所在国法律</translation>
        </message>
        <message>
            <source>Interest rules</source>
            <translation>逾期利息规则</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>New rule</source>
            <translation>新建规则</translation>
        </message>
        <message>
            <source>No rules.</source>
            <translation>没有规则。</translation>
        </message>
        <message>
            <source>The seller's country (ours)</source>
            <translation>卖方所在国（我方）</translation>
        </message>
        <message>
            <source>The buyer's country</source>
            <translation>买方所在国</translation>
        </message>
        <message>
            <source>Across borders, the law of</source>
            <translation>跨境交易适用</translation>
        </message>
        <message>
            <source>Where the contract names no law</source>
            <translation>合同未约定适用法律时</translation>
        </message>
    </context>
    <context>
        <name>InterestRuleDialog</name>
        <message>
            <source>New interest rule</source>
            <translation>新建利息规则</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>A published rate</source>
            <translation>公布的利率</translation>
        </message>
        <message>
            <source>A rate of its own</source>
            <translation>规则自定利率</translation>
        </message>
        <message>
            <source>Fixed by the day interest starts</source>
            <translation>自起息日固定不变</translation>
        </message>
        <message>
            <source>Changes with the table</source>
            <translation>随利率表浮动</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>请输入名称。</translation>
        </message>
        <message>
            <source>Made of</source>
            <translation>利率来源</translation>
        </message>
        <message>
            <source>Rate table</source>
            <translation>利率表</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>倍数</translation>
        </message>
        <message>
            <source>Plus, % points</source>
            <translation>加点（百分点）</translation>
        </message>
        <message>
            <source>The rate is</source>
            <translation>利率</translation>
        </message>
        <message>
            <source>Rate, %</source>
            <translation>利率（%）</translation>
        </message>
        <message>
            <source>Rate is per</source>
            <translation>计息周期</translation>
        </message>
        <message>
            <source>Days of a year</source>
            <translation>一年天数</translation>
        </message>
        <message>
            <source>Lowest rate, % a year</source>
            <translation>下限（年 %）</translation>
        </message>
        <message>
            <source>Highest rate, % a year</source>
            <translation>上限（年 %）</translation>
        </message>
        <message>
            <source>At most, % of the debt</source>
            <translation>最多为欠款的（%）</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>适用国家</translation>
        </message>
        <message>
            <source>Two letters each, such as DE FR</source>
            <translation>每个两位字母，如 DE FR</translation>
        </message>
        <message>
            <source>Source (law or clause)</source>
            <translation>出处（法律或条款）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Where it applies and what it rests on</source>
            <translation>适用范围与依据</translation>
        </message>
        <message>
            <source>{low} to {high} by law</source>
            <translation>法律允许 {low} 至 {high}</translation>
        </message>
        <message>
            <source>Enter a number, such as 8.00.</source>
            <translation>请填写数字，如 8.00。</translation>
        </message>
    </context>
    <context>
        <name>InvoiceChoice</name>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Not insured because</source>
            <translation>未保原因</translation>
        </message>
        <message>
            <source>Invoices of the claim</source>
            <translation>赔案发票</translation>
        </message>
    </context>
    <context>
        <name>InvoiceDialog</name>
        <message>
            <source>Use the terms</source>
            <translation>按账期</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Order or reference</source>
            <translation>订单或参考号</translation>
        </message>
        <message>
            <source>Set by the instalment plan</source>
            <translation>由分期计划决定</translation>
        </message>
        <message>
            <source>Set by hand; the terms say {day}</source>
            <translation>手工设定；按账期应为 {day}</translation>
        </message>
        <message>
            <source>Instalments: {parts}</source>
            <translation>分期：{parts}</translation>
        </message>
        <message>
            <source>By the terms</source>
            <translation>按账期</translation>
        </message>
        <message>
            <source>The due date is before the invoice date.</source>
            <translation>到期日早于发票日期。</translation>
        </message>
    </context>
    <context>
        <name>ItemsDetail</name>
        <message numerus="yes">
            <source>%n debt(s)</source>
            <translation>
                <numerusform>%n 笔应收款</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is owed here.</source>
            <translation>这里没有应收款。</translation>
        </message>
        <message>
            <source>Invoiced {day}, due {due}</source>
            <translation>{day} 开票，{due} 到期</translation>
        </message>
        <message>
            <source>{amount} set off by credits on account</source>
            <translation>未抵付款项冲抵 {amount}</translation>
        </message>
        <message>
            <source>{amount} provided for by itself</source>
            <translation>单项计提 {amount}</translation>
        </message>
        <message>
            <source>{amount} taken out as insured</source>
            <translation>在保移出 {amount}</translation>
        </message>
        <message>
            <source>{amount} of it is insured</source>
            <translation>其中在保 {amount}</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>Provide for it by itself…</source>
            <translation>单项计提…</translation>
        </message>
    </context>
    <context>
        <name>ItemsView</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>预计日</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>区间</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>预计到账</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不计入</translation>
        </message>
        <message numerus="yes">
            <source>The greatest %n amount(s) are listed.</source>
            <translation>
                <numerusform>只列出金额最大的 %n 笔。</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is owed on this day.</source>
            <translation>当日没有未收款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Which amounts</source>
            <translation>哪些款项</translation>
        </message>
        <message>
            <source>Customer or invoice</source>
            <translation>客户或发票号</translation>
        </message>
        <message>
            <source>Open items with their expected days</source>
            <translation>未收款及其预计日</translation>
        </message>
        <message>
            <source>No open item matches.</source>
            <translation>没有符合条件的未收款。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
    </context>
    <context>
        <name>KeepDialog</name>
        <message numerus="yes">
            <source>Keep %n assessment(s)</source>
            <translation>
                <numerusform>保存 %n 家客户的评分</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep this test</source>
            <translation>保存本次测试</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message numerus="yes">
            <source>%n scenario(s)</source>
            <translation>
                <numerusform>%n 个情景</numerusform>
            </translation>
        </message>
        <message>
            <source>Tested by</source>
            <translation>测试人</translation>
        </message>
        <message>
            <source>What follows from it</source>
            <translation>由此要做什么</translation>
        </message>
        <message>
            <source>Scored from data alone as of {day}</source>
            <translation>仅据截至 {day} 的资料评分</translation>
        </message>
        <message>
            <source>{worse} get a worse grade, {better} a better one.</source>
            <translation>{worse} 家降级，{better} 家升级。</translation>
        </message>
        <message numerus="yes">
            <source>%n of them with insufficient data: C at most.</source>
            <translation>
                <numerusform>其中 %n 家资料不足，最高 C 级。</numerusform>
            </translation>
        </message>
        <message>
            <source>Values typed over by hand are not carried over, overrides of the grade end with the old assessment, and drafts of these customers go.</source>
            <translation>手工改写的数值不沿用；人工调整随旧评分终止；这些客户的评分草稿将删除。</translation>
        </message>
        <message>
            <source>Scored by</source>
            <translation>评分人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>KeyDialog</name>
        <message>
            <source>Key customers</source>
            <translation>重要客户</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Every year Today asks what would happen if one of them failed.</source>
            <translation>每年“今日”会提醒：若其中一家倒闭会怎样。</translation>
        </message>
        <message>
            <source>Search customers</source>
            <translation>搜索客户</translation>
        </message>
        <message>
            <source>Customers, those that owe most first</source>
            <translation>客户（欠款多者在前）</translation>
        </message>
        <message>
            <source>Space checks</source>
            <translation>按空格勾选</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Open the row</source>
            <translation>打开此项</translation>
        </message>
        <message>
            <source>Check the row</source>
            <translation>勾选该行</translation>
        </message>
        <message>
            <source>Check all rows shown</source>
            <translation>勾选所有显示的行</translation>
        </message>
        <message>
            <source>Clear checks, close the drawer</source>
            <translation>取消勾选，关闭侧栏</translation>
        </message>
        <message>
            <source>Copy with headers</source>
            <translation>连同表头复制</translation>
        </message>
        <message>
            <source>Sort, choose columns</source>
            <translation>排序、选择列</translation>
        </message>
        <message>
            <source>Next area: navigation, page, drawer</source>
            <translation>下一区域：导航、页面、侧栏</translation>
        </message>
        <message>
            <source>Month back or on in a date</source>
            <translation>日期前后移一个月</translation>
        </message>
        <message>
            <source>Common dates</source>
            <translation>常用日期</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>下一标签</translation>
        </message>
    </context>
    <context>
        <name>KeysView</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Owes now</source>
            <translation>目前欠款</translation>
        </message>
        <message>
            <source>Chosen on</source>
            <translation>选定日期</translation>
        </message>
        <message>
            <source>Last tested</source>
            <translation>上次测试</translation>
        </message>
        <message>
            <source>Next test</source>
            <translation>下次测试</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>due: {day}</source>
            <translation>到期：{day}</translation>
        </message>
        <message>
            <source>Choose a customer of the list first.</source>
            <translation>请先在列表中选择客户。</translation>
        </message>
        <message>
            <source>Today asks once a year what would happen if one of these customers failed.</source>
            <translation>“今日”每年提醒一次：若其中一家倒闭会怎样。</translation>
        </message>
        <message>
            <source>What if it failed</source>
            <translation>若其倒闭</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Key customers</source>
            <translation>重要客户</translation>
        </message>
        <message>
            <source>No key customer is chosen.</source>
            <translation>尚未选择重要客户。</translation>
        </message>
        <message>
            <source>Choose key customers…</source>
            <translation>选择重要客户…</translation>
        </message>
    </context>
    <context>
        <name>Ladder</name>
        <message>
            <source>Steps of the policy along the days from the due date</source>
            <translation>方案各步骤相对到期日的时间轴</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>waiting period to {day}</source>
            <translation>等待期至 {day}</translation>
        </message>
    </context>
    <context>
        <name>LastEnd</name>
        <message>
            <source>Holdfast ended unexpectedly last time. What was saved is safe, and nothing was sent.</source>
            <translation>稳账上次意外退出。已保存的数据完好，没有发送任何内容。</translation>
        </message>
        <message>
            <source>Show the report…</source>
            <translation>查看报告…</translation>
        </message>
    </context>
    <context>
        <name>LateTermsForm</name>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>By contract and law (automatic)</source>
            <translation>按合同和法律（自动）</translation>
        </message>
        <message>
            <source>Size class</source>
            <translation>企业规模</translation>
        </message>
        <message>
            <source>Contract signed on</source>
            <translation>合同订立日期</translation>
        </message>
        <message>
            <source>Told of our small-firm status on</source>
            <translation>告知我方为中小企业的日期</translation>
        </message>
        <message>
            <source>Agreed late rate, %</source>
            <translation>约定逾期利率（%）</translation>
        </message>
        <message>
            <source>Rate is per</source>
            <translation>计息周期</translation>
        </message>
        <message>
            <source>Contract clause</source>
            <translation>合同条款</translation>
        </message>
        <message>
            <source>Interest rule</source>
            <translation>利息规则</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31.</source>
            <translation>日期请写成 2025-12-31。</translation>
        </message>
        <message>
            <source>Enter per cent, such as 0.05.</source>
            <translation>请填写百分数，如 0.05。</translation>
        </message>
    </context>
    <context>
        <name>LeaveOutDialog</name>
        <message numerus="yes">
            <source>Leave out %n letter(s)</source>
            <translation>
                <numerusform>不发 %n 封函件</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>The next run proposes them again if they are still due</source>
            <translation>若届时仍应催收，下次催收会再次列出</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
    </context>
    <context>
        <name>LetterDetailPanel</name>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>要求付款</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>目前未付</translation>
        </message>
        <message>
            <source>Pay by</source>
            <translation>付款期限</translation>
        </message>
        <message>
            <source>Bring up to date</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Out of date</source>
            <translation>已过时</translation>
        </message>
        <message>
            <source>Drafted</source>
            <translation>起草</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>发出</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>The letter as it will be printed</source>
            <translation>函件打印效果</translation>
        </message>
        <message>
            <source>Invoices of the letter</source>
            <translation>函件所列发票</translation>
        </message>
        <message>
            <source>Mark as sent…</source>
            <translation>标记为已发出…</translation>
        </message>
        <message>
            <source>Proof of delivery…</source>
            <translation>送达凭证…</translation>
        </message>
        <message>
            <source>Print or save</source>
            <translation>打印或保存</translation>
        </message>
        <message>
            <source>Reply…</source>
            <translation>答复…</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>复制短信</translation>
        </message>
        <message>
            <source>Leave out…</source>
            <translation>不发…</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
    </context>
    <context>
        <name>LetterErrands</name>
        <message>
            <source>All in one PDF, for printing…</source>
            <translation>合并为一个 PDF，用于打印…</translation>
        </message>
        <message>
            <source>One PDF for each customer…</source>
            <translation>每个客户一个 PDF…</translation>
        </message>
        <message>
            <source>E-mail drafts with the PDF attached…</source>
            <translation>附 PDF 的邮件草稿…</translation>
        </message>
        <message>
            <source>Message texts as files…</source>
            <translation>消息文字存为文件…</translation>
        </message>
        <message>
            <source>Copy the message text</source>
            <translation>复制消息文字</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <source>Folder for the letters</source>
            <translation>选择函件文件夹</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written. Nothing was sent: mark the letters once they are.</source>
            <translation>
                <numerusform>已生成 %n 个文件。尚未发出：发出后请标记。</numerusform>
            </translation>
        </message>
        <message>
            <source>The message is on the clipboard. Paste it, then mark the letter as sent.</source>
            <translation>消息已复制。粘贴发送后，请标记为已发出。</translation>
        </message>
    </context>
    <context>
        <name>LetterheadPanel</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户行</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>SWIFT code</source>
            <translation>SWIFT 代码</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Choose a picture</source>
            <translation>选择图片</translation>
        </message>
        <message>
            <source>{name} is {wide} × {high} pixels; a picture of at most {most} a side prints as well.</source>
            <translation>{name} 为 {wide} × {high} 像素，边长不超过 {most} 像素即可清晰打印，请缩小后再选。</translation>
        </message>
        <message>
            <source>Logo and seal</source>
            <translation>标志与印章</translation>
        </message>
        <message>
            <source>PNG or JPEG, at most {size}</source>
            <translation>PNG 或 JPEG，不超过 {size}</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>公司标志</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>印章</translation>
        </message>
        <message>
            <source>Stands at the head of letters, beside the company's name.</source>
            <translation>印在函件抬头，公司名称旁。</translation>
        </message>
        <message>
            <source>Printed over the signature. Choose one with a transparent or white ground; a printed seal is no substitute where the law asks for the real one.</source>
            <translation>印在落款处。请选透明或白底图片；法律要求盖实体章的，印刷图章不能代替。</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Our bank accounts</source>
            <translation>我方银行账户</translation>
        </message>
        <message>
            <source>a letter prints the one in its currency</source>
            <translation>函件印同币种的账户</translation>
        </message>
        <message>
            <source>Add an account…</source>
            <translation>新增账户…</translation>
        </message>
        <message>
            <source>No account yet: letters print the one of the company's profile.</source>
            <translation>尚无账户：函件印公司资料中的账户。</translation>
        </message>
    </context>
    <context>
        <name>LettersPanel</name>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Drafted</source>
            <translation>起草</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发出</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付清</translation>
        </message>
        <message>
            <source>arrived on {day}</source>
            <translation>{day} 送达</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) selected</source>
            <translation>
                <numerusform>已选 %n 封</numerusform>
            </translation>
        </message>
        <message>
            <source>No letter matches.</source>
            <translation>没有符合条件的函件。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No letter was written yet.</source>
            <translation>还没有函件。</translation>
        </message>
        <message>
            <source>See who is due for one</source>
            <translation>查看应催收的客户</translation>
        </message>
        <message>
            <source>No draft is waiting.</source>
            <translation>没有待发的草稿。</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>已被取代</translation>
        </message>
        <message>
            <source>Which letters</source>
            <translation>哪些函件</translation>
        </message>
        <message>
            <source>Customer or letter number</source>
            <translation>客户或函件编号</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Print or save</source>
            <translation>打印或保存</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>Mark as sent…</source>
            <translation>标记为已发出…</translation>
        </message>
    </context>
    <context>
        <name>LiftDialog</name>
        <message>
            <source>Ship again</source>
            <translation>恢复发货</translation>
        </message>
        <message>
            <source>Lift the stop</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Shipments from the next day on are insured again; those during the stop stay uninsured.</source>
            <translation>次日起的发货恢复承保；停止期间的发货仍不在保。</translation>
        </message>
        <message>
            <source>Last day of the stop</source>
            <translation>停止的最后一日</translation>
        </message>
        <message>
            <source>On whose word, and why</source>
            <translation>依据谁的答复，原因</translation>
        </message>
    </context>
    <context>
        <name>LimitDetail</name>
        <message>
            <source>Downturn terms</source>
            <translation>下行条件</translation>
        </message>
        <message>
            <source>{share} used</source>
            <translation>已用 {share}</translation>
        </message>
        <message>
            <source>Group limit {name}, {used}</source>
            <translation>集团额度“{name}”，{used}</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>调整…</translation>
        </message>
        <message>
            <source>Grant…</source>
            <translation>授予…</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>The limit is 0: nothing goes out on credit.</source>
            <translation>额度为 0：不赊销。</translation>
        </message>
        <message>
            <source>Nobody has decided on a limit yet; that is not a limit of 0.</source>
            <translation>尚无人决定额度；这不等于额度为 0。</translation>
        </message>
        <message>
            <source>It was decided that no limit is checked for this customer.</source>
            <translation>已决定不检查该客户的额度。</translation>
        </message>
        <message>
            <source>The limit ended on {day}; none holds now.</source>
            <translation>额度已于 {day} 到期；现在没有额度。</translation>
        </message>
        <message>
            <source>No valid grade, so no terms by grade.</source>
            <translation>没有有效评级，因此没有等级条件。</translation>
        </message>
        <message numerus="yes">
            <source>review every %n month(s)</source>
            <translation>
                <numerusform>每 %n 个月复审</numerusform>
            </translation>
        </message>
        <message>
            <source>Terms: {terms}, {every}.</source>
            <translation>条件：{terms}，{every}。</translation>
        </message>
        <message>
            <source>Without a valid grade nothing is suggested.</source>
            <translation>没有有效评级，不给建议额度。</translation>
        </message>
        <message>
            <source>Nothing known so far binds a limit.</source>
            <translation>目前没有可作约束的资料。</translation>
        </message>
        <message>
            <source>Suggested: {amount}. “{name}” binds; rounded down to the step.</source>
            <translation>建议 {amount}。约束条件：{name}；已向下取整。</translation>
        </message>
        <message>
            <source>As decided from {day}</source>
            <translation>{day} 起的决定</translation>
        </message>
        <message>
            <source>What is used</source>
            <translation>占用明细</translation>
        </message>
        <message>
            <source>What a limit may be today</source>
            <translation>今天可批多少</translation>
        </message>
        <message>
            <source>Decisions so far</source>
            <translation>历次决定</translation>
        </message>
        <message>
            <source>Score the customer</source>
            <translation>去评分</translation>
        </message>
        <message>
            <source>Override the grade…</source>
            <translation>人工调整等级…</translation>
        </message>
        <message>
            <source>May I ship?</source>
            <translation>能否发货</translation>
        </message>
        <message>
            <source>End…</source>
            <translation>结束…</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>As if it had not been granted; the one before holds again</source>
            <translation>如同未曾授予；恢复之前的额度</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>LimitListDialog</name>
        <message>
            <source>No row belongs to a known customer.</source>
            <translation>没有一行属于已知客户。</translation>
        </message>
        <message>
            <source>Limits in the list</source>
            <translation>清单中的限额</translation>
        </message>
        <message>
            <source>Buyers who are no customers</source>
            <translation>未匹配的买方</translation>
        </message>
        <message>
            <source>Customer by name, code or initials</source>
            <translation>客户名称、编号或拼音首字母</translation>
        </message>
        <message>
            <source>It is this customer</source>
            <translation>就是该客户</translation>
        </message>
        <message>
            <source>For rows that name no day of their own.</source>
            <translation>用于未注明日期的行。</translation>
        </message>
        <message>
            <source>Day of the decisions</source>
            <translation>决定日期</translation>
        </message>
        <message numerus="yes">
            <source>Keep %n decision(s)</source>
            <translation>
                <numerusform>登记 %n 项决定</numerusform>
            </translation>
        </message>
        <message>
            <source>The insurer's list of limits</source>
            <translation>保险人的限额清单</translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s) are no customers; their rows are left out</source>
            <translation>
                <numerusform>%n 个买方未匹配到客户，其行不导入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s) with a limit are not in the list and keep it:</source>
            <translation>
                <numerusform>%n 个有限额的买方不在清单中，限额保留：</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing in the list can be kept.</source>
            <translation>清单中没有可登记的内容。</translation>
        </message>
        <message>
            <source>Similar: {name}</source>
            <translation>近似：{name}</translation>
        </message>
        <message>
            <source>Row {n}</source>
            <translation>第 {n} 行</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>另有 %n 项。</numerusform>
            </translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>变化</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>By the list</source>
            <translation>清单限额</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>止期</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Customer of row {n}</source>
            <translation>第 {n} 行的客户</translation>
        </message>
    </context>
    <context>
        <name>LimitRecords</name>
        <message>
            <source>From then on</source>
            <translation>届时生效</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>生效中</translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation>已被取代</translation>
        </message>
        <message>
            <source>{approver}, asked by {asker}</source>
            <translation>{approver} 批准，{asker} 申请</translation>
        </message>
        <message>
            <source>alone</source>
            <translation>一人决定</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>至 {day}</translation>
        </message>
    </context>
    <context>
        <name>LimitStep</name>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message numerus="yes">
            <source>review every %n month(s)</source>
            <translation>
                <numerusform>每 %n 个月复审</numerusform>
            </translation>
        </message>
        <message>
            <source>{percent}% paid ahead</source>
            <translation>预付 {percent}%</translation>
        </message>
        <message>
            <source>Suggested limit</source>
            <translation>建议额度</translation>
        </message>
        <message>
            <source>Suggested terms</source>
            <translation>建议账期</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Limit now</source>
            <translation>现有额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>Nothing is known that a limit could rest on: set one by hand.</source>
            <translation>没有可依据的资料，请手工设定额度。</translation>
        </message>
        <message>
            <source>The limit is bound by: {name}, rounded down.</source>
            <translation>额度受限于：{name}，向下取整。</translation>
        </message>
        <message>
            <source>Terms: grade {grade}, tightened by the downturn profile;</source>
            <translation>账期：{grade} 级，按下行期方案收紧；</translation>
        </message>
        <message>
            <source>Terms: what grade {grade} earns;</source>
            <translation>账期：按 {grade} 级政策；</translation>
        </message>
        <message>
            <source>For grade {grade}: every candidate, the lowest binds.</source>
            <translation>按 {grade} 级列出各项约束，取最低者。</translation>
        </message>
        <message>
            <source>A knock-out allows cash only.</source>
            <translation>有否决项，只收现款。</translation>
        </message>
        <message>
            <source>More than this is used already: say why. Running orders are not undone.</source>
            <translation>现有占用已高于此额度，请写明理由；已接订单不受影响。</translation>
        </message>
        <message>
            <source>{percent}% above the suggestion</source>
            <translation>高于建议 {percent}%</translation>
        </message>
        <message>
            <source>{percent}% below the suggestion</source>
            <translation>低于建议 {percent}%</translation>
        </message>
        <message>
            <source>above the suggestion</source>
            <translation>高于建议</translation>
        </message>
        <message>
            <source>Enter the amount; 0 stops all credit.</source>
            <translation>请填写额度；0 表示停止赊销。</translation>
        </message>
        <message>
            <source>A limit cannot be negative.</source>
            <translation>额度不能为负。</translation>
        </message>
        <message>
            <source>Enter a share between 0 and 100.</source>
            <translation>请填写 0 到 100 之间的比例。</translation>
        </message>
        <message>
            <source>Say why, in at least {least} characters.</source>
            <translation>请用至少 {least} 个字说明理由。</translation>
        </message>
        <message>
            <source>Limit and terms</source>
            <translation>额度与账期</translation>
        </message>
        <message>
            <source>Candidates for the limit</source>
            <translation>额度候选</translation>
        </message>
        <message>
            <source>Grant this limit</source>
            <translation>授予该额度</translation>
        </message>
        <message>
            <source>Set by hand</source>
            <translation>人工调整</translation>
        </message>
        <message>
            <source>Limit, {currency}</source>
            <translation>额度（{currency}）</translation>
        </message>
        <message>
            <source>Terms, days</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Paid ahead, %</source>
            <translation>预付（%）</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Asked for by</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Scored by</source>
            <translation>评分人</translation>
        </message>
        <message>
            <source>Note kept with the assessment</source>
            <translation>备注（随评分保存）</translation>
        </message>
    </context>
    <context>
        <name>LimitsPanel</name>
        <message>
            <source>{n} d</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{share}% ahead</source>
            <translation>预付 {share}%</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Group limit</source>
            <translation>集团额度</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>额度占用</translation>
        </message>
        <message>
            <source>Tightened by the downturn profile</source>
            <translation>因下行预案收紧</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Next review</source>
            <translation>下次复审</translation>
        </message>
        <message>
            <source>Grant or change the limit…</source>
            <translation>授予或调整额度…</translation>
        </message>
        <message>
            <source>May I ship?</source>
            <translation>能否发货</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>无额度</translation>
        </message>
        <message>
            <source>No groups yet: name one in a customer's form</source>
            <translation>还没有集团：可在客户资料中填写</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>Credit limits</source>
            <translation>信用额度</translation>
        </message>
        <message numerus="yes">
            <source>Total, %n customer(s)</source>
            <translation>
                <numerusform>合计 %n 家</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No customers yet.</source>
            <translation>还没有客户。</translation>
        </message>
        <message>
            <source>Go to customers</source>
            <translation>去客户页</translation>
        </message>
        <message>
            <source>No customer stands so.</source>
            <translation>没有这种情况的客户。</translation>
        </message>
        <message>
            <source>Show all customers</source>
            <translation>显示全部客户</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) over the limit</source>
            <translation>
                <numerusform>%n 家超额度</numerusform>
            </translation>
        </message>
        <message>
            <source>How the limit is used</source>
            <translation>额度使用情况</translation>
        </message>
        <message>
            <source>Customer, code or initials</source>
            <translation>客户、编码或拼音首字母</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Group limits</source>
            <translation>集团额度</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Export the list of limits</source>
            <translation>导出额度清单</translation>
        </message>
    </context>
    <context>
        <name>LinePanel</name>
        <message>
            <source>No payer named</source>
            <translation>未注明付款人</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Not allocated</source>
            <translation>未核销</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定人</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Payer's account</source>
            <translation>付款账号</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Booked as</source>
            <translation>已记为</translation>
        </message>
        <message>
            <source>No receipt is found that this takes back. Choose it by hand, or set it aside.</source>
            <translation>没有找到被退回的收款。请手工选择，或将其搁置。</translation>
        </message>
        <message>
            <source>No rule finds an invoice. Split it by hand, put it on account, or set it aside.</source>
            <translation>没有规则能找到发票。可手工拆分、记为预收，或将其搁置。</translation>
        </message>
        <message>
            <source>May take back a receipt of {customer}</source>
            <translation>可能是 {customer} 的收款被退回</translation>
        </message>
        <message>
            <source>Proposed: {customer}</source>
            <translation>建议：{customer}</translation>
        </message>
        <message>
            <source>It had paid</source>
            <translation>原先核销</translation>
        </message>
        <message>
            <source>It pays</source>
            <translation>将核销</translation>
        </message>
        <message>
            <source>Remember this payer</source>
            <translation>记住该付款人</translation>
        </message>
        <message>
            <source>The next payment from this account or name finds the customer.</source>
            <translation>该账号或名称下次付款时自动找到客户。</translation>
        </message>
        <message>
            <source>Payers known as this customer…</source>
            <translation>该客户的已知付款人…</translation>
        </message>
        <message>
            <source>Other candidates</source>
            <translation>其他可能</translation>
        </message>
        <message>
            <source>It comes out exactly.</source>
            <translation>金额完全相符。</translation>
        </message>
        <message>
            <source>{amount} more than asked for: it stays as the customer's credit.</source>
            <translation>多付 {amount}，留作客户的预收款。</translation>
        </message>
        <message>
            <source>{amount} short</source>
            <translation>少付 {amount}</translation>
        </message>
        <message>
            <source>What becomes of the difference</source>
            <translation>差额如何处理</translation>
        </message>
        <message>
            <source>Key {key}, while the list has the keyboard</source>
            <translation>列表获得焦点时可按 {key} 键</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <source>Split…</source>
            <translation>拆分…</translation>
        </message>
        <message>
            <source>On account…</source>
            <translation>记为预收…</translation>
        </message>
        <message>
            <source>Returned…</source>
            <translation>退回…</translation>
        </message>
        <message>
            <source>Not a customer</source>
            <translation>非客户</translation>
        </message>
        <message>
            <source>Back to waiting</source>
            <translation>退回待处理</translation>
        </message>
    </context>
    <context>
        <name>LiquidityDetail</name>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Amounts as in the statement; lines not in it are worked out of the others. Income of a shorter period is taken as of twelve months.</source>
            <translation>金额取自报表；报表没有的项目由其他项目推算。不足一年的收支折算为十二个月。</translation>
        </message>
        <message>
            <source>Lines that went in</source>
            <translation>用到的项目</translation>
        </message>
        <message>
            <source>Open the statement</source>
            <translation>打开报表</translation>
        </message>
    </context>
    <context>
        <name>LiquidityPanel</name>
        <message numerus="yes">
            <source>No room for %n older period(s): move the date back to see them.</source>
            <translation>
                <numerusform>另有 %n 期较早的报表放不下：把日期往前移即可查看。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) of our own</source>
            <translation>
                <numerusform>本公司报表 %n 份</numerusform>
            </translation>
        </message>
        <message>
            <source>What to look at</source>
            <translation>查看内容</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Our statements</source>
            <translation>本公司报表</translation>
        </message>
        <message>
            <source>Import from a file…</source>
            <translation>从文件导入…</translation>
        </message>
        <message>
            <source>Type a period…</source>
            <translation>录入一期…</translation>
        </message>
    </context>
    <context>
        <name>LoadingBar</name>
        <message>
            <source>Loading</source>
            <translation>正在读取</translation>
        </message>
    </context>
    <context>
        <name>LockDialog</name>
        <message>
            <source>Lock the review</source>
            <translation>锁定季度报告</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>What is reckoned now is kept as it is reported, with a digest over it. Later changes of history leave it alone and show as a list of differences. It can be opened again only with a reason, which stays in the history.</source>
            <translation>现在计算的内容将按报告原样保存，并附校验码。以后更改历史不会影响它，只会列为差异。重新打开须写明原因，并留在变更记录中。</translation>
        </message>
    </context>
    <context>
        <name>LockPage</name>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Close company</source>
            <translation>关闭公司</translation>
        </message>
        <message>
            <source>Everything is as it was left, and saved. Work under way goes on; what it has to say waits.</source>
            <translation>一切保持原样，数据都已保存。正在进行的工作照常继续，结果等解锁后再显示。</translation>
        </message>
    </context>
    <context>
        <name>Log</name>
        <message>
            <source>Company</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>识别号</translation>
        </message>
        <message>
            <source>Other name</source>
            <translation>别名</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Customer group</source>
            <translation>客户集团</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Instalment</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Allocation</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>付款承诺</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Snapshot</source>
            <translation>快照</translation>
        </message>
        <message>
            <source>Column mapping</source>
            <translation>列对应</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账户</translation>
        </message>
        <message>
            <source>Bank statement</source>
            <translation>银行对账单</translation>
        </message>
        <message>
            <source>Statement line</source>
            <translation>银行流水</translation>
        </message>
        <message>
            <source>Known payer</source>
            <translation>已知付款人</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Cover of a bill</source>
            <translation>票据对应的单据</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Payer's account</source>
            <translation>付款账号</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>SWIFT</source>
            <translation>SWIFT</translation>
        </message>
        <message>
            <source>File format</source>
            <translation>文件格式</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Opening balance</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>Closing balance</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>出票日</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>出票人</translation>
        </message>
        <message>
            <source>Acceptor</source>
            <translation>承兑人</translation>
        </message>
        <message>
            <source>Passed on</source>
            <translation>已转出</translation>
        </message>
        <message>
            <source>Passed on how</source>
            <translation>转出方式</translation>
        </message>
        <message>
            <source>Passed on to</source>
            <translation>转给</translation>
        </message>
        <message>
            <source>Bank's discount</source>
            <translation>贴现息</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Ended how</source>
            <translation>结束方式</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Register number</source>
            <translation>登记号</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户行</translation>
        </message>
        <message>
            <source>Account holder</source>
            <translation>户名</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Aging limits</source>
            <translation>账龄段</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>上级</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Status since</source>
            <translation>状态起始日</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>In the bin</source>
            <translation>在回收站</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Receipt or credit note</source>
            <translation>收款或贷项</translation>
        </message>
        <message>
            <source>Corrects</source>
            <translation>冲销单据</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount of the credit</source>
            <translation>贷方金额</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Has instalments</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Book rate</source>
            <translation>记账汇率</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Inferred</source>
            <translation>推定</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>期次</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标注</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>提出日</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>结束日</translation>
        </message>
        <message>
            <source>Answer by</source>
            <translation>答复期限</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>承诺日</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>承诺付款日</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>承诺人</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>LooksPanel</name>
        <message>
            <source>Looks</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>For you on this computer</source>
            <translation>仅对您在这台电脑上生效</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>对比度</translation>
        </message>
        <message>
            <source>Days and figures</source>
            <translation>日期与数字</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Thousands</source>
            <translation>千位分隔</translation>
        </message>
        <message>
            <source>Below zero</source>
            <translation>负数</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>As the language: {day}</source>
            <translation>随语言：{day}</translation>
        </message>
        <message>
            <source>A table then says {amount} on {day}. Sentences, papers and letters keep to their language's way.</source>
            <translation>表格里会写成 {amount}、{day}。句子、打印件和函件按各自语言的写法。</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>宽松</translation>
        </message>
    </context>
    <context>
        <name>LossDialog</name>
        <message>
            <source>Write off what we bear</source>
            <translation>核销自担部分</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Debt</source>
            <translation>债权</translation>
        </message>
        <message>
            <source>Paid by the insurer</source>
            <translation>保险人已赔付</translation>
        </message>
        <message>
            <source>Recovered for us</source>
            <translation>我方追回</translation>
        </message>
        <message>
            <source>Borne by us</source>
            <translation>我方自担</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>{open} is open</source>
            <translation>未结 {open}</translation>
        </message>
        <message>
            <source>Invoice {number}</source>
            <translation>发票 {number}</translation>
        </message>
        <message>
            <source>Between 0 and what is open.</source>
            <translation>应在 0 与未结金额之间。</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Restored. The file as it was before is kept among the backups.</source>
            <translation>已恢复。恢复前的文件留存在备份列表中。</translation>
        </message>
        <message>
            <source>Copy saved: {name}</source>
            <translation>副本已保存：{name}</translation>
        </message>
        <message>
            <source>sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>read-only</source>
            <translation>只读</translation>
        </message>
    </context>
    <context>
        <name>Mapping</name>
        <message>
            <source>Column {n}</source>
            <translation>第 {n} 列</translation>
        </message>
        <message>
            <source>{all} columns in the file, {mapped} assigned</source>
            <translation>文件共 {all} 列，已对应 {mapped} 列</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列对应</translation>
        </message>
        <message>
            <source>Column name</source>
            <translation>列名</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容校验</translation>
        </message>
        <message>
            <source>As last time</source>
            <translation>同上次</translation>
        </message>
        <message>
            <source>Chosen by you</source>
            <translation>手工指定</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>未使用</translation>
        </message>
        <message>
            <source>Field for column {title}</source>
            <translation>“{title}”列对应的字段</translation>
        </message>
        <message>
            <source>Do not import</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Column in the file</source>
            <translation>文件中的列</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Because of</source>
            <translation>依据</translation>
        </message>
    </context>
    <context>
        <name>Matrix</name>
        <message>
            <source>Who changes grade, from and to</source>
            <translation>谁的等级变动：从何级到何级</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) from {was} to {now}</source>
            <translation>
                <numerusform>%n 家由 {was} 到 {now}</numerusform>
            </translation>
        </message>
        <message>
            <source>Grade under this card</source>
            <translation>按此卡的等级</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
    </context>
    <context>
        <name>MatrixEdit</name>
        <message>
            <source>Remove the line of {name}</source>
            <translation>删除 {name} 的单独一行</translation>
        </message>
        <message>
            <source>up to</source>
            <translation>最多</translation>
        </message>
        <message>
            <source>any amount</source>
            <translation>不限金额</translation>
        </message>
    </context>
    <context>
        <name>MatrixView</name>
        <message>
            <source>booked</source>
            <translation>已入账</translation>
        </message>
        <message>
            <source>booked: {amount}</source>
            <translation>已入账 {amount}</translation>
        </message>
        <message>
            <source>{change} since last quarter</source>
            <translation>较上季度末 {change}</translation>
        </message>
        <message>
            <source>Nothing is owed on this day.</source>
            <translation>当日没有未收款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Provision matrix</source>
            <translation>坏账准备矩阵</translation>
        </message>
    </context>
    <context>
        <name>Measures</name>
        <message>
            <source>Target {value}</source>
            <translation>目标 {value}</translation>
        </message>
        <message>
            <source>Benchmark {value}</source>
            <translation>参考 {value}</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>No grade</source>
            <translation>未评级</translation>
        </message>
        <message>
            <source>No region</source>
            <translation>未分地区</translation>
        </message>
        <message>
            <source>No industry</source>
            <translation>未分行业</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占应收</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Cumulative</source>
            <translation>累计</translation>
        </message>
        <message>
            <source>Aging trend</source>
            <translation>账龄走势</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Quality of receivables</source>
            <translation>应收质量</translation>
        </message>
        <message>
            <source>Risk and limits</source>
            <translation>风险与额度</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>本季</translation>
        </message>
        <message>
            <source>Last quarter</source>
            <translation>上季</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>This period</source>
            <translation>本期</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>上期</translation>
        </message>
        <message>
            <source>as of {day}</source>
            <translation>截止 {day}</translation>
        </message>
        <message>
            <source>not over yet</source>
            <translation>尚未结束</translation>
        </message>
        <message>
            <source>Set targets</source>
            <translation>设定目标</translation>
        </message>
        <message>
            <source>Export quarterly report PDF</source>
            <translation>导出季度报告 PDF</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Benchmark</source>
            <translation>行业参考</translation>
        </message>
        <message>
            <source>Published by</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>weaker</source>
            <translation>下调</translation>
        </message>
        <message>
            <source>better</source>
            <translation>上调</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新评</translation>
        </message>
        <message>
            <source>no longer graded</source>
            <translation>不再评级</translation>
        </message>
        <message>
            <source>From</source>
            <translation>原等级</translation>
        </message>
        <message>
            <source>To</source>
            <translation>现等级</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Owes</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>none</source>
            <translation>未评</translation>
        </message>
    </context>
    <context>
        <name>Members</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Customers in this row</source>
            <translation>本档客户</translation>
        </message>
        <message>
            <source>Nobody stands in this row.</source>
            <translation>本档没有客户。</translation>
        </message>
        <message>
            <source>Enter opens a customer's scores.</source>
            <translation>回车打开客户评分。</translation>
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>New company…</source>
            <translation>新建公司…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Open the sample company</source>
            <translation>打开示例公司</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>另存副本…</translation>
        </message>
        <message>
            <source>Backups…</source>
            <translation>备份…</translation>
        </message>
        <message>
            <source>Password and recovery…</source>
            <translation>密码与恢复…</translation>
        </message>
        <message>
            <source>Change who works here…</source>
            <translation>更换使用人…</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即锁定</translation>
        </message>
        <message>
            <source>Close company</source>
            <translation>关闭公司</translation>
        </message>
        <message>
            <source>Export the list…</source>
            <translation>导出列表…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Edit what is chosen…</source>
            <translation>编辑所选…</translation>
        </message>
        <message>
            <source>Write a letter…</source>
            <translation>写函…</translation>
        </message>
        <message>
            <source>Check an order: may I ship?</source>
            <translation>核查订单：能否发货？</translation>
        </message>
        <message>
            <source>Go to customer, invoice or command…</source>
            <translation>前往客户、发票或命令…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <source>Next area</source>
            <translation>下一区域</translation>
        </message>
        <message>
            <source>Previous area</source>
            <translation>上一区域</translation>
        </message>
        <message>
            <source>Help on this page</source>
            <translation>本页帮助</translation>
        </message>
        <message>
            <source>Playbook of credit control</source>
            <translation>信用管理手册</translation>
        </message>
        <message>
            <source>Key figures explained</source>
            <translation>指标释义</translation>
        </message>
        <message>
            <source>Glossary</source>
            <translation>术语表</translation>
        </message>
        <message>
            <source>Guided tour of the sample company</source>
            <translation>示例公司导览</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>About Holdfast</source>
            <translation>关于稳账</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Page</source>
            <translation>页面(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>No commands on this page</source>
            <translation>本页没有命令</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>Merge two customers</source>
            <translation>合并两家客户</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Blank fields of the one that stays are filled from the other. Undo takes it back whole.</source>
            <translation>保留客户的空白项由另一客户补上。合并可整体撤销。</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <translation>保留这一家</translation>
        </message>
        <message>
            <source>Keep {name}</source>
            <translation>保留 {name}</translation>
        </message>
        <message>
            <source>Customer code</source>
            <translation>客户编码</translation>
        </message>
        <message>
            <source>Identifiers</source>
            <translation>证照号码</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n 张单据</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n 位联系人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identifier(s)</source>
            <translation>
                <numerusform>%n 个证照号码</numerusform>
            </translation>
        </message>
        <message>
            <source>{what} of “{lose}” move to “{keep}”; “{lose}” stays as another name of it.</source>
            <translation>“{lose}”的 {what}转到“{keep}”；“{lose}”保留为其别名。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a list</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>MessageStrip</name>
        <message>
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>MoveDialog</name>
        <message>
            <source>Covered debt</source>
            <translation>在保债权</translation>
        </message>
        <message>
            <source>Expected indemnity</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>核准金额</translation>
        </message>
        <message>
            <source>In the insurer's own words</source>
            <translation>按保险人原话</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>The waiting period ends on {day} only: the insurer may send back what comes sooner.</source>
            <translation>等待期到 {day} 才届满：过早提交，保险人可能退回。</translation>
        </message>
        <message>
            <source>The calculation is frozen as it stands today. From now on no letters of our own go to the buyer without the insurer's consent.</source>
            <translation>赔款计算以今日为准冻结。此后未经保险人同意，不自行向买方发函催收。</translation>
        </message>
        <message>
            <source>You can object until the day named under Deadlines.</source>
            <translation>可在“期限”所列日期前提出异议。</translation>
        </message>
        <message>
            <source>A new claim about this buyer can be opened afterwards.</source>
            <translation>撤案后可对该买方重新立案。</translation>
        </message>
    </context>
    <context>
        <name>MovesCards</name>
        <message>
            <source>Moves of grades</source>
            <translation>等级迁徙</translation>
        </message>
        <message>
            <source>No grade moved.</source>
            <translation>没有等级变动。</translation>
        </message>
        <message>
            <source>from {start} to {end}; customers</source>
            <translation>{start} 至 {end}，客户数</translation>
        </message>
        <message>
            <source>{worse} weaker · {better} better</source>
            <translation>{worse} 家下调 · {better} 家上调</translation>
        </message>
        <message>
            <source>Who moved</source>
            <translation>变动客户</translation>
        </message>
        <message>
            <source>any</source>
            <translation>任意</translation>
        </message>
    </context>
    <context>
        <name>NameDialog</name>
        <message>
            <source>Rename the policy</source>
            <translation>重命名政策</translation>
        </message>
        <message>
            <source>Keep the policy</source>
            <translation>保留政策</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>To compare it later, and to adopt it</source>
            <translation>供日后对比与采用</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Nav</name>
        <message>
            <source>Navigation</source>
            <translation>导航</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更换…</translation>
        </message>
        <message>
            <source>Change who works here</source>
            <translation>更换使用人</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>NeedRow</name>
        <message>
            <source>no data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>speaks for cover above {share}</source>
            <translation>高于 {share} 时宜投保</translation>
        </message>
        <message>
            <source>new buyers {share} of turnover</source>
            <translation>新客户占营业额 {share}</translation>
        </message>
        <message>
            <source>enter equity or profit under Assumptions</source>
            <translation>请在“测算假设”中填写净资产或利润</translation>
        </message>
        <message>
            <source>Speaks for cover</source>
            <translation>宜投保</translation>
        </message>
        <message>
            <source>No need</source>
            <translation>不需要</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
    </context>
    <context>
        <name>NewCompanyDialog</name>
        <message>
            <source>New company</source>
            <translation>新建公司</translation>
        </message>
        <message>
            <source>Protect with a password</source>
            <translation>用密码保护</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Create company</source>
            <translation>新建公司</translation>
        </message>
        <message>
            <source>Company name</source>
            <translation>公司名称</translation>
        </message>
        <message>
            <source>Base currency</source>
            <translation>本位币</translation>
        </message>
        <message>
            <source>Totals over several currencies are shown in it.</source>
            <translation>多币种合计以本位币显示。</translation>
        </message>
        <message>
            <source>Usual payment terms</source>
            <translation>默认账期</translation>
        </message>
        <message>
            <source>For customers without terms of their own.</source>
            <translation>用于没有单独约定账期的客户。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Everything is kept in this one file, on this computer.</source>
            <translation>全部数据只存在这一个文件里，只在这台电脑上。</translation>
        </message>
        <message>
            <source>Company files (*.holdfast)</source>
            <translation>公司文件 (*.holdfast)</translation>
        </message>
        <message>
            <source>Where the file goes</source>
            <translation>文件存放位置</translation>
        </message>
        <message>
            <source>Enter the company's name.</source>
            <translation>请填写公司名称。</translation>
        </message>
        <message>
            <source>Choose where the file goes.</source>
            <translation>请选择文件存放位置。</translation>
        </message>
        <message>
            <source>There is a file of this name already. Choose another name.</source>
            <translation>已有同名文件，请换一个名称。</translation>
        </message>
        <message>
            <source>This folder does not exist.</source>
            <translation>该文件夹不存在。</translation>
        </message>
        <message>
            <source>No file can have this name. Choose a shorter one without special characters.</source>
            <translation>无法使用这个文件名。请换一个较短、不含特殊字符的名称。</translation>
        </message>
    </context>
    <context>
        <name>NewPassword</name>
        <message>
            <source>Enter a password.</source>
            <translation>请输入密码。</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不一样。</translation>
        </message>
        <message>
            <source>Type it once more.</source>
            <translation>请再输入一次。</translation>
        </message>
        <message>
            <source>At least 8 characters; several unrelated words are easy to keep in mind.</source>
            <translation>至少 8 个字符；几个不相干的词连在一起，好记又难猜。</translation>
        </message>
        <message>
            <source>Strength: {strength}</source>
            <translation>强度：{strength}</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>The same again</source>
            <translation>再输入一次</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>大写锁定已开启。</translation>
        </message>
        <message>
            <source>Nobody can open the file without it: print the recovery sheet and keep it safe.</source>
            <translation>没有密码谁也打不开文件：请打印恢复单并妥善保管。</translation>
        </message>
    </context>
    <context>
        <name>NoticeActs</name>
        <message>
            <source>PDF…</source>
            <translation>PDF…</translation>
        </message>
        <message>
            <source>E-mail draft (.eml)…</source>
            <translation>邮件草稿（.eml）…</translation>
        </message>
    </context>
    <context>
        <name>NoticeDetail</name>
        <message>
            <source>Late</source>
            <translation>超期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Known on</source>
            <translation>知悉日</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>提交日</translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation>答复日</translation>
        </message>
        <message>
            <source>Proof: {proof}</source>
            <translation>送达凭证：{proof}</translation>
        </message>
        <message>
            <source>Reference: {number}</source>
            <translation>受理编号：{number}</translation>
        </message>
        <message numerus="yes">
            <source>About %n invoice(s)</source>
            <translation>
                <numerusform>涉及 %n 张发票</numerusform>
            </translation>
        </message>
        <message>
            <source>Last safe day: {day}</source>
            <translation>最后稳妥日：{day}</translation>
        </message>
        <message>
            <source>Mark as sent…</source>
            <translation>标记已提交…</translation>
        </message>
        <message>
            <source>Insurer's answer…</source>
            <translation>保险人答复…</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>提交期限</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Invoices it is about</source>
            <translation>涉及的发票</translation>
        </message>
    </context>
    <context>
        <name>NoticeDialog</name>
        <message>
            <source>Edit the notice</source>
            <translation>编辑通知</translation>
        </message>
        <message>
            <source>Write a notice</source>
            <translation>填写通知</translation>
        </message>
        <message>
            <source>A letter to the insurer. It is kept as a draft; you send it yourself.</source>
            <translation>致保险人的函件，保存为草稿，由您自行提交。</translation>
        </message>
        <message>
            <source>Keep the draft</source>
            <translation>保存草稿</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>What it tells</source>
            <translation>通知内容</translation>
        </message>
        <message>
            <source>Known on</source>
            <translation>知悉日</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Parts in brackets are filled in; the words can be changed</source>
            <translation>方括号部分自动填入，文字可修改</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>Choose a buyer with open invoices under a policy.</source>
            <translation>请选择保单项下有未结发票的买方。</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Template's words</source>
            <translation>恢复模板文字</translation>
        </message>
        <message>
            <source>Choose a buyer from the list.</source>
            <translation>请从列表中选择买方。</translation>
        </message>
        <message>
            <source>Choose the policy.</source>
            <translation>请选择保单。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天还没有到。</translation>
        </message>
    </context>
    <context>
        <name>NoticesPanel</name>
        <message>
            <source>Draft, late</source>
            <translation>草稿，已超期</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Known on</source>
            <translation>知悉日</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>提交日</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Insurer's answer</source>
            <translation>保险人答复</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超期</translation>
        </message>
        <message>
            <source>No notice matches.</source>
            <translation>没有符合条件的通知。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>A notice goes to an insurer; no policy is in force yet.</source>
            <translation>通知是发给保险人的；尚无生效的保单。</translation>
        </message>
        <message>
            <source>Go to the policies</source>
            <translation>前往保单</translation>
        </message>
        <message>
            <source>No notice was written yet.</source>
            <translation>还没有填写过通知。</translation>
        </message>
        <message>
            <source>Write a notice</source>
            <translation>填写通知</translation>
        </message>
        <message>
            <source>Deadlines say which are due; a notice sent in time keeps the cover.</source>
            <translation>“期限”列出待提交的通知；按期提交才能保住赔付。</translation>
        </message>
        <message>
            <source>Notices to the insurers</source>
            <translation>致保险人的通知</translation>
        </message>
        <message numerus="yes">
            <source>%n notice(s)</source>
            <translation>
                <numerusform>%n 份通知</numerusform>
            </translation>
        </message>
        <message>
            <source>Which notices</source>
            <translation>哪些通知</translation>
        </message>
        <message>
            <source>Buyer, number or invoice</source>
            <translation>买方、编号或发票号</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Write a notice to the insurer…</source>
            <translation>填写致保险人的通知…</translation>
        </message>
    </context>
    <context>
        <name>ObjectionDialog</name>
        <message>
            <source>Object</source>
            <translation>提出异议</translation>
        </message>
        <message>
            <source>The insurer said: {reason}</source>
            <translation>保险人理由：{reason}</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Why the decision is wrong; the claim is assessed again</source>
            <translation>说明结论错在哪里；赔案将重新审核</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>异议内容</translation>
        </message>
    </context>
    <context>
        <name>OpenClaimDialog</name>
        <message>
            <source>Open a claim</source>
            <translation>立案</translation>
        </message>
        <message>
            <source>Open the claim</source>
            <translation>立案</translation>
        </message>
        <message>
            <source>The papers it needs are listed by its cause; nothing is sent to the insurer yet.</source>
            <translation>按出险原因列出所需材料；此时不会向保险人发送任何内容。</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已知</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Cause of loss</source>
            <translation>出险原因</translation>
        </message>
        <message>
            <source>Else the end of the waiting period</source>
            <translation>否则取等待期届满日</translation>
        </message>
        <message>
            <source>Date of loss</source>
            <translation>损失日</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>An insolvency needs no waiting period, but the notice to the insurer all the same.</source>
            <translation>破产无需等待期，但仍须通知保险人。</translation>
        </message>
        <message>
            <source>Choose a buyer with open insured invoices.</source>
            <translation>请选择有未结在保发票的买方。</translation>
        </message>
        <message>
            <source>No open invoice of this buyer stands under a policy.</source>
            <translation>该买方没有保单项下的未结发票。</translation>
        </message>
        <message>
            <source>Choose a buyer from the list.</source>
            <translation>请从列表中选择买方。</translation>
        </message>
        <message>
            <source>Choose the policy.</source>
            <translation>请选择保单。</translation>
        </message>
        <message>
            <source>Check at least one invoice.</source>
            <translation>至少勾选一张发票。</translation>
        </message>
    </context>
    <context>
        <name>OrderColumns</name>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已发货</translation>
        </message>
        <message>
            <source>Billed</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Paid ahead</source>
            <translation>已预付</translation>
        </message>
        <message>
            <source>Not invoiced</source>
            <translation>已发未开票</translation>
        </message>
        <message>
            <source>Unbilled</source>
            <translation>未开票</translation>
        </message>
        <message>
            <source>To ship</source>
            <translation>计划发货</translation>
        </message>
    </context>
    <context>
        <name>OrderDialog</name>
        <message>
            <source>Enter an open order</source>
            <translation>录入未结订单</translation>
        </message>
        <message>
            <source>Edit the order</source>
            <translation>修改订单</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>已排期</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>订单金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日</translation>
        </message>
        <message>
            <source>Delivered so far</source>
            <translation>已发货</translation>
        </message>
        <message>
            <source>Billed so far</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Invoices under this order's number count</source>
            <translation>按订单号开的发票自动计入</translation>
        </message>
        <message>
            <source>Paid ahead</source>
            <translation>已预付</translation>
        </message>
        <message>
            <source>To be shipped on</source>
            <translation>计划发货日</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Choose a customer from the list.</source>
            <translation>请从列表中选择客户。</translation>
        </message>
        <message>
            <source>The amount must not be negative.</source>
            <translation>金额不能为负。</translation>
        </message>
    </context>
    <context>
        <name>OrderImportDialog</name>
        <message numerus="yes">
            <source>Take in %n order(s)</source>
            <translation>
                <numerusform>导入 %n 张订单</numerusform>
            </translation>
        </message>
        <message>
            <source>Open orders from a file</source>
            <translation>从文件导入未结订单</translation>
        </message>
        <message>
            <source>No row can be taken in.</source>
            <translation>没有可导入的行。</translation>
        </message>
        <message>
            <source>Orders in the file</source>
            <translation>文件中的订单</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n 张新增</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n 张有变动</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n as before</source>
            <translation>
                <numerusform>%n 张不变</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%n 行不导入</numerusform>
            </translation>
        </message>
        <message>
            <source>opened again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>delivered</source>
            <translation>已发货</translation>
        </message>
        <message>
            <source>billed</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>paid ahead</source>
            <translation>已预付</translation>
        </message>
        <message>
            <source>to ship</source>
            <translation>计划发货</translation>
        </message>
        <message>
            <source>state</source>
            <translation>状态</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>还有 %n 处。</numerusform>
            </translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>有变动</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>变动</translation>
        </message>
    </context>
    <context>
        <name>OrderList</name>
        <message numerus="yes">
            <source>Total, %n order(s)</source>
            <translation>
                <numerusform>合计 %n 张订单</numerusform>
            </translation>
        </message>
        <message>
            <source>several currencies</source>
            <translation>多种币种</translation>
        </message>
        <message>
            <source>May I ship it?</source>
            <translation>能否发货？</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Close: nothing more will be shipped</source>
            <translation>结束：不再发货</translation>
        </message>
        <message>
            <source>Cancel the rest</source>
            <translation>取消剩余部分</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>从文件…</translation>
        </message>
        <message>
            <source>Paste rows with their header</source>
            <translation>粘贴带表头的行</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表格文件</translation>
        </message>
        <message>
            <source>A file of open orders</source>
            <translation>选择未结订单文件</translation>
        </message>
        <message>
            <source>The clipboard is empty. Copy the rows with their header first.</source>
            <translation>剪贴板是空的。请先连同表头一起复制。</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>未作任何更改</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>Open orders</source>
            <translation>未结订单</translation>
        </message>
        <message>
            <source>No order matches.</source>
            <translation>没有符合条件的订单。</translation>
        </message>
        <message>
            <source>Show all orders</source>
            <translation>显示全部订单</translation>
        </message>
        <message>
            <source>No open orders.</source>
            <translation>没有未结订单。</translation>
        </message>
        <message>
            <source>Enter an order</source>
            <translation>录入订单</translation>
        </message>
        <message>
            <source>Orders and goods not invoiced yet count in the exposure; they can be imported.</source>
            <translation>未开票的订单和已发货都计入风险占用，可以导入。</translation>
        </message>
        <message>
            <source>Order, customer or code</source>
            <translation>订单号、客户或编码</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>OtherGrade</name>
        <message>
            <source>Nobody may lift the grade while this stands against the customer: {names}.</source>
            <translation>存在不可逾越的否决项，不能上调等级：{names}。</translation>
        </message>
        <message>
            <source>Up to {grade}</source>
            <translation>上调至 {grade}</translation>
        </message>
        <message>
            <source>Down to {grade}</source>
            <translation>下调至 {grade}</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>截止日早于开始日。</translation>
        </message>
        <message>
            <source>Say why, in at least {least} characters.</source>
            <translation>请用至少 {least} 个字说明理由。</translation>
        </message>
        <message>
            <source>Give another grade than the score's</source>
            <translation>人工调整等级</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>有效至</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>What is known that the score does not know; an auditor reads it a year later</source>
            <translation>评分未能反映的情况；一年后审计人员会看到</translation>
        </message>
    </context>
    <context>
        <name>OutflowImportDialog</name>
        <message>
            <source>Own money from a file</source>
            <translation>从文件导入收支</translation>
        </message>
        <message numerus="yes">
            <source>Take in %n row(s)</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>No row can be taken in.</source>
            <translation>没有可导入的行。</translation>
        </message>
        <message>
            <source>Rows in the file</source>
            <translation>文件中的行</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n row(s) of an earlier file of this name that this one lacks</source>
            <translation>
                <numerusform>删除同名旧文件带来、此文件没有的 %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>新增 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already here</source>
            <translation>
                <numerusform>已有 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>问题 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>另有 %n 项。</numerusform>
            </translation>
        </message>
        <message>
            <source>Already here</source>
            <translation>已有</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Out (below 0: in)</source>
            <translation>支出（负数为收入）</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
    </context>
    <context>
        <name>OutlookView</name>
        <message>
            <source>Nothing is owed on this day.</source>
            <translation>当日没有未收款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Compared with the last quarter</source>
            <translation>与上季度末比较</translation>
        </message>
    </context>
    <context>
        <name>OverdueColumns</name>
        <message>
            <source>none known</source>
            <translation>未见异常</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>First held</source>
            <translation>首次暂停</translation>
        </message>
        <message>
            <source>Days held</source>
            <translation>暂停天数</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Amount × days</source>
            <translation>金额×天数</translation>
        </message>
        <message>
            <source>Longest, days</source>
            <translation>最长逾期天数</translation>
        </message>
        <message>
            <source>Invoices held</source>
            <translation>暂停的发票</translation>
        </message>
        <message>
            <source>Paid late</source>
            <translation>后来迟付</translation>
        </message>
        <message>
            <source>What came after</source>
            <translation>之后的情况</translation>
        </message>
    </context>
    <context>
        <name>OverduePanel</name>
        <message>
            <source>Enter amounts from 0, such as 1,000.</source>
            <translation>请填写不小于 0 的金额，如 1,000。</translation>
        </message>
        <message>
            <source>The rule as typed was not tested on the past yet.</source>
            <translation>当前填写的规则还没有用历史数据检验。</translation>
        </message>
        <message>
            <source>Test it</source>
            <translation>检验</translation>
        </message>
        <message>
            <source>The test was stopped.</source>
            <translation>检验已停止。</translation>
        </message>
        <message>
            <source>Test it first: nothing is switched on or saved by that.</source>
            <translation>先检验：检验不会启用或保存任何内容。</translation>
        </message>
        <message>
            <source>Not tested yet.</source>
            <translation>尚未检验。</translation>
        </message>
        <message>
            <source>Test on the past</source>
            <translation>用历史检验</translation>
        </message>
        <message>
            <source>Nobody would have been held.</source>
            <translation>没有客户会被暂停。</translation>
        </message>
        <message>
            <source>It would have held {customers} customers and {shipments} invoices; {late} of those invoices were paid late, and {trouble} of the customers came into trouble afterwards.</source>
            <translation>会暂停 {customers} 家客户、{shipments} 张发票；其中 {late} 张后来迟付，{trouble} 家客户之后出现问题。</translation>
        </message>
        <message>
            <source>An invoice dated on a held day stands for goods that would have waited. Late: more than {days} days, or still open so long. What was paid counts from the day it was set against the debt.</source>
            <translation>暂停期间开出的发票视为会被暂缓的发货。迟付指晚于到期日 {days} 天以上才付清，或至今仍未付。收款自核销日起计。</translation>
        </message>
        <message>
            <source>Debts at most so many days late do not count at all.</source>
            <translation>逾期不超过这些天的欠款不计。</translation>
        </message>
        <message>
            <source>Up to so much overdue nobody is held. In {base}.</source>
            <translation>逾期总额不超过此数不暂停。单位 {base}。</translation>
        </message>
        <message>
            <source>Overdue {base} × days late, added up; 300,000 is 10,000 for 30 days.</source>
            <translation>各笔逾期金额（{base}）乘以逾期天数之和；300,000 相当于 10,000 逾期 30 天。</translation>
        </message>
        <message>
            <source>The last year</source>
            <translation>最近 1 年</translation>
        </message>
        <message>
            <source>The last 2 years</source>
            <translation>最近 2 年</translation>
        </message>
        <message>
            <source>The last 3 years</source>
            <translation>最近 3 年</translation>
        </message>
        <message>
            <source>Overdue rule</source>
            <translation>逾期规则</translation>
        </message>
        <message>
            <source>An order is held while what the customer owes overdue is too much for too long. Small amounts and few days are tolerated, so that nobody is stopped for a trifle.</source>
            <translation>客户逾期欠款太多、太久时暂停发货。小额和几天的逾期予以容忍，不因小事停货。</translation>
        </message>
        <message>
            <source>Days of grace</source>
            <translation>宽限天数</translation>
        </message>
        <message>
            <source>Amount tolerated</source>
            <translation>容忍金额</translation>
        </message>
        <message>
            <source>Most, amount × days</source>
            <translation>金额×天数上限</translation>
        </message>
        <message>
            <source>The rule holds orders</source>
            <translation>启用：按此规则暂停发货</translation>
        </message>
        <message>
            <source>Shipped: 7 days, 1,000, 300,000, switched off. Our own proposal; test it on your past.</source>
            <translation>出厂值：7 天、1,000、300,000，未启用。为本程序的建议值，请先用历史数据检验。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Which past</source>
            <translation>检验期间</translation>
        </message>
        <message>
            <source>Whom the rule would have held</source>
            <translation>会被暂停的客户</translation>
        </message>
    </context>
    <context>
        <name>OverlayDialog</name>
        <message>
            <source>New scenario</source>
            <translation>新建情景</translation>
        </message>
        <message>
            <source>Edit the scenario</source>
            <translation>编辑情景</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What if: events laid over the cash forecast</source>
            <translation>假如：叠加在资金预测上的事件</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>发生什么</translation>
        </message>
        <message>
            <source>Whom it strikes</source>
            <translation>涉及</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Amount {currency}</source>
            <translation>金额 {currency}</translation>
        </message>
        <message>
            <source>Enter a figure from 0 to {most}.</source>
            <translation>请输入 0 到 {most} 之间的数。</translation>
        </message>
        <message>
            <source>Enter a figure above 0.</source>
            <translation>请填写大于 0 的数。</translation>
        </message>
        <message>
            <source>Enter whole days, 365 at most.</source>
            <translation>请填写整天数，最多 365。</translation>
        </message>
        <message>
            <source>100 per cent at most.</source>
            <translation>最多 100%。</translation>
        </message>
        <message>
            <source>Choose a customer from the list.</source>
            <translation>请从列表中选择客户。</translation>
        </message>
    </context>
    <context>
        <name>OverlaysMenu</name>
        <message>
            <source>New scenario…</source>
            <translation>新建情景…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>OverrideDetail</name>
        <message numerus="yes">
            <source>%n notch(es)</source>
            <translation>
                <numerusform>%n 级</numerusform>
            </translation>
        </message>
        <message>
            <source>Lifted by {notches}</source>
            <translation>上调 {notches}</translation>
        </message>
        <message>
            <source>Lowered by {notches}</source>
            <translation>下调 {notches}</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Asked for by</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>From</source>
            <translation>生效日</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>{name}, alone</source>
            <translation>{name}（一人决定）</translation>
        </message>
        <message>
            <source>Judge the outcome</source>
            <translation>评定结果</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>立即终止</translation>
        </message>
        <message>
            <source>From today on the score's own grade holds again</source>
            <translation>今天起恢复评分所得等级</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Assessment</source>
            <translation>评分</translation>
        </message>
    </context>
    <context>
        <name>OverrideDialog</name>
        <message>
            <source>Override the grade {grade}</source>
            <translation>人工调整等级 {grade}</translation>
        </message>
        <message>
            <source>Override</source>
            <translation>调整</translation>
        </message>
        <message>
            <source>Up to {grade}</source>
            <translation>上调到 {grade}</translation>
        </message>
        <message>
            <source>Down to {grade}</source>
            <translation>下调到 {grade}</translation>
        </message>
        <message>
            <source>At most until {day}, as long as the assessment holds</source>
            <translation>最晚至 {day}，即评分有效期</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>What is known that the score does not know; an auditor reads it a year later</source>
            <translation>评分未能反映的情况；一年后审计人员会看到</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Grade {grade} earns {days} days' terms, {deposit}% paid ahead, a review every {months} months.</source>
            <translation>{grade} 级：账期 {days} 天，预付 {deposit}%，每 {months} 个月复审。</translation>
        </message>
        <message numerus="yes">
            <source>%n notch(es) away from {grade}.</source>
            <translation>
                <numerusform>与 {grade} 相差 %n 级。</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody may lift the grade while this stands against the customer: {names}.</source>
            <translation>存在不可逾越的否决项，不能上调等级：{names}。</translation>
        </message>
        <message>
            <source>Only a lower grade can be given.</source>
            <translation>只能下调。</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>截止日早于开始日。</translation>
        </message>
        <message>
            <source>The assessment holds until {day} only.</source>
            <translation>评分只到 {day} 有效。</translation>
        </message>
        <message>
            <source>Say why, in at least {least} characters.</source>
            <translation>请用至少 {least} 个字说明理由。</translation>
        </message>
    </context>
    <context>
        <name>OverridesPanel</name>
        <message>
            <source>Given on</source>
            <translation>调整日</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Approved ← asked</source>
            <translation>批准 ← 申请</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Register of overrides</source>
            <translation>人工调整登记</translation>
        </message>
        <message>
            <source>no assessment</source>
            <translation>无评分</translation>
        </message>
        <message numerus="yes">
            <source>of %n assessment(s)</source>
            <translation>
                <numerusform>共 %n 次评分</numerusform>
            </translation>
        </message>
        <message>
            <source>Overrides</source>
            <translation>调整次数</translation>
        </message>
        <message>
            <source>Override rate</source>
            <translation>调整率</translation>
        </message>
        <message>
            <source>Up / down</source>
            <translation>上调 / 下调</translation>
        </message>
        <message>
            <source>Approved by: {people}</source>
            <translation>批准人：{people}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No grade was overridden.</source>
            <translation>没有人工调整过等级。</translation>
        </message>
        <message>
            <source>Go to the grades</source>
            <translation>去等级页</translation>
        </message>
        <message>
            <source>An override moves a grade by two notches at most, with a reason and an end.</source>
            <translation>人工调整最多两级，须有理由和期限。</translation>
        </message>
        <message>
            <source>No override matches.</source>
            <translation>没有符合条件的调整。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Span</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>12 months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>全部时间</translation>
        </message>
        <message>
            <source>Which overrides</source>
            <translation>哪些调整</translation>
        </message>
        <message>
            <source>Customer, person or reason</source>
            <translation>客户、人员或理由</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Override a grade</source>
            <translation>调整等级</translation>
        </message>
    </context>
    <context>
        <name>OverviewPanel</name>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Bills held</source>
            <translation>票据在手</translation>
        </message>
        <message>
            <source>Unapplied</source>
            <translation>未核销</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Promised {day}</source>
            <translation>承诺 {day}</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未清项</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Nothing open.</source>
            <translation>没有未清项。</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收账款</translation>
        </message>
        <message>
            <source>Less {amount} of receipts and credits not yet set against an invoice.</source>
            <translation>另有 {amount} 收款和贷项尚未核销，已从余额中扣减。</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>往来记录</translation>
        </message>
        <message>
            <source>All invoices</source>
            <translation>全部发票</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>还没有往来。</translation>
        </message>
        <message numerus="yes">
            <source>next %n day(s); missing one can forfeit the claim</source>
            <translation>
                <numerusform>未来 %n 天；错过期限可能丧失赔付权利</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n nearest buyers; missing one can forfeit the claim</source>
            <translation>
                <numerusform>最近的 %n 家买方；错过期限可能丧失赔付权利</numerusform>
            </translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message numerus="yes">
            <source>Deadlines of the next %n day(s)</source>
            <translation>
                <numerusform>未来 %n 天的期限</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>全部 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Coverage gap</source>
            <translation>保障缺口</translation>
        </message>
        <message>
            <source>{share} insured</source>
            <translation>{share} 在保</translation>
        </message>
        <message>
            <source>Other reasons</source>
            <translation>其他原因</translation>
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation>没有未结发票。</translation>
        </message>
        <message>
            <source>All that is open is insured.</source>
            <translation>未结发票全部在保。</translation>
        </message>
        <message>
            <source>Without a rate, and so in no sum: {currencies}</source>
            <translation>缺汇率，未计入合计：{currencies}</translation>
        </message>
        <message>
            <source>red above {amount} uninsured</source>
            <translation>未保余额超过 {amount} 标红</translation>
        </message>
        <message>
            <source>Buyer limits</source>
            <translation>买方限额</translation>
        </message>
        <message>
            <source>No buyer has a limit yet.</source>
            <translation>还没有买方限额。</translation>
        </message>
        <message>
            <source>no policy yet</source>
            <translation>还没有保单</translation>
        </message>
        <message numerus="yes">
            <source>%n policy(s)</source>
            <translation>
                <numerusform>%n 份保单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deadline(s) near</source>
            <translation>
                <numerusform>%n 项期限临近</numerusform>
            </translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>Request a limit</source>
            <translation>申请限额</translation>
        </message>
        <message>
            <source>Enter a policy</source>
            <translation>登记保单</translation>
        </message>
        <message>
            <source>Write a notice</source>
            <translation>填写可损通知</translation>
        </message>
        <message>
            <source>All claims</source>
            <translation>全部赔案</translation>
        </message>
        <message>
            <source>Invoice by invoice</source>
            <translation>逐张发票</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>When an uninsured balance is red</source>
            <translation>未保余额标红线</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>赔案进度</translation>
        </message>
        <message>
            <source>Nothing is due towards an insurer.</source>
            <translation>没有对保险人的期限。</translation>
        </message>
        <message>
            <source>There is no claim, and no notice is due.</source>
            <translation>没有赔案，也没有到期的通知。</translation>
        </message>
        <message>
            <source>No credit insurance policy is entered yet.</source>
            <translation>还没有登记信用保险保单。</translation>
        </message>
        <message>
            <source>With one, every invoice says how much of it is really insured, and why not the rest.</source>
            <translation>登记后，每张发票都会说明真正在保多少、其余为何未保。</translation>
        </message>
        <message>
            <source>From a template</source>
            <translation>从模板开始</translation>
        </message>
        <message>
            <source>{ok} met · {near} near · {miss} missed</source>
            <translation>{ok} 项达标 · {near} 项接近 · {miss} 项未达</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>Customer concentration</source>
            <translation>客户集中度</translation>
        </message>
        <message>
            <source>dashed: limit for one customer {limit}</source>
            <translation>虚线为单一客户上限 {limit}</translation>
        </message>
        <message>
            <source>Nothing is in the ledger yet: figures appear with the first invoices.</source>
            <translation>台账还是空的，有了发票就会出现指标。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Left out for want of a rate: {currencies}</source>
            <translation>缺汇率、未计入的币种：{currencies}</translation>
        </message>
        <message>
            <source>Enter rates</source>
            <translation>录入汇率</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) worked out</source>
            <translation>
                <numerusform>已算出 %n 项指标</numerusform>
            </translation>
        </message>
        <message>
            <source>All figures →</source>
            <translation>全部指标 →</translation>
        </message>
        <message>
            <source>Key figures</source>
            <translation>关键指标</translation>
        </message>
    </context>
    <context>
        <name>OwnerDialog</name>
        <message>
            <source>People and their authority can then be changed for five minutes.</source>
            <translation>之后五分钟内可以修改人员和授权。</translation>
        </message>
        <message>
            <source>An owner's PIN</source>
            <translation>老板的 PIN</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>老板</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Enter the PIN.</source>
            <translation>请输入 PIN。</translation>
        </message>
    </context>
    <context>
        <name>PageExports</name>
        <message>
            <source>Excel workbook…</source>
            <translation>Excel 工作簿…</translation>
        </message>
        <message>
            <source>CSV text…</source>
            <translation>CSV 文本…</translation>
        </message>
        <message>
            <source>PDF…</source>
            <translation>PDF…</translation>
        </message>
        <message>
            <source>All in one PDF…</source>
            <translation>合并为一个 PDF…</translation>
        </message>
        <message>
            <source>One PDF for each customer…</source>
            <translation>每个客户一个 PDF…</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Folder for the statements</source>
            <translation>对账单存放文件夹</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Aging</source>
            <translation>应收账龄</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>授信</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>Health check</source>
            <translation>信用体检</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>决策分析</translation>
        </message>
        <message>
            <source>Credit rules</source>
            <translation>授信规则</translation>
        </message>
        <message>
            <source>Credit score</source>
            <translation>信用评分</translation>
        </message>
        <message>
            <source>History</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Bank receipts</source>
            <translation>银行收款</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>催收函</translation>
        </message>
        <message>
            <source>Bad debts</source>
            <translation>坏账登记</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>PaperDialog</name>
        <message>
            <source>Language of the paper</source>
            <translation>文件语言</translation>
        </message>
        <message>
            <source>The paper as it will be printed</source>
            <translation>打印效果</translation>
        </message>
        <message>
            <source>Save PDF…</source>
            <translation>保存 PDF…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
    </context>
    <context>
        <name>PapersCard</name>
        <message>
            <source>{there} of {needed} to hand</source>
            <translation>已备 {there} / {needed}</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料清单</translation>
        </message>
        <message>
            <source>No file is kept with this buyer or its invoices yet.</source>
            <translation>该买方及其发票下还没有附件。</translation>
        </message>
        <message>
            <source>Save a copy of {name}…</source>
            <translation>另存副本：{name}…</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>附上文件…</translation>
        </message>
        <message>
            <source>It is to hand on paper</source>
            <translation>已有纸质件</translation>
        </message>
        <message>
            <source>Not needed…</source>
            <translation>无需提供…</translation>
        </message>
        <message>
            <source>Missing after all</source>
            <translation>改为缺件</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>From the file…</source>
            <translation>从档案中选…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Papers of the claim</source>
            <translation>赔案材料</translation>
        </message>
    </context>
    <context>
        <name>PartsCard</name>
        <message>
            <source>{filled} of {all} parts filled</source>
            <translation>档案已填 {filled} / {all} 项</translation>
        </message>
    </context>
    <context>
        <name>PasswordEdit</name>
        <message>
            <source>Hide password</source>
            <translation>隐藏密码</translation>
        </message>
        <message>
            <source>Show password</source>
            <translation>显示密码</translation>
        </message>
    </context>
    <context>
        <name>PayersDialog</name>
        <message>
            <source>Known payers</source>
            <translation>已知付款人</translation>
        </message>
        <message>
            <source>A payment from one of these finds its customer, or is set aside, by itself.</source>
            <translation>来自这些付款人的款项会自动找到客户，或自动搁置。</translation>
        </message>
        <message>
            <source>No payer is known yet: decisions in the queue teach them.</source>
            <translation>还没有已知付款人：处理流水时会逐步记住。</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>忘记</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Not a customer</source>
            <translation>非客户</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>户名</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Known by</source>
            <translation>识别方式</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>PaymentCard</name>
        <message>
            <source>{month}: nothing settled</source>
            <translation>{month}：没有结清的发票</translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s) settled</source>
            <translation>
                <numerusform>结清 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>{month}: {days} days late on average, {many}</source>
            <translation>{month}：平均迟付 {days} 天，{many}</translation>
        </message>
        <message>
            <source>Payment behaviour</source>
            <translation>付款行为</translation>
        </message>
        <message>
            <source>days late by month, weighted by amount</source>
            <translation>每月平均迟付天数（按金额加权）</translation>
        </message>
        <message>
            <source>Nothing was paid in the last twelve months.</source>
            <translation>近十二个月没有付款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>warning {days} d</source>
            <translation>预警线 {days} 天</translation>
        </message>
        <message>
            <source>on time</source>
            <translation>按期 0 天</translation>
        </message>
    </context>
    <context>
        <name>PaymentDialog</name>
        <message>
            <source>Insurer's payment</source>
            <translation>保险人赔款</translation>
        </message>
        <message>
            <source>Enter the payment</source>
            <translation>登记赔款</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已核准</translation>
        </message>
        <message>
            <source>Paid so far</source>
            <translation>已赔付</translation>
        </message>
        <message>
            <source>Still to come</source>
            <translation>尚未支付</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>到账日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>The policy names this loss payee</source>
            <translation>保单指定的赔款接受人</translation>
        </message>
        <message>
            <source>Leave empty for ourselves</source>
            <translation>留空为我方</translation>
        </message>
        <message>
            <source>Paid to</source>
            <translation>支付给</translation>
        </message>
    </context>
    <context>
        <name>PaymentPlanDialog</name>
        <message>
            <source>New payment plan</source>
            <translation>新还款计划</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>The customer has signed it</source>
            <translation>客户已签署</translation>
        </message>
        <message>
            <source>Their due dates stay what they are; Space chooses</source>
            <translation>发票到期日不变；按空格选择</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>间隔</translation>
        </message>
        <message>
            <source>First part due</source>
            <translation>首期付款日</translation>
        </message>
        <message>
            <source>Agreed on</source>
            <translation>约定日期</translation>
        </message>
        <message>
            <source>Interest, % a year</source>
            <translation>年利率（%）</translation>
        </message>
        <message>
            <source>It breaks after this many days</source>
            <translation>超过这些天即违约</translation>
        </message>
        <message>
            <source>Days of grace</source>
            <translation>宽限天数</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Debt</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>To be paid in all</source>
            <translation>应付合计</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>付款日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>… and so on until part {n}</source>
            <translation>……至第 {n} 期</translation>
        </message>
        <message>
            <source>Choose at least one invoice.</source>
            <translation>请至少选择一张发票。</translation>
        </message>
        <message>
            <source>A plan has one currency; choose invoices of one.</source>
            <translation>一个还款计划只能用一个币种，请选同一币种的发票。</translation>
        </message>
        <message>
            <source>The first part cannot be due before the plan is agreed.</source>
            <translation>首期付款日不能早于约定日期。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
    </context>
    <context>
        <name>PeopleDetail</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Nobody stands here.</source>
            <translation>这里没有客户。</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>PeoplePanel</name>
        <message>
            <source>PIN set</source>
            <translation>已设 PIN</translation>
        </message>
        <message>
            <source>No PIN</source>
            <translation>未设 PIN</translation>
        </message>
        <message>
            <source>Works here</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>Has left</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>本公司</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>随附</translation>
        </message>
        <message>
            <source>Only an owner changes people and their authority.</source>
            <translation>人员和授权只有老板能改。</translation>
        </message>
        <message>
            <source>Type an owner's PIN…</source>
            <translation>输入老板的 PIN…</translation>
        </message>
        <message>
            <source>{name} is the only person: no second pair of eyes is asked for, the matrix does not bind, and every decision is marked as made alone.</source>
            <translation>只有 {name} 一人：不要求第二人复核，权限表不起约束，每项决定都标明“一人决定”。</translation>
        </message>
        <message>
            <source>Nobody is entered: whoever uses the program decides alone, without bound, and every decision is marked so. Enter people to share the work.</source>
            <translation>尚未登记人员：使用者单独决定、不设上限，每项决定都如此标明。要分工，请登记人员。</translation>
        </message>
        <message>
            <source>Change the PIN…</source>
            <translation>修改 PIN…</translation>
        </message>
        <message>
            <source>Set a PIN…</source>
            <translation>设置 PIN…</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Who may grant how much to which grade</source>
            <translation>谁可对哪个等级批多少</translation>
        </message>
        <message>
            <source>A profile records who decided; a PIN proves it was that person. It is no lock: whoever has the file can read it.</source>
            <translation>人员档案记录由谁决定，PIN 证明确为本人。这不是加锁：拿到文件的人都能读取。</translation>
        </message>
        <message>
            <source>Nobody is entered.</source>
            <translation>尚未登记人员。</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Add a person…</source>
            <translation>添加人员…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>A line for one person</source>
            <translation>为某人单设一行</translation>
        </message>
        <message>
            <source>The largest limit each may grant, in our own currency. A person's own line goes before the role's. Leaving somebody unchecked takes an authority without bound; without a valid grade, grade C counts.</source>
            <translation>每人可批的最高额度，以本位币计。个人单独一行优先于岗位。选择“不检查”需要不限金额的权限；没有有效评级时按 C 级计。</translation>
        </message>
    </context>
    <context>
        <name>PeriodButton</name>
        <message>
            <source>Period: {name}</source>
            <translation>期间：{name}</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>按月</translation>
        </message>
        <message>
            <source>Years</source>
            <translation>按年</translation>
        </message>
        <message>
            <source>As of a day, or from–to…</source>
            <translation>任意截止日或起止日期…</translation>
        </message>
    </context>
    <context>
        <name>PeriodCard</name>
        <message>
            <source>Change to the last</source>
            <translation>与上期差异</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>未列入</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>申报明细</translation>
        </message>
        <message>
            <source>All sales</source>
            <translation>全部销售</translation>
        </message>
        <message>
            <source>The ledger has moved by {amount} since this was declared; tell the insurer.</source>
            <translation>申报后账上又变动 {amount}，请告知保险人。</translation>
        </message>
        <message>
            <source>Sales without an exchange rate are left out: enter the rate.</source>
            <translation>缺汇率的销售未列入，请录入汇率。</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>The period is not over yet.</source>
            <translation>申报期尚未结束。</translation>
        </message>
        <message>
            <source>Nothing is left out.</source>
            <translation>没有未列入的销售。</translation>
        </message>
        <message>
            <source>There was no sale in this period.</source>
            <translation>本期没有销售。</translation>
        </message>
        <message>
            <source>Excel…</source>
            <translation>Excel…</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Confirmed…</source>
            <translation>已确认…</translation>
        </message>
        <message>
            <source>Declare…</source>
            <translation>申报…</translation>
        </message>
        <message>
            <source>What is shown of the period</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Declaration</source>
            <translation>营业额申报</translation>
        </message>
        <message>
            <source>Declared lines</source>
            <translation>申报明细</translation>
        </message>
        <message>
            <source>Nothing is to be declared in this period.</source>
            <translation>本期没有需要申报的营业额。</translation>
        </message>
        <message>
            <source>What is left out</source>
            <translation>查看未列入的销售</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Nothing differs, or there was no declaration before.</source>
            <translation>没有差异，或此前没有申报。</translation>
        </message>
    </context>
    <context>
        <name>PeriodsPanel</name>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Bank lines waiting</source>
            <translation>待入账流水</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结账</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>a month of the books</comment>
            <translation>未结账</translation>
        </message>
        <message>
            <source>Close {month}…</source>
            <translation>结账 {month}…</translation>
        </message>
        <message>
            <source>Open again…</source>
            <translation>重新打开…</translation>
        </message>
        <message>
            <source>Closed months</source>
            <translation>结账</translation>
        </message>
        <message>
            <source>What is booked in a closed month stands still: in the window, in imports, on the command line and for undo. It is opened again only with a reason, which the history keeps.</source>
            <translation>已结账月份的账目不再变动：窗口、导入、命令行和撤销都一样。只有写明原因才能重新打开，原因留在变更记录里。</translation>
        </message>
        <message>
            <source>No month is closed.</source>
            <translation>还没有结账的月份。</translation>
        </message>
        <message>
            <source>Closed to {day}.</source>
            <translation>已结账至 {day}。</translation>
        </message>
        <message>
            <source>Closings and reopenings</source>
            <translation>结账记录</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>No month with entries is over yet.</source>
            <translation>还没有过完且有账目的月份。</translation>
        </message>
    </context>
    <context>
        <name>PersonDialog</name>
        <message>
            <source>Edit person</source>
            <translation>编辑人员</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Works here</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>请输入名称。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>The role decides how much may be granted, unless a line names the person</source>
            <translation>岗位决定可批金额，另有个人单独一行的除外</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>岗位</translation>
        </message>
    </context>
    <context>
        <name>PinDialog</name>
        <message>
            <source>Change the PIN</source>
            <translation>修改 PIN</translation>
        </message>
        <message>
            <source>Set a PIN</source>
            <translation>设置 PIN</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>An owner's PIN does as well when it was forgotten</source>
            <translation>忘记时可用老板的 PIN</translation>
        </message>
        <message>
            <source>PIN so far</source>
            <translation>原 PIN</translation>
        </message>
        <message>
            <source>4 to 12 digits; empty takes it away</source>
            <translation>4 到 12 位数字；留空则取消 PIN</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新 PIN</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Enter a PIN of 4 to 12 digits.</source>
            <translation>请输入 4 到 12 位数字的 PIN。</translation>
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation>两次输入不一致。</translation>
        </message>
    </context>
    <context>
        <name>PlaceWarning</name>
        <message>
            <source>Do not show again</source>
            <translation>不再提示</translation>
        </message>
    </context>
    <context>
        <name>PlainDialog</name>
        <message>
            <source>Bank reference</source>
            <translation>银行附言</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>PlanDetail</name>
        <message>
            <source>Last gone through {day}</source>
            <translation>上次执行 {day}</translation>
        </message>
        <message>
            <source>Never gone through</source>
            <translation>从未执行</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Out of use</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Alerts that open it</source>
            <translation>触发它的预警</translation>
        </message>
        <message>
            <source>What else sets it off</source>
            <translation>其他触发情形</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Whom to call</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Put out of use</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Put into use</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Put the plan into use first.</source>
            <translation>请先启用这份预案。</translation>
        </message>
        <message>
            <source>Drill now</source>
            <translation>立即演练</translation>
        </message>
        <message>
            <source>It is real…</source>
            <translation>实际启动…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>PlanDialog</name>
        <message>
            <source>Instalments of {number}</source>
            <translation>{number} 的分期</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Number of equal monthly parts</source>
            <translation>按月等分的期数</translation>
        </message>
        <message>
            <source>Equal monthly parts</source>
            <translation>按月等分期数</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>分摊</translation>
        </message>
        <message>
            <source>Add a part</source>
            <translation>加一期</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>各期</translation>
        </message>
        <message>
            <source>Take the instalments away</source>
            <translation>取消分期</translation>
        </message>
        <message>
            <source>Due date of part {n}</source>
            <translation>第 {n} 期到期日</translation>
        </message>
        <message>
            <source>Per cent of part {n}</source>
            <translation>第 {n} 期比例</translation>
        </message>
        <message>
            <source>Amount of part {n}</source>
            <translation>第 {n} 期金额</translation>
        </message>
        <message>
            <source>Remove part {n}</source>
            <translation>删除第 {n} 期</translation>
        </message>
        <message>
            <source>The parts add up to the invoice.</source>
            <translation>各期合计等于发票金额。</translation>
        </message>
        <message>
            <source>{rest} is still to be spread.</source>
            <translation>还有 {rest} 未分摊。</translation>
        </message>
        <message>
            <source>The parts are {rest} more than the invoice.</source>
            <translation>各期合计比发票多 {rest}。</translation>
        </message>
        <message>
            <source>Part {n}: {problem}</source>
            <translation>第 {n} 期：{problem}</translation>
        </message>
        <message>
            <source>The parts must add up to the invoice.</source>
            <translation>各期合计必须等于发票金额。</translation>
        </message>
        <message>
            <source>enter an amount above zero.</source>
            <translation>请填写大于零的金额。</translation>
        </message>
        <message>
            <source>the due date is before the invoice date.</source>
            <translation>到期日早于发票日期。</translation>
        </message>
        <message>
            <source>Edit the plan</source>
            <translation>编辑预案</translation>
        </message>
        <message>
            <source>New plan</source>
            <translation>新建预案</translation>
        </message>
        <message>
            <source>Runs under way keep the steps they began with.</source>
            <translation>进行中的执行仍按开始时的步骤。</translation>
        </message>
        <message>
            <source>What is done</source>
            <translation>做什么</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Add a step</source>
            <translation>添加步骤</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Add a contact</source>
            <translation>添加联系人</translation>
        </message>
        <message>
            <source>Risk level</source>
            <translation>风险级别</translation>
        </message>
        <message>
            <source>Days from the beginning by which a step is to be done; 0 is at once</source>
            <translation>从开始算起应在几天内完成；0 表示立即</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Alerts that open it</source>
            <translation>触发它的预警</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>每行一条</translation>
        </message>
        <message>
            <source>What else sets it off</source>
            <translation>其他触发情形</translation>
        </message>
        <message>
            <source>Whom to call</source>
            <translation>联系人</translation>
        </message>
    </context>
    <context>
        <name>PlansView</name>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>预案</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Alerts that open it</source>
            <translation>触发它的预警</translation>
        </message>
        <message>
            <source>Last gone through</source>
            <translation>上次执行</translation>
        </message>
        <message>
            <source>Next drill</source>
            <translation>下次演练</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take the shipped plans</source>
            <translation>取用自带的预案</translation>
        </message>
        <message>
            <source>No plan for: {levels}</source>
            <translation>缺少预案：{levels}</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>no drill yet</source>
            <translation>尚未演练</translation>
        </message>
        <message>
            <source>due: {day}</source>
            <translation>到期：{day}</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Out of use</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Contingency plans</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>No plan is made for when it gets worse.</source>
            <translation>还没有应对恶化情况的预案。</translation>
        </message>
        <message>
            <source>Three plans to begin with, for watch, serious and crisis; change every word of them.</source>
            <translation>先从三份预案开始：关注、严重、危机；每一个字都可以改。</translation>
        </message>
    </context>
    <context>
        <name>PointTable</name>
        <message>
            <source>Family</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Row of the card</source>
            <translation>所在分档</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>得分</translation>
        </message>
    </context>
    <context>
        <name>PoliciesPanel</name>
        <message>
            <source>Default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>{n} × premium</source>
            <translation>保险费的 {n} 倍</translation>
        </message>
        <message>
            <source>Insurer</source>
            <translation>保险人</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>险种</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>保单号</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>承保范围</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起期</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>止期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Insured %</source>
            <translation>赔付比例</translation>
        </message>
        <message>
            <source>Maximum liability</source>
            <translation>最高赔偿限额</translation>
        </message>
        <message>
            <source>To compare</source>
            <translation>待核对</translation>
        </message>
        <message>
            <source>Renewed by</source>
            <translation>续保保单</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Where in the policy</source>
            <translation>保单出处</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Clauses of {policy}</source>
            <translation>{policy} 条款</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时点</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>最低金额</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Pay by</source>
            <translation>付款期限</translation>
        </message>
        <message>
            <source>With it</source>
            <translation>附带</translation>
        </message>
        <message>
            <source>{n} working d</source>
            <translation>{n} 个工作日</translation>
        </message>
        <message>
            <source>Stop shipping</source>
            <translation>停止发货</translation>
        </message>
        <message numerus="yes">
            <source>At least %n day(s) lie between two letters about the same invoice.</source>
            <translation>
                <numerusform>同一发票两次发函至少相隔 %n 天。</numerusform>
            </translation>
        </message>
        <message>
            <source>This policy reminds nobody.</source>
            <translation>此方案不发催收函。</translation>
        </message>
        <message>
            <source>Add a step</source>
            <translation>添加步骤</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>自带</translation>
        </message>
        <message>
            <source>Duplicate…</source>
            <translation>复制…</translation>
        </message>
        <message>
            <source>Back to the shipped version</source>
            <translation>恢复内置版本</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Reminder policies</source>
            <translation>催收方案</translation>
        </message>
        <message>
            <source>Steps of the policy</source>
            <translation>方案步骤</translation>
        </message>
        <message>
            <source>New policy…</source>
            <translation>新建方案…</translation>
        </message>
        <message>
            <source>Make default</source>
            <translation>设为默认</translation>
        </message>
        <message>
            <source>Name…</source>
            <translation>名称…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Add a step…</source>
            <translation>新增步骤…</translation>
        </message>
        <message>
            <source>Edit step…</source>
            <translation>修改步骤…</translation>
        </message>
        <message>
            <source>Remove step</source>
            <translation>删除步骤</translation>
        </message>
        <message numerus="yes">
            <source>Compare %n</source>
            <translation>
                <numerusform>对比 %n 份</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Tick two to four policies</source>
            <translation>请勾选两至四份保单</translation>
        </message>
        <message>
            <source>Beside a common shape…</source>
            <translation>与常见样式对比…</translation>
        </message>
        <message>
            <source>Take buyer limits over…</source>
            <translation>沿用买方限额…</translation>
        </message>
        <message>
            <source>Renew…</source>
            <translation>续保…</translation>
        </message>
        <message>
            <source>Cancel…</source>
            <translation>解除…</translation>
        </message>
        <message>
            <source>Annul…</source>
            <translation>作废…</translation>
        </message>
        <message>
            <source>Delete the draft</source>
            <translation>删除草稿</translation>
        </message>
        <message>
            <source>Export the clauses</source>
            <translation>导出条款</translation>
        </message>
        <message>
            <source>Clauses</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>保单</translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s) not checked yet</source>
            <translation>
                <numerusform>%n 份草稿待核对</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No insurance policy yet.</source>
            <translation>还没有保单。</translation>
        </message>
        <message>
            <source>Enter a policy</source>
            <translation>登记保单</translation>
        </message>
        <message>
            <source>A guide leads through one's own policy; common shapes fill in what is usual.</source>
            <translation>有录入向导，也可从常见样式开始。</translation>
        </message>
        <message>
            <source>No policy stands so.</source>
            <translation>没有符合条件的保单。</translation>
        </message>
        <message>
            <source>Show all policies</source>
            <translation>显示全部保单</translation>
        </message>
        <message>
            <source>Which policies</source>
            <translation>哪些保单</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Enter an insurance policy</source>
            <translation>登记保单</translation>
        </message>
    </context>
    <context>
        <name>PolicyCard</name>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>max. liability {amount}</source>
            <translation>最高赔偿限额 {amount}</translation>
        </message>
        <message>
            <source>pays {share} %</source>
            <translation>赔付 {share}%</translation>
        </message>
        <message>
            <source>we keep {share} %</source>
            <translation>自留 {share}%</translation>
        </message>
        <message>
            <source>to {day}</source>
            <translation>至 {day}</translation>
        </message>
        <message>
            <source>waiting period {n} d</source>
            <translation>等待期 {n} 天</translation>
        </message>
        <message>
            <source>First loss borne {used} of {whole}</source>
            <translation>累计免赔额已用 {used} / {whole}</translation>
        </message>
        <message>
            <source>Paid out {used} of {whole}</source>
            <translation>已赔付 {used} / {whole}</translation>
        </message>
        <message>
            <source>Premium paid {used} of {whole}</source>
            <translation>已缴保费 {used} / {whole}</translation>
        </message>
    </context>
    <context>
        <name>PolicyClauses</name>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>An amount cannot be below 0.</source>
            <translation>金额不能为负。</translation>
        </message>
        <message>
            <source>A figure such as 30.</source>
            <translation>请填数字，如 30。</translation>
        </message>
        <message>
            <source>A percentage from 0 to 100.</source>
            <translation>请填 0 至 100 的百分比。</translation>
        </message>
        <message>
            <source>times the premium paid</source>
            <translation>倍（已缴保险费）</translation>
        </message>
        <message>
            <source>A whole number of days.</source>
            <translation>请填整数天数。</translation>
        </message>
        <message>
            <source>working days</source>
            <translation>个工作日</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>Several with commas between them</source>
            <translation>多项以逗号分隔</translation>
        </message>
        <message>
            <source>Not a country's two letters: {codes}</source>
            <translation>不是国家代码：{codes}</translation>
        </message>
        <message>
            <source>Two letters each, such as RU, IR</source>
            <translation>两位代码，如 RU, IR</translation>
        </message>
        <message>
            <source>Take this period away</source>
            <translation>去掉此期间</translation>
        </message>
        <message>
            <source>{clause}: months</source>
            <translation>{clause}：月数</translation>
        </message>
        <message>
            <source>{clause}: days</source>
            <translation>{clause}：天数</translation>
        </message>
        <message>
            <source>{clause}: how days count</source>
            <translation>{clause}：天数口径</translation>
        </message>
        <message>
            <source>{clause}: counted from</source>
            <translation>{clause}：起算日</translation>
        </message>
        <message>
            <source>months +</source>
            <translation>个月 +</translation>
        </message>
        <message>
            <source>after the</source>
            <translation>起算自</translation>
        </message>
        <message>
            <source>Not in the policy</source>
            <translation>未约定</translation>
        </message>
        <message>
            <source>Add a period</source>
            <translation>添加期间</translation>
        </message>
        <message>
            <source>{clause}: add a period</source>
            <translation>{clause}：添加期间</translation>
        </message>
        <message>
            <source>insured</source>
            <translation>承保</translation>
        </message>
        <message>
            <source>Take this country away</source>
            <translation>去掉此国家</translation>
        </message>
        <message>
            <source>Percentage</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>d terms</source>
            <translation>天账期</translation>
        </message>
        <message>
            <source>Longest terms, days</source>
            <translation>最长账期（天）</translation>
        </message>
        <message>
            <source>d waiting</source>
            <translation>天等待</translation>
        </message>
        <message>
            <source>Waiting, days</source>
            <translation>等待期（天）</translation>
        </message>
        <message>
            <source>Country code</source>
            <translation>国家代码</translation>
        </message>
        <message>
            <source>Add a country</source>
            <translation>添加国家</translation>
        </message>
        <message>
            <source>Each country needs its two letters, and figures or nothing.</source>
            <translation>每行须有两位国家代码，其余填数字或留空。</translation>
        </message>
        <message>
            <source>A country stands there twice.</source>
            <translation>有国家重复。</translation>
        </message>
        <message>
            <source>Add a customer by name, code or initials</source>
            <translation>按名称、编码或拼音首字母添加客户</translation>
        </message>
        <message>
            <source>Add an excluded buyer</source>
            <translation>添加除外买方</translation>
        </message>
        <message>
            <source>Take {name} away</source>
            <translation>去掉{name}</translation>
        </message>
    </context>
    <context>
        <name>PolicyDetail</name>
        <message numerus="yes">
            <source>%n to compare</source>
            <translation>
                <numerusform>%n 条待核对</numerusform>
            </translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>最长延长</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待期</translation>
        </message>
        <message>
            <source>Insured balance</source>
            <translation>在保余额</translation>
        </message>
        <message>
            <source>of {amount}</source>
            <translation>共 {amount}</translation>
        </message>
        <message>
            <source>Liability used</source>
            <translation>已用赔偿限额</translation>
        </message>
        <message>
            <source>First loss used</source>
            <translation>已用累计免赔</translation>
        </message>
        <message>
            <source>Premium paid</source>
            <translation>已缴保险费</translation>
        </message>
        <message>
            <source>A draft insures nothing: check it against your policy first.</source>
            <translation>草稿不承保任何发货：请先与保单核对。</translation>
        </message>
        <message>
            <source>Checked against the policy on {day}.</source>
            <translation>{day}已与保单核对。</translation>
        </message>
        <message>
            <source>It ended early, on {day}.</source>
            <translation>已于{day}提前终止。</translation>
        </message>
        <message>
            <source>Before it</source>
            <translation>上一期</translation>
        </message>
        <message>
            <source>Renewed by</source>
            <translation>续保</translation>
        </message>
        <message>
            <source>Read and edit the clauses</source>
            <translation>查看并编辑条款</translation>
        </message>
        <message>
            <source>It is renewed already, or was annulled.</source>
            <translation>已续保，或已注销。</translation>
        </message>
        <message>
            <source>Line of renewals</source>
            <translation>续保链</translation>
        </message>
        <message>
            <source>What matters first</source>
            <translation>要紧条款</translation>
        </message>
        <message>
            <source>Checked…</source>
            <translation>已核对…</translation>
        </message>
        <message>
            <source>Renew…</source>
            <translation>续保…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>PolicyDialog</name>
        <message>
            <source>New policy</source>
            <translation>新建方案</translation>
        </message>
        <message>
            <source>Name of the policy</source>
            <translation>方案名称</translation>
        </message>
        <message>
            <source>How bad debts are provided for</source>
            <translation>坏账准备计提方法</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What is booked already stays as it was booked.</source>
            <translation>已入账的不受影响。</translation>
        </message>
        <message>
            <source>Journal and accounts by</source>
            <translation>分录与科目依据</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史期间</translation>
        </message>
        <message>
            <source>Lost in the end, %</source>
            <translation>违约损失率，%</translation>
        </message>
        <message>
            <source>Rests on</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Empty: an example</source>
            <translation>留空表示示例</translation>
        </message>
        <message>
            <source>For example: growth forecast of the IMF, October 2025. Empty: an example</source>
            <translation>例如：国际货币基金组织 2025 年 10 月增长预测。留空表示示例</translation>
        </message>
        <message>
            <source>Scenarios rest on</source>
            <translation>情景依据</translation>
        </message>
        <message>
            <source>Insurer's loss rate, %</source>
            <translation>保险人损失率，%</translation>
        </message>
        <message>
            <source>Income of a year</source>
            <translation>年度收入总额</translation>
        </message>
        <message>
            <source>For the tax rule on small debts</source>
            <translation>用于小额坏账的税务规定</translation>
        </message>
        <message>
            <source>Enter a figure from 0 to {most}.</source>
            <translation>请输入 0 到 {most} 之间的数。</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Left empty, the other name serves both languages</source>
            <translation>留空则两种语言共用另一名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>So long nobody is written to again about the same invoice, whatever the steps say</source>
            <translation>期间不就同一发票再次发函，不论步骤如何设定</translation>
        </message>
        <message>
            <source>Days between two letters</source>
            <translation>两次发函间隔天数</translation>
        </message>
        <message>
            <source>Give the policy a name.</source>
            <translation>请填写方案名称。</translation>
        </message>
        <message>
            <source>Another policy is called so already.</source>
            <translation>已有同名方案。</translation>
        </message>
    </context>
    <context>
        <name>PolicyEditor</name>
        <message>
            <source>As they stand on the first page of the policy.</source>
            <translation>按保单首页填写。</translation>
        </message>
        <message>
            <source>Have the policy and its schedule at hand. Without these clauses no figure can be trusted; the rest can follow group by group.</source>
            <translation>请备好保单与明细表。缺了这些条款，任何数字都不可靠；其余可逐类补录。</translation>
        </message>
        <message>
            <source>Policy and period</source>
            <translation>保单与保险期</translation>
        </message>
        <message>
            <source>What matters first</source>
            <translation>先录要紧的</translation>
        </message>
        <message>
            <source>New policy</source>
            <translation>新保单</translation>
        </message>
        <message>
            <source>Something cannot be read yet.</source>
            <translation>有内容无法识别。</translation>
        </message>
        <message>
            <source>Nothing is changed.</source>
            <translation>没有改动。</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Save first</source>
            <translation>请先保存</translation>
        </message>
        <message numerus="yes">
            <source>%n clause(s) still to be compared with your policy.</source>
            <translation>
                <numerusform>还有 %n 条待与保单核对。</numerusform>
            </translation>
        </message>
        <message>
            <source>Next one</source>
            <translation>下一条</translation>
        </message>
        <message>
            <source>A draft insures nothing yet: it counts once you have checked it against your policy.</source>
            <translation>草稿尚不承保；与保单核对后才生效。</translation>
        </message>
        <message>
            <source>Taken over from the last policy: compare every clause with the new one.</source>
            <translation>沿用自上期保单：请逐条与新保单核对。</translation>
        </message>
        <message numerus="yes">
            <source>%n to compare</source>
            <translation>
                <numerusform>%n 条待核对</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n 处待查</numerusform>
            </translation>
        </message>
        <message>
            <source>Wrong</source>
            <translation>有误</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n 处待查</numerusform>
            </translation>
        </message>
        <message>
            <source>This policy is not saved.</source>
            <translation>保单尚未保存。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>I have checked it against my policy…</source>
            <translation>已与保单核对…</translation>
        </message>
        <message>
            <source>Groups of clauses</source>
            <translation>条款类别</translation>
        </message>
        <message>
            <source>What is to be looked at</source>
            <translation>待查事项</translation>
        </message>
    </context>
    <context>
        <name>PolicyGrid</name>
        <message>
            <source>Terms, days</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Paid first, %</source>
            <translation>预付 %</translation>
        </message>
        <message>
            <source>Early-payment discount, %</source>
            <translation>提前付款折扣 %</translation>
        </message>
        <message>
            <source>within days</source>
            <translation>折扣期（天）</translation>
        </message>
        <message>
            <source>taken by, % of sales</source>
            <translation>享受者占销售 %</translation>
        </message>
        <message>
            <source>Limits, % of today's</source>
            <translation>额度为现额度 %</translation>
        </message>
        <message>
            <source>Most per customer, {currency}</source>
            <translation>单客户上限（{currency}）</translation>
        </message>
        <message>
            <source>Insured, %</source>
            <translation>投保 %</translation>
        </message>
        <message>
            <source>Sales that stay, %</source>
            <translation>保留销售 %</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Empty leaves it as it is today; in grey today's average. “Sales that stay” empty: by the sales lost as assumed.</source>
            <translation>留空即与现状相同，灰字为现在的平均值。“保留销售”留空则按假设的流失计算。</translation>
        </message>
    </context>
    <context>
        <name>PolicyPanel</name>
        <message>
            <source>A figure typed is none that can be used: it is marked.</source>
            <translation>有一处填写的数字无法使用，已标出。</translation>
        </message>
        <message>
            <source>This policy brings assumptions of its own; everything here is reckoned by them.</source>
            <translation>此政策自带假设，本页各数均按其假设计算。</translation>
        </message>
        <message>
            <source>Use the company's</source>
            <translation>改用本公司的假设</translation>
        </message>
        <message>
            <source>A discount is offered: say what share of the sales takes it.</source>
            <translation>已给出折扣：请填写享受折扣的销售占比。</translation>
        </message>
        <message>
            <source>Sales of the last 12 months. Not reckoned with: VAT, seasons, what an insurer keeps back beyond the insured percentage.</source>
            <translation>销售取最近 12 个月。未计入：增值税、季节性、保险人在赔付比例之外的免赔。</translation>
        </message>
        <message>
            <source>New policy</source>
            <translation>新政策</translation>
        </message>
        <message>
            <source>adopted</source>
            <translation>已采用</translation>
        </message>
        <message>
            <source>What was typed and not kept has left the editor.</source>
            <translation>刚才填写而未保留的内容已离开编辑区。</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>取回</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Import from JSON…</source>
            <translation>从 JSON 导入…</translation>
        </message>
        <message>
            <source>Export as JSON…</source>
            <translation>导出为 JSON…</translation>
        </message>
        <message>
            <source>Policies (*.json);;All files (*)</source>
            <translation>政策文件 (*.json);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Import a policy</source>
            <translation>导入政策</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>信用政策</translation>
        </message>
        <message>
            <source>Credit policies compared</source>
            <translation>信用政策对比</translation>
        </message>
        <message numerus="yes">
            <source>tried on %n customer(s)</source>
            <translation>
                <numerusform>用 %n 家客户试算</numerusform>
            </translation>
        </message>
        <message>
            <source>Policy in the editor</source>
            <translation>编辑中的政策</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Keep as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Assumptions…</source>
            <translation>假设…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Adopt…</source>
            <translation>采用…</translation>
        </message>
        <message>
            <source>What the policy grants</source>
            <translation>政策内容</translation>
        </message>
        <message>
            <source>nothing is stored until it is kept</source>
            <translation>保留之前不存储</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>a year; in brackets against today</source>
            <translation>一年；括号内为与现状之差</translation>
        </message>
        <message>
            <source>By grade</source>
            <translation>按等级</translation>
        </message>
        <message>
            <source>a figure opens its customers</source>
            <translation>点数字看客户</translation>
        </message>
        <message>
            <source>on the line no other earns as much for less risk; a point opens what it grants</source>
            <translation>线上各点：没有其他组合能以更低风险赚得同样多；点一点看其条件</translation>
        </message>
    </context>
    <context>
        <name>PoolDetail</name>
        <message numerus="yes">
            <source>Limit shared by %n customer(s)</source>
            <translation>
                <numerusform>%n 家客户共用的额度</numerusform>
            </translation>
        </message>
        <message>
            <source>An order of a member must fit this limit and the member's own; both are checked.</source>
            <translation>成员的订单须同时在此额度与自身额度之内，两者都检查。</translation>
        </message>
        <message>
            <source>The group has no shared limit: its members are checked one by one.</source>
            <translation>该集团没有共用额度：逐个检查成员。</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>调整…</translation>
        </message>
        <message>
            <source>Grant…</source>
            <translation>授予…</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>{used} used · own limit {limit}</source>
            <translation>已占用 {used} · 自身额度 {limit}</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Decisions so far</source>
            <translation>历次决定</translation>
        </message>
        <message>
            <source>End…</source>
            <translation>结束…</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>As if it had not been granted; the one before holds again</source>
            <translation>如同未曾授予；恢复之前的额度</translation>
        </message>
    </context>
    <context>
        <name>PoolGrid</name>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已占用</translation>
        </message>
        <message>
            <source>This order</source>
            <translation>本单</translation>
        </message>
        <message>
            <source>Then left</source>
            <translation>之后剩余</translation>
        </message>
        <message>
            <source>Own limit</source>
            <translation>客户额度</translation>
        </message>
        <message>
            <source>no rate</source>
            <translation>缺汇率</translation>
        </message>
    </context>
    <context>
        <name>PositionDialog</name>
        <message>
            <source>Cash and assumptions</source>
            <translation>现金与假设</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What the ledger cannot know. Every figure stays on this computer.</source>
            <translation>账上没有的资料。所有数字只保存在本机。</translation>
        </message>
        <message>
            <source>Count expected new credit sales (an assumption)</source>
            <translation>计入预计新增赊销的回款（假设）</translation>
        </message>
        <message>
            <source>Count contested amounts on the day by which they are to be settled</source>
            <translation>争议款按计划了结日计入</translation>
        </message>
        <message>
            <source>Own cash</source>
            <translation>自有现金</translation>
        </message>
        <message>
            <source>Least cash to hold</source>
            <translation>最低现金</translation>
        </message>
        <message>
            <source>New credit sales a month</source>
            <translation>每月新增赊销</translation>
        </message>
        <message>
            <source>Below 0 for an overdraft</source>
            <translation>透支填负数</translation>
        </message>
        <message>
            <source>At the end of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>For example: bank statements</source>
            <translation>例如：银行对账单</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Below it there is a cash gap</source>
            <translation>低于此数即为资金缺口</translation>
        </message>
        <message>
            <source>Days until an insurer pays</source>
            <translation>保险人赔付所需天数</translation>
        </message>
        <message>
            <source>After the claim was filed and its waiting period is over; see your policy</source>
            <translation>自索赔提交且等待期满起算；以保单为准</translation>
        </message>
        <message>
            <source>no data in the ledger</source>
            <translation>账上无数据</translation>
        </message>
        <message>
            <source>{n} d</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>Empty: as in the last 12 months ({figure})</source>
            <translation>留空：按近 12 个月（{figure}）</translation>
        </message>
        <message>
            <source>Days until they are paid</source>
            <translation>多少天后收款</translation>
        </message>
        <message>
            <source>Unticked they are left out, as on Today</source>
            <translation>不勾选则不计入，与“今日”一致</translation>
        </message>
        <message>
            <source>Who says so, and when</source>
            <translation>谁、何时提供</translation>
        </message>
        <message>
            <source>Source of the assumptions</source>
            <translation>假设的来源</translation>
        </message>
        <message numerus="yes">
            <source>Take from the last statements of %n bank account(s): {money}, {day}</source>
            <translation>
                <numerusform>取自 %n 个银行账户的最近对账单：{money}，{day}</numerusform>
            </translation>
        </message>
        <message>
            <source>bank statements</source>
            <translation>银行对账单</translation>
        </message>
        <message>
            <source>Enter a whole number of days from 0 to {most}.</source>
            <translation>请填写 0 到 {most} 的整天数。</translation>
        </message>
    </context>
    <context>
        <name>PostponeDialog</name>
        <message>
            <source>Postpone</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>推迟到</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>下周一</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一周后</translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>请选今天以后的日期。</translation>
        </message>
    </context>
    <context>
        <name>PremiumCard</name>
        <message>
            <source>By the rate</source>
            <translation>按费率</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>最低保险费</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应缴</translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation>尚未缴纳</translation>
        </message>
        <message>
            <source>Paid too much</source>
            <translation>多缴</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已缴</translation>
        </message>
        <message>
            <source>{rate} % of {turnover} declared</source>
            <translation>申报营业额 {turnover} × {rate}%</translation>
        </message>
        <message>
            <source>the minimum premium decides</source>
            <translation>按最低保险费计</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Premium</source>
            <translation>保险费</translation>
        </message>
        <message>
            <source>Payment…</source>
            <translation>登记缴费…</translation>
        </message>
        <message>
            <source>Premium paid</source>
            <translation>已缴保险费</translation>
        </message>
    </context>
    <context>
        <name>PremiumDialog</name>
        <message>
            <source>Edit the payment</source>
            <translation>编辑缴费</translation>
        </message>
        <message>
            <source>Premium paid</source>
            <translation>登记保险费</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>缴费日</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Below 0: paid back to us</source>
            <translation>负数表示退费</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Enter an amount.</source>
            <translation>请填写金额。</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <source>The letter before (Alt+←)</source>
            <translation>上一封（Alt+←）</translation>
        </message>
        <message>
            <source>The next letter (Alt+→)</source>
            <translation>下一封（Alt+→）</translation>
        </message>
        <message>
            <source>How to look at it</source>
            <translation>查看方式</translation>
        </message>
        <message>
            <source>On paper</source>
            <translation>纸面</translation>
        </message>
        <message>
            <source>As a message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>The letter as it will be printed</source>
            <translation>函件打印效果</translation>
        </message>
        <message>
            <source>The message</source>
            <translation>消息文字</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>{n} of {all}</source>
            <translation>{n} / {all} 家</translation>
        </message>
        <message>
            <source>Take in again</source>
            <translation>重新列入</translation>
        </message>
        <message>
            <source>Leave this one out</source>
            <translation>不发这封</translation>
        </message>
    </context>
    <context>
        <name>PreviewModel</name>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>共 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to resolve</source>
            <translation>须处理 {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>提示 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Every row can be imported.</source>
            <translation>每一行都可以导入。</translation>
        </message>
    </context>
    <context>
        <name>ProfileCard</name>
        <message>
            <source>Company profile</source>
            <translation>企业资料</translation>
        </message>
        <message>
            <source>Still unknown: {facts}</source>
            <translation>尚缺：{facts}</translation>
        </message>
        <message>
            <source>Every fact the score needs is known.</source>
            <translation>评分所需的资料已齐。</translation>
        </message>
        <message>
            <source>Registered number</source>
            <translation>登记号码</translation>
        </message>
        <message>
            <source>Legal form</source>
            <translation>企业类型</translation>
        </message>
        <message>
            <source>Founded on</source>
            <translation>成立日期</translation>
        </message>
        <message>
            <source>Registered capital</source>
            <translation>注册资本</translation>
        </message>
        <message>
            <source>Size class</source>
            <translation>企业规模</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家/地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>所属集团</translation>
        </message>
        <message>
            <source>Parent company</source>
            <translation>母公司</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>员工人数</translation>
        </message>
        <message>
            <source>Yearly purchases</source>
            <translation>年采购额</translation>
        </message>
        <message>
            <source>Told of our small-firm status on</source>
            <translation>中小企业告知日</translation>
        </message>
        <message>
            <source>Company register</source>
            <translation>工商登记状态</translation>
        </message>
        <message>
            <source>Sanctions</source>
            <translation>制裁名单</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>{amount} paid in</source>
            <translation>实缴 {amount}</translation>
        </message>
    </context>
    <context>
        <name>ProfilePanel</name>
        <message>
            <source>Contract and late payment</source>
            <translation>合同与逾期</translation>
        </message>
        <message>
            <source>No registered number yet.</source>
            <translation>还没有证照号码。</translation>
        </message>
        <message>
            <source>Nobody to talk to yet.</source>
            <translation>还没有联系人。</translation>
        </message>
        <message>
            <source>Imported files know it by its own name only.</source>
            <translation>导入文件中只认本名。</translation>
        </message>
        <message>
            <source>Not well formed</source>
            <translation>格式有误</translation>
        </message>
        <message>
            <source>Old number</source>
            <translation>旧号码</translation>
        </message>
        <message>
            <source>Well formed</source>
            <translation>格式正确</translation>
        </message>
        <message>
            <source>Edit {name}</source>
            <translation>编辑 {name}</translation>
        </message>
        <message>
            <source>Delete {name}</source>
            <translation>删除 {name}</translation>
        </message>
        <message>
            <source>The profile has changes that are not saved.</source>
            <translation>资料有未保存的改动。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Identifiers</source>
            <translation>证照号码</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Other names in files</source>
            <translation>文件中的别名</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>放弃改动</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add an identifier</source>
            <translation>添加证照号码</translation>
        </message>
        <message>
            <source>Add a contact</source>
            <translation>添加联系人</translation>
        </message>
        <message>
            <source>Add another name</source>
            <translation>添加别名</translation>
        </message>
    </context>
    <context>
        <name>PromiseDialog</name>
        <message>
            <source>Edit promise</source>
            <translation>修改承诺</translation>
        </message>
        <message>
            <source>New promise to pay</source>
            <translation>新付款承诺</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>All that the customer owes</source>
            <translation>该客户的全部欠款</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Promised amount</source>
            <translation>承诺金额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>A receipt up to and on this day keeps the promise</source>
            <translation>当日及以前到款即为兑现</translation>
        </message>
        <message>
            <source>To be paid by</source>
            <translation>承诺付款日</translation>
        </message>
        <message>
            <source>Promised on</source>
            <translation>承诺日期</translation>
        </message>
        <message>
            <source>Who promised</source>
            <translation>承诺人</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>{open} is open</source>
            <translation>未清 {open}</translation>
        </message>
        <message>
            <source>More than the {open} that is open; it is noted as promised</source>
            <translation>超过未清的 {open}；按客户所说记录</translation>
        </message>
        <message>
            <source>The promised day is before the day it was promised.</source>
            <translation>付款日早于承诺日期。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>The invoice is dated {day}; choose that day or a later one.</source>
            <translation>发票日期是 {day}，请选该日或以后。</translation>
        </message>
    </context>
    <context>
        <name>ProofPanel</name>
        <message>
            <source>History proof.json</source>
            <translation>变更记录证明.json</translation>
        </message>
        <message>
            <source>Export proof</source>
            <translation>导出证明</translation>
        </message>
        <message>
            <source>The proof was written to {path}. Keep it away from this file.</source>
            <translation>证明已写到 {path}。请与公司文件分开存放。</translation>
        </message>
        <message>
            <source>Compare with a proof</source>
            <translation>与证明核对</translation>
        </message>
        <message>
            <source>Proofs (*.json)</source>
            <translation>证明文件 (*.json)</translation>
        </message>
        <message>
            <source>Proof of the history</source>
            <translation>变更记录证明</translation>
        </message>
        <message>
            <source>Every action carries the fingerprint of the one before, so the newest one stands for the whole history. Who edits the file by other means breaks the chain. Who rewrites the whole chain is found only by a proof kept elsewhere: exported, or printed with a review.</source>
            <translation>每条记录都带着前一条的指纹，最新的一个指纹就代表全部历史。绕过本程序改动文件会使链条断开；若有人把整条链重写一遍，只有另处保存的证明才能发现：导出的证明，或季度报告上打印的指纹。</translation>
        </message>
        <message>
            <source>Action {entry} of {day}:  {mark}</source>
            <translation>第 {entry} 条（{day}）：  {mark}</translation>
        </message>
        <message>
            <source>Export proof…</source>
            <translation>导出证明…</translation>
        </message>
        <message>
            <source>Compare with a proof…</source>
            <translation>与证明核对…</translation>
        </message>
        <message>
            <source>Check the file</source>
            <translation>检查文件</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Printed fingerprint</source>
            <translation>打印的指纹</translation>
        </message>
    </context>
    <context>
        <name>Protecting</name>
        <message>
            <source>This company is protected. Print its recovery sheet now: without it, whoever forgets the password loses the file.</source>
            <translation>公司文件已加密。请现在打印恢复单：没有它，忘记密码就等于丢失文件。</translation>
        </message>
        <message>
            <source>Recovery sheet…</source>
            <translation>恢复单…</translation>
        </message>
    </context>
    <context>
        <name>ProtectionDialog</name>
        <message>
            <source>Password and recovery</source>
            <translation>密码与恢复</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>Set a password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>现在的密码</translation>
        </message>
        <message>
            <source>The code of the recovery sheet will do as well.</source>
            <translation>也可以输入恢复单上的恢复码。</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>大写锁定已开启。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>恢复单</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>这台电脑</translation>
        </message>
        <message>
            <source>Remove password</source>
            <translation>取消密码</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>This file is open for reading only: its password cannot be changed now.</source>
            <translation>文件以只读方式打开，现在不能更改密码。</translation>
        </message>
        <message>
            <source>This computer remembers the key and opens the file without asking.</source>
            <translation>这台电脑已记住密钥，打开文件时不再询问。</translation>
        </message>
        <message>
            <source>With a password the file is encrypted, and so are its backups: whoever finds or takes them can read nothing. Nobody, its makers included, can open it without the password or the recovery sheet.</source>
            <translation>设密码后，文件和备份都会加密，别人捡到或拿走也读不出内容。没有密码也没有恢复单时，谁都打不开，程序的作者也不行。</translation>
        </message>
        <message>
            <source>The file and its backups are encrypted anew. Recovery sheets printed before no longer open it; copies kept elsewhere still have the old password.</source>
            <translation>文件和备份会重新加密。以前打印的恢复单不再有效；存在别处的副本仍用旧密码。</translation>
        </message>
        <message>
            <source>The file and its backups are written in clear: whoever has them can read them.</source>
            <translation>文件和备份将不再加密：谁拿到谁就能读。</translation>
        </message>
        <message>
            <source>The key can be kept in the system's own key store, so that this computer opens the file without asking. Who signs in as you can then open it too. Unlocking always asks.</source>
            <translation>密钥可以保存在系统的密钥库中，这台电脑打开文件时就不再询问；以您的账户登录的人也能打开。解锁时仍要输入密码。</translation>
        </message>
        <message>
            <source>One page with a code that opens the file when the password is forgotten, until the password is changed. Keep it in a safe, not beside the computer.</source>
            <translation>恢复单只有一页，上面的恢复码在忘记密码时可以打开文件，更改密码后失效。请放进保险柜，不要放在电脑旁。</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Save PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>不再记住</translation>
        </message>
        <message>
            <source>Remember</source>
            <translation>记住</translation>
        </message>
        <message numerus="yes">
            <source>Next try in %n s.</source>
            <translation>
                <numerusform>%n 秒后可再试。</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter the present password.</source>
            <translation>请输入现在的密码。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>已停止，没有作任何改动。</translation>
        </message>
        <message>
            <source>The file is protected now. Print the recovery sheet.</source>
            <translation>文件已加密。请打印恢复单。</translation>
        </message>
        <message>
            <source>The password was changed. Print a new recovery sheet and destroy the old one.</source>
            <translation>密码已更改。请打印新的恢复单，并销毁旧的。</translation>
        </message>
        <message>
            <source>The password was removed.</source>
            <translation>密码已取消。</translation>
        </message>
        <message numerus="yes">
            <source>%n backups were re-written.</source>
            <translation>
                <numerusform>一并重写了 %n 份备份。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>还有 %n 份。</numerusform>
            </translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <source>Saved: {name}. Print it, then delete the file: it opens the company for anybody.</source>
            <translation>已保存：{name}。打印后请删除该文件：谁拿到它都能打开公司文件。</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>已发送到打印机。</translation>
        </message>
    </context>
    <context>
        <name>ProvisionPanel</name>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天尚未到来。</translation>
        </message>
        <message>
            <source>Write-offs</source>
            <translation>可转销</translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>矩阵</translation>
        </message>
        <message>
            <source>Rates</source>
            <translation>损失率</translation>
        </message>
        <message>
            <source>Specific</source>
            <translation>单项计提</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation>分录</translation>
        </message>
        <message>
            <source>Booking</source>
            <translation>入账与变动</translation>
        </message>
        <message>
            <source>What it hangs on</source>
            <translation>敏感性与比较</translation>
        </message>
        <message>
            <source>PDF…</source>
            <translation>PDF…</translation>
        </message>
        <message>
            <source>Excel workbook…</source>
            <translation>Excel 工作簿…</translation>
        </message>
        <message numerus="yes">
            <source>%n debt(s) in the matrix</source>
            <translation>
                <numerusform>矩阵中 %n 笔应收款</numerusform>
            </translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Method…</source>
            <translation>计提方法…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Book…</source>
            <translation>入账…</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>search: {text}</source>
            <translation>搜索：{text}</translation>
        </message>
        <message>
            <source>Bank receipts</source>
            <translation>银行收款</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>全部账户</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No bank statement was taken in yet.</source>
            <translation>还没有导入银行流水。</translation>
        </message>
        <message>
            <source>Bring in a statement</source>
            <translation>导入银行流水</translation>
        </message>
        <message>
            <source>Its lines are matched with open invoices; what is not certain waits here.</source>
            <translation>流水会与未清发票匹配，不确定的在此等待处理。</translation>
        </message>
        <message>
            <source>Nothing waits: every line is decided.</source>
            <translation>没有待处理的流水。</translation>
        </message>
        <message>
            <source>Show all lines</source>
            <translation>显示全部流水</translation>
        </message>
        <message>
            <source>No line matches.</source>
            <translation>没有符合条件的流水。</translation>
        </message>
        <message>
            <source>Which lines</source>
            <translation>显示哪些行</translation>
        </message>
        <message>
            <source>Our account</source>
            <translation>我方账户</translation>
        </message>
        <message>
            <source>Statement lines</source>
            <translation>流水</translation>
        </message>
        <message>
            <source>Payer, text or reference</source>
            <translation>付款人、摘要或参考号</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Enter or A accept · S split · U on account · N not a customer · R returned · Z undo</source>
            <translation>Enter 或 A 接受 · S 拆分 · U 记为预收 · N 非客户 · R 退回 · Z 撤销</translation>
        </message>
    </context>
    <context>
        <name>RateTablesPanel</name>
        <message>
            <source>From</source>
            <translation>从（含）</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>利率</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>自带</translation>
        </message>
        <message>
            <source>This table is empty. Enter its rates before using it.</source>
            <translation>此表为空。使用前请录入利率。</translation>
        </message>
        <message numerus="yes">
            <source>Last entry {day}: %n days old.</source>
            <translation>
                <numerusform>最后一条 {day}，距今 %n 天。</numerusform>
            </translation>
        </message>
        <message>
            <source>The rate may have changed since. Look it up and enter the new one.</source>
            <translation>此后利率可能已变。请查阅并录入新利率。</translation>
        </message>
        <message>
            <source>Per cent a year, such as 3.10</source>
            <translation>年利率百分数，如 3.10</translation>
        </message>
        <message>
            <source>Rate tables</source>
            <translation>利率表</translation>
        </message>
        <message>
            <source>Nothing is fetched from the network: enter new rates here</source>
            <translation>程序不联网，新利率请在此录入</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>利率表</translation>
        </message>
        <message>
            <source>Rate, % a year</source>
            <translation>利率（年 %）</translation>
        </message>
        <message>
            <source>Add entry</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Remove own entry</source>
            <translation>删除自录利率</translation>
        </message>
        <message>
            <source>No rates yet.</source>
            <translation>还没有利率。</translation>
        </message>
    </context>
    <context>
        <name>RatesDialog</name>
        <message>
            <source>Loss rates</source>
            <translation>损失率</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Used where rates are typed, and where the ledger's own history says too little.</source>
            <translation>用于选择手工录入时，以及自身历史不足时。</translation>
        </message>
        <message>
            <source>For example: losses of our branch, association survey 2025</source>
            <translation>例如：行业协会 2025 年坏账调查</translation>
        </message>
        <message>
            <source>Rests on</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Leave a rate empty to go by the next best.</source>
            <translation>留空的段取次优来源。</translation>
        </message>
        <message>
            <source>Enter a rate from 0 to 100.</source>
            <translation>请输入 0 到 100 的比率。</translation>
        </message>
        <message>
            <source>At most four decimals.</source>
            <translation>最多四位小数。</translation>
        </message>
    </context>
    <context>
        <name>RatesPanel</name>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>A number above 0, such as 7.1325</source>
            <translation>请填大于 0 的数，如 7.1325</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>The last rate on or before a board's day is used</source>
            <translation>账龄表取截止日当天或之前最近的汇率</translation>
        </message>
        <message>
            <source>{currency} per unit</source>
            <translation>每 1 单位外币折合 {currency}</translation>
        </message>
        <message>
            <source>Set rate</source>
            <translation>保存汇率</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>No exchange rates yet.</source>
            <translation>还没有汇率。</translation>
        </message>
        <message>
            <source>They are needed to show several currencies in one.</source>
            <translation>把多种货币合并显示时需要汇率。</translation>
        </message>
    </context>
    <context>
        <name>RatesView</name>
        <message>
            <source>Type rates…</source>
            <translation>录入损失率…</translation>
        </message>
        <message>
            <source>Loss rates</source>
            <translation>损失率</translation>
        </message>
        <message>
            <source>Derivation</source>
            <translation>推导</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>分组</translation>
        </message>
    </context>
    <context>
        <name>RatingDialog</name>
        <message>
            <source>Edit rating</source>
            <translation>修改评级</translation>
        </message>
        <message>
            <source>New external rating</source>
            <translation>登记外部评级</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>More is better</source>
            <translation>越高越好</translation>
        </message>
        <message>
            <source>Less is better</source>
            <translation>越低越好</translation>
        </message>
        <message>
            <source>Enter who rates.</source>
            <translation>请填写评级机构。</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>评级机构</translation>
        </message>
        <message>
            <source>Enter the rating as it was given.</source>
            <translation>请按原样填写评级结果。</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评级结果</translation>
        </message>
        <message>
            <source>As given, such as BBB or 72</source>
            <translation>按原样填写，如 BBB、72</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>标尺</translation>
        </message>
        <message>
            <source>Where the provider has several</source>
            <translation>机构有多种标尺时填写</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>0 to 100; empty takes them from the map</source>
            <translation>0 到 100；留空则按折算表</translation>
        </message>
        <message>
            <source>Our points</source>
            <translation>折算分</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>The map of ratings gives the points; you change it in the rules.</source>
            <translation>分值按评级折算表计算，可在授信规则中修改。</translation>
        </message>
        <message>
            <source>The map does not know this rating: without points of your own it does not count.</source>
            <translation>折算表中没有这个评级：不填折算分则不计入。</translation>
        </message>
        <message>
            <source>Counts with your own points, not those of the map.</source>
            <translation>按您填写的分值计入，不用折算表。</translation>
        </message>
        <message>
            <source>{points} of 100 by the map.</source>
            <translation>按折算表为 {points} 分（满分 100）。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>日期请写成 2025-12-31，或留空。</translation>
        </message>
        <message>
            <source>This is before the rating itself.</source>
            <translation>早于评级日期。</translation>
        </message>
        <message>
            <source>Enter 0 to 100.</source>
            <translation>请填写 0 到 100。</translation>
        </message>
    </context>
    <context>
        <name>Ratings</name>
        <message>
            <source>Ratings from outside</source>
            <translation>外部评级</translation>
        </message>
        <message>
            <source>How a rating written down in a credit file counts on the card, from 0 to 100 points.</source>
            <translation>信用档案中的外部评级如何折算为 0 至 100 分。</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Add a provider…</source>
            <translation>新增机构…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Reset the map</source>
            <translation>恢复自带折算表</translation>
        </message>
        <message>
            <source>No provider is mapped.</source>
            <translation>尚无任何机构的折算。</translation>
        </message>
        <message>
            <source>from {worst} (0 points) to {best} (100 points)</source>
            <translation>{worst}（0 分）至 {best}（100 分）</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>自带</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>机构</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>等级体系</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>折算分</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>归属</translation>
        </message>
    </context>
    <context>
        <name>RatiosView</name>
        <message>
            <source>Choose a figure to see its definition and the lines that went in.</source>
            <translation>选择一个数字，查看其定义和计算所用项目。</translation>
        </message>
        <message>
            <source>Income and cash flow of {months} months count as of twelve.</source>
            <translation>{months} 个月的损益和现金流已折算为十二个月。</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>No statement a year before to compare with.</source>
            <translation>没有上一年同期报表可比。</translation>
        </message>
        <message>
            <source>Since a year before</source>
            <translation>较上年同期</translation>
        </message>
        <message>
            <source>Equity − intangibles. Limits are measured by it.</source>
            <translation>所有者权益 − 无形资产，用于测算额度。</translation>
        </message>
        <message>
            <source>A second opinion; it never makes the grade.</source>
            <translation>仅供参考，不决定信用等级。</translation>
        </message>
        <message>
            <source>Below {low} distress, above {high} safe.</source>
            <translation>低于 {low} 为危险，高于 {high} 为安全。</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>Ratios by period</source>
            <translation>各期财务指标</translation>
        </message>
        <message>
            <source>Without a statement there is nothing to work out.</source>
            <translation>没有报表，无法计算指标。</translation>
        </message>
        <message>
            <source>Import from a file…</source>
            <translation>从文件导入…</translation>
        </message>
    </context>
    <context>
        <name>ReasonChoice</name>
        <message>
            <source>All reasons</source>
            <translation>全部原因</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Stands with the version for good</source>
            <translation>与该版本一并长期保存</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定人</translation>
        </message>
        <message>
            <source>Publish “{name}”</source>
            <translation>发布“{name}”</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>From now on it scores. What was scored before stays as it was.</source>
            <translation>自此按新版评分；此前的评分保持原样。</translation>
        </message>
        <message>
            <source>Retire “{name}”</source>
            <translation>停用“{name}”</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>It scores nobody any more. What it scored stays as it was.</source>
            <translation>不再用于评分；此前的评分保持原样。</translation>
        </message>
        <message>
            <source>Back to the shipped card “{name}”</source>
            <translation>恢复自带的“{name}”</translation>
        </message>
        <message>
            <source>Publish the shipped card</source>
            <translation>发布自带评分卡</translation>
        </message>
        <message>
            <source>The program's own card becomes the next version; yours stay among the versions.</source>
            <translation>自带评分卡成为下一版；贵公司的版本仍保留。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>改动内容</translation>
        </message>
        <message>
            <source>Nothing: both score alike.</source>
            <translation>无改动：两版评分相同。</translation>
        </message>
        <message numerus="yes">
            <source>Accept %n warning(s)</source>
            <translation>
                <numerusform>接受 %n 条提醒</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReceiptDialog</name>
        <message>
            <source>What it pays</source>
            <translation>核销哪些单据</translation>
        </message>
        <message>
            <source>By reference</source>
            <translation>按单号</translation>
        </message>
        <message>
            <source>Exact amount</source>
            <translation>按金额</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>先到期先核销</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>Bank reference</source>
            <translation>银行附言</translation>
        </message>
        <message>
            <source>Document numbers in it are recognised</source>
            <translation>附言中的单号会自动识别</translation>
        </message>
        <message>
            <source>Type an amount in a row; Space fills what is open</source>
            <translation>在行内填写金额；按空格键填入未清额</translation>
        </message>
        <message>
            <source>All of it is allocated.</source>
            <translation>已全部核销。</translation>
        </message>
        <message>
            <source>{rest} stays on account, visible as an unallocated receipt.</source>
            <translation>{rest} 留作未核销收款，在账上可见。</translation>
        </message>
        <message>
            <source>The allocations are {rest} more than the receipt. Reduce one of them.</source>
            <translation>核销合计比收款多 {rest}，请减少其中一笔。</translation>
        </message>
    </context>
    <context>
        <name>RecentRow</name>
        <message>
            <source>Take off the list</source>
            <translation>从列表中移除</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>找不到文件</translation>
        </message>
        <message>
            <source>protected by a password</source>
            <translation>设有密码</translation>
        </message>
    </context>
    <context>
        <name>RecordPage</name>
        <message>
            <source>Insurer</source>
            <translation>保险人</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>险种</translation>
        </message>
        <message>
            <source>Policy number</source>
            <translation>保单号</translation>
        </message>
        <message>
            <source>Policyholder, if not the company</source>
            <translation>投保人（非本公司时）</translation>
        </message>
        <message>
            <source>Broker</source>
            <translation>经纪人</translation>
        </message>
        <message>
            <source>Whom to call, telephone or e-mail</source>
            <translation>联系人、电话或邮箱</translation>
        </message>
        <message>
            <source>Enter the insurer.</source>
            <translation>请填写保险人。</translation>
        </message>
        <message>
            <source>Enter the policy number.</source>
            <translation>请填写保单号。</translation>
        </message>
        <message>
            <source>Insured from</source>
            <translation>保险期起</translation>
        </message>
        <message>
            <source>until</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Currency of the policy</source>
            <translation>保单币种</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>止期早于起期。</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <source>Recovery on invoice {number}</source>
            <translation>收回发票 {number} 的坏账</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Written off</source>
            <translation>已核销</translation>
        </message>
        <message>
            <source>Recovered</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>Written off on</source>
            <translation>核销日期</translation>
        </message>
        <message>
            <source>Numbered by itself</source>
            <translation>自动编号</translation>
        </message>
        <message>
            <source>Amount received</source>
            <translation>收到金额</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收款日期</translation>
        </message>
        <message>
            <source>Receipt number</source>
            <translation>收款单号</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>附言</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Only {amount} is still written off; enter the rest as a receipt.</source>
            <translation>只核销了 {amount}；多出的请录入为收款。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>This is before the debt was written off.</source>
            <translation>早于核销日期。</translation>
        </message>
    </context>
    <context>
        <name>RedDialog</name>
        <message>
            <source>When an uninsured balance is red</source>
            <translation>未保余额标红线</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Red above ({currency})</source>
            <translation>超过此金额标红（{currency}）</translation>
        </message>
    </context>
    <context>
        <name>ReferenceDialog</name>
        <message>
            <source>Insurer's reference</source>
            <translation>保险人赔案号</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>案号</translation>
        </message>
    </context>
    <context>
        <name>RefundDialog</name>
        <message>
            <source>Bank reference</source>
            <translation>银行附言</translation>
        </message>
    </context>
    <context>
        <name>ReleaseDialog</name>
        <message>
            <source>{name}, order of {money}</source>
            <translation>{name}，订单 {money}</translation>
        </message>
        <message>
            <source>Release a held order</source>
            <translation>放行暂停的订单</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>In {currency}, at most the order</source>
            <translation>{currency}，不超过订单金额</translation>
        </message>
        <message>
            <source>Up to</source>
            <translation>放行金额</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>What makes this order safe; an auditor reads it a year later</source>
            <translation>为什么这单可以放心；一年后审计会看</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>No open order is named: the release is on record, but a later check does not find it. Enter the order first where it ships in parts.</source>
            <translation>没有指明未结订单：放行会记录在案，但以后核查时找不到。分批发货请先录入订单。</translation>
        </message>
        <message>
            <source>At most the order's {money}.</source>
            <translation>不超过订单金额 {money}。</translation>
        </message>
        <message>
            <source>That day is over already.</source>
            <translation>该日期已过。</translation>
        </message>
        <message>
            <source>Say why, in at least {least} characters.</source>
            <translation>请用至少 {least} 个字说明理由。</translation>
        </message>
    </context>
    <context>
        <name>ReminderCard</name>
        <message>
            <source>{policy}, as the company</source>
            <translation>{policy}（同公司）</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>停催</translation>
        </message>
        <message>
            <source>no reminder until {day}</source>
            <translation>{day}（含）前不催</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>宽限</translation>
        </message>
        <message>
            <source>Handed over to</source>
            <translation>移交给</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>催收</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Change how this customer is reminded</source>
            <translation>更改对该客户的催收设置</translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message>
            <source>Letter</source>
            <translation>信函</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发出</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>已被取代</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>Note before the due date</source>
            <translation>到期前提示</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>付款提醒函</translation>
        </message>
        <message>
            <source>Second reminder</source>
            <translation>催款函（第二次）</translation>
        </message>
        <message>
            <source>Formal demand</source>
            <translation>催款函（正式）</translation>
        </message>
        <message>
            <source>Final notice</source>
            <translation>最后付款通知</translation>
        </message>
        <message>
            <source>Hand-over notice</source>
            <translation>移交通知</translation>
        </message>
        <message>
            <source>Thank-you note</source>
            <translation>收款致谢</translation>
        </message>
        <message>
            <source>Promise confirmation</source>
            <translation>付款承诺确认</translation>
        </message>
        <message>
            <source>Payment-plan agreement</source>
            <translation>还款协议</translation>
        </message>
        <message>
            <source>Statement to confirm</source>
            <translation>对账函</translation>
        </message>
        <message>
            <source>Acknowledgement request</source>
            <translation>债务确认函</translation>
        </message>
        <message>
            <source>on the due date</source>
            <translation>到期当天</translation>
        </message>
        <message>
            <source>{n} d before due</source>
            <translation>到期前 {n} 天</translation>
        </message>
        <message>
            <source>{n} d after due</source>
            <translation>逾期 {n} 天</translation>
        </message>
        <message>
            <source>month end, {n} d after due</source>
            <translation>到期后 {n} 天所在月末</translation>
        </message>
        <message>
            <source>{n} d after the last letter</source>
            <translation>上一步发出后 {n} 天</translation>
        </message>
        <message>
            <source>Days before the due date</source>
            <translation>到期日前的天数</translation>
        </message>
        <message>
            <source>Days after the due date</source>
            <translation>到期日后的天数</translation>
        </message>
        <message>
            <source>Days after the due date, then to the end of the month</source>
            <translation>到期日后的天数，再到月末</translation>
        </message>
        <message>
            <source>Days after the step before was sent</source>
            <translation>上一步发出后的天数</translation>
        </message>
        <message>
            <source>Claim a settled amount</source>
            <translation>主张确定金额</translation>
        </message>
        <message>
            <source>State the basis, reserve the right</source>
            <translation>说明依据并保留权利</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>不提利息</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>主张</translation>
        </message>
        <message>
            <source>Mentioned</source>
            <translation>说明依据</translation>
        </message>
        <message>
            <source>Not mentioned</source>
            <translation>不提</translation>
        </message>
        <message>
            <source>Courteous</source>
            <translation>礼貌</translation>
        </message>
        <message>
            <source>Friendly</source>
            <translation>友好</translation>
        </message>
        <message>
            <source>Firm</source>
            <translation>坚定</translation>
        </message>
        <message>
            <source>Formal</source>
            <translation>正式</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>最后通牒</translation>
        </message>
        <message>
            <source>Collection agency</source>
            <translation>催收机构</translation>
        </message>
        <message>
            <source>Lawyer</source>
            <translation>律师</translation>
        </message>
        <message>
            <source>Insurer</source>
            <translation>保险公司</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not due for a letter yet</source>
            <translation>未到发函时点</translation>
        </message>
        <message>
            <source>Too soon after the last letter</source>
            <translation>距上次发函太近</translation>
        </message>
        <message>
            <source>Not due; what is overdue comes first</source>
            <translation>未到期，先催逾期款</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议中</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>已承诺付款</translation>
        </message>
        <message>
            <source>In a payment plan</source>
            <translation>在还款计划中</translation>
        </message>
        <message>
            <source>Covered by a bill</source>
            <translation>已有票据覆盖</translation>
        </message>
        <message>
            <source>Customer has a grace date</source>
            <translation>客户在宽限期内</translation>
        </message>
        <message>
            <source>Invoice has a grace date</source>
            <translation>发票在宽限期内</translation>
        </message>
        <message>
            <source>Net credit</source>
            <translation>贷方余额</translation>
        </message>
        <message>
            <source>Below the minimum</source>
            <translation>低于最低金额</translation>
        </message>
        <message>
            <source>Insolvent</source>
            <translation>破产</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已移交</translation>
        </message>
        <message>
            <source>Claim with the insurer</source>
            <translation>赔案在保险人处理</translation>
        </message>
        <message>
            <source>Customer blocked by hand</source>
            <translation>客户已手工停催</translation>
        </message>
        <message>
            <source>Invoice blocked by hand</source>
            <translation>发票已手工停催</translation>
        </message>
        <message>
            <source>Policy without reminders</source>
            <translation>方案为不催收</translation>
        </message>
        <message>
            <source>Policy missing</source>
            <translation>方案缺失</translation>
        </message>
        <message>
            <source>All steps done</source>
            <translation>步骤已走完</translation>
        </message>
        <message>
            <source>Past its limitation period</source>
            <translation>已过诉讼时效</translation>
        </message>
        <message>
            <source>Invoice {number} is settled.</source>
            <translation>发票 {number} 已结清。</translation>
        </message>
        <message>
            <source>Another letter has reminded of invoice {number} at this step.</source>
            <translation>发票 {number} 已有另一封函件按此步骤催收。</translation>
        </message>
        <message>
            <source>Invoice {number}: {now} may be asked for now, the letter says {was}.</source>
            <translation>发票 {number}：现应要求 {now}，函件为 {was}。</translation>
        </message>
    </context>
    <context>
        <name>RemindersPage</name>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s)</source>
            <translation>
                <numerusform>%n 封</numerusform>
            </translation>
        </message>
        <message>
            <source>last run {day}</source>
            <translation>上次催收 {day}</translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>不发 %n 封</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Create %n draft(s)</source>
            <translation>
                <numerusform>生成 %n 份草稿</numerusform>
            </translation>
        </message>
        <message>
            <source>Run</source>
            <translation>本次催收</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>催收方案</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>函件模板</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>催收函</translation>
        </message>
        <message>
            <source>A letter counts only once you say that it was sent</source>
            <translation>标记为已发出后才算数</translation>
        </message>
        <message>
            <source>Parts of the reminders</source>
            <translation>催收函各部分</translation>
        </message>
        <message>
            <source>Look through</source>
            <translation>逐封查看</translation>
        </message>
        <message>
            <source>Create the drafts of the run</source>
            <translation>生成本次催收草稿</translation>
        </message>
        <message>
            <source>Print or save letters…</source>
            <translation>打印或保存函件…</translation>
        </message>
        <message>
            <source>Reminders: {part}</source>
            <translation>催收函：{part}</translation>
        </message>
    </context>
    <context>
        <name>RemindingDialog</name>
        <message>
            <source>Reminders</source>
            <translation>催收设置</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Do not remind</source>
            <translation>停止催收</translation>
        </message>
        <message>
            <source>Not before a day</source>
            <translation>宽限至某日</translation>
        </message>
        <message>
            <source>As the customer: {policy}</source>
            <translation>同客户：{policy}</translation>
        </message>
        <message>
            <source>As the company: {policy}</source>
            <translation>同公司：{policy}</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>停催</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>宽限</translation>
        </message>
        <message>
            <source>This day included; the step is not lost, it comes after it</source>
            <translation>含当天；步骤不会取消，之后照常</translation>
        </message>
        <message>
            <source>No reminder until</source>
            <translation>宽限至</translation>
        </message>
        <message>
            <source>Handed over to</source>
            <translation>移交给</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>移交日期</translation>
        </message>
        <message>
            <source>Say why; the run shows it.</source>
            <translation>请写明原因，催收时会显示。</translation>
        </message>
    </context>
    <context>
        <name>ReopenDialog</name>
        <message>
            <source>Open the review again</source>
            <translation>重新打开季度报告</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Stays in the history, with what had been reported.</source>
            <translation>连同当时报告的内容留在变更记录中。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请写明原因。</translation>
        </message>
    </context>
    <context>
        <name>ReopenMonthDialog</name>
        <message>
            <source>Open {month} again</source>
            <translation>重新打开 {month}</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>It stays in the history for good.</source>
            <translation>原因会永久留在变更记录里。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>With it are opened: {months}.</source>
            <translation>其后各月一并打开：{months}。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between months</comment>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>Say why, in at least %n characters.</source>
            <translation>
                <numerusform>请写明原因，至少 %n 个字。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplyDialog</name>
        <message>
            <source>Reply to {number}</source>
            <translation>{number} 的答复</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>For example: balance confirmed, differs by 1,200 because of returned goods, will pay on…</source>
            <translation>例如：余额确认无误；因退货差 1,200；将于…付款</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>答复内容</translation>
        </message>
        <message>
            <source>The reply cannot be older than the letter.</source>
            <translation>答复日期不能早于发函日期。</translation>
        </message>
        <message>
            <source>Write what the reply says.</source>
            <translation>请写明答复内容。</translation>
        </message>
        <message>
            <source>Insurer's answer</source>
            <translation>保险人答复</translation>
        </message>
        <message>
            <source>Keep the answer</source>
            <translation>保存答复</translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation>答复日</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>New limit</source>
            <translation>新限额</translation>
        </message>
        <message>
            <source>For shipments from</source>
            <translation>适用发货起日</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>The limit stays as it is.</source>
            <translation>限额不变。</translation>
        </message>
        <message>
            <source>A decision with the lower limit is added to the buyer's history.</source>
            <translation>将在买方限额历史中加入一条减额决定。</translation>
        </message>
        <message>
            <source>The limit ends; what was shipped before stays insured.</source>
            <translation>限额终止；此前已发的货仍在保。</translation>
        </message>
        <message>
            <source>A stop is recorded, and the order check holds orders for its reason.</source>
            <translation>登记停止发货，订单检查会据此拦截。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天还没有到。</translation>
        </message>
        <message>
            <source>That is after the policy ends.</source>
            <translation>该日期晚于保单到期日。</translation>
        </message>
        <message>
            <source>Less cover holds from the day of the answer.</source>
            <translation>减额、撤销自答复日起生效。</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Language of the report</source>
            <translation>报告语言</translation>
        </message>
        <message>
            <source>The report as it will be printed</source>
            <translation>报告的打印效果</translation>
        </message>
        <message>
            <source>Save PDF…</source>
            <translation>保存 PDF…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Save the report as</source>
            <translation>报告另存为</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
    </context>
    <context>
        <name>Rescored</name>
        <message>
            <source>Nobody was scored again yet.</source>
            <translation>尚未重新评分。</translation>
        </message>
        <message>
            <source>Score everybody</source>
            <translation>全部评分</translation>
        </message>
        <message>
            <source>From data alone; nothing is kept until you accept it.</source>
            <translation>仅据现有资料；接受之前不保存。</translation>
        </message>
        <message>
            <source>No customers yet.</source>
            <translation>还没有客户。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Nobody is in this list.</source>
            <translation>此列表没有客户。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Scoring customer {n} of {all}</source>
            <translation>正在评分第 {n} / {all} 家</translation>
        </message>
        <message>
            <source>Reading what is on file…</source>
            <translation>正在读取资料…</translation>
        </message>
        <message>
            <source>Shows who would get another grade today. Nothing is kept.</source>
            <translation>查看按今日资料谁的等级会变动；不保存任何结果。</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) of {all} would change grade as of {day}</source>
            <translation>
                <numerusform>截至 {day}，{all} 家中有 %n 家等级将变动</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Worse</source>
            <translation>变差</translation>
        </message>
        <message>
            <source>Better</source>
            <translation>变好</translation>
        </message>
        <message>
            <source>Insufficient data</source>
            <translation>资料不足</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>First grade</source>
            <translation>首次评级</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) chosen</source>
            <translation>
                <numerusform>已选 %n 家</numerusform>
            </translation>
        </message>
        <message>
            <source>as of {day}</source>
            <translation>截止 {day}</translation>
        </message>
        <message>
            <source>Scored again as of {day}</source>
            <translation>重新评分 {day}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Which customers</source>
            <translation>显示哪些客户</translation>
        </message>
        <message>
            <source>Customer or code</source>
            <translation>客户或编号</translation>
        </message>
        <message>
            <source>Customers scored again</source>
            <translation>重新评分的客户</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Keep as assessments…</source>
            <translation>作为正式评分保存…</translation>
        </message>
        <message>
            <source>Score by hand</source>
            <translation>逐户评分</translation>
        </message>
    </context>
    <context>
        <name>Rescue</name>
        <message>
            <source>Salvage…</source>
            <translation>抢救数据…</translation>
        </message>
        <message>
            <source>“{name}” is damaged and was not opened; it stays as it is.</source>
            <translation>“{name}”已损坏，没有打开，原样保留。</translation>
        </message>
        <message>
            <source>“{name}” is not there any more.</source>
            <translation>“{name}”已经不在了。</translation>
        </message>
        <message>
            <source>No sound backup of it is known here. What can be read can go into a new file.</source>
            <translation>本机没有它的完好备份，可将读得出的数据存入新文件。</translation>
        </message>
        <message>
            <source>Newest sound backup: {time} (customers: {customers}, invoices: {invoices}).</source>
            <translation>最新的完好备份：{time}（{customers} 家客户，{invoices} 张发票）。</translation>
        </message>
        <message>
            <source>Restore it</source>
            <translation>用它恢复</translation>
        </message>
        <message>
            <source>{name} salvaged</source>
            <translation>{name}（抢救）</translation>
        </message>
    </context>
    <context>
        <name>ResolveDialog</name>
        <message>
            <source>Resolve dispute on {number}</source>
            <translation>办结发票 {number} 的争议</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议金额</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Raised on</source>
            <translation>提出日期</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Make one now</source>
            <translation>现在开具</translation>
        </message>
        <message>
            <source>Numbered by itself</source>
            <translation>自动编号</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Resolved on</source>
            <translation>办结日期</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>贷项（红字）</translation>
        </message>
        <message>
            <source>Its amount</source>
            <translation>贷项金额</translation>
        </message>
        <message>
            <source>Its number</source>
            <translation>贷项号码</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>This is before it was raised.</source>
            <translation>早于提出日期。</translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message>
            <source>Score {score} of 100, grade {grade}</source>
            <translation>评分 {score}，满分 100，等级 {grade}</translation>
        </message>
        <message>
            <source>of 100</source>
            <translation>满分 100</translation>
        </message>
        <message>
            <source>First assessment</source>
            <translation>首次评分</translation>
        </message>
        <message>
            <source>Knock-outs</source>
            <translation>否决项</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>against last time, {points} together</source>
            <translation>与上次相比，合计 {points}</translation>
        </message>
        <message>
            <source>Nothing moved since last time.</source>
            <translation>与上次相同。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>now</source>
            <translation>本次</translation>
        </message>
        <message>
            <source>{grade} from {floor}</source>
            <translation>{grade} 级 {floor} 起</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Show what stands behind it</source>
            <translation>查看依据</translation>
        </message>
        <message>
            <source>Where the points come from</source>
            <translation>得分来源</translation>
        </message>
        <message>
            <source>What moved the score</source>
            <translation>分数变动理由</translation>
        </message>
        <message>
            <source>Past reviews</source>
            <translation>历次复审</translation>
        </message>
    </context>
    <context>
        <name>ReturnedDialog</name>
        <message>
            <source>Returned payment</source>
            <translation>付款退回</translation>
        </message>
        <message>
            <source>Take the payment back</source>
            <translation>确认退回</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Came back on</source>
            <translation>退回日期</translation>
        </message>
        <message>
            <source>For example: not enough money, account closed, recalled by the customer</source>
            <translation>例如：余额不足、账户注销、客户撤回</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Receipt it takes back</source>
            <translation>被退回的收款</translation>
        </message>
        <message>
            <source>What it paid is open again from this day, at its original due date.</source>
            <translation>其核销的发票自该日起恢复未清，到期日不变。</translation>
        </message>
        <message>
            <source>Choose the receipt</source>
            <translation>请选择收款</translation>
        </message>
        <message>
            <source>Choose the customer whose payment came back.</source>
            <translation>请选择款项被退回的客户。</translation>
        </message>
        <message>
            <source>Choose the receipt whose money came back.</source>
            <translation>请选择被退回的那笔收款。</translation>
        </message>
        <message>
            <source>This customer has no receipt in {currency}.</source>
            <translation>该客户没有 {currency} 收款。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>The receipt is dated {day}; choose that day or a later one.</source>
            <translation>该收款日期为 {day}，请选择当日或之后的日期。</translation>
        </message>
    </context>
    <context>
        <name>ReviewDialog</name>
        <message>
            <source>Write the review</source>
            <translation>编写季度报告</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Verdict in two sentences</source>
            <translation>两句话的结论</translation>
        </message>
        <message>
            <source>Empty: as worked out from the figures</source>
            <translation>不填则用按指标生成的结论</translation>
        </message>
        <message>
            <source>Prepared by</source>
            <translation>编制</translation>
        </message>
        <message>
            <source>Reviewed by</source>
            <translation>复核</translation>
        </message>
        <message>
            <source>What changed in the quarter</source>
            <translation>本季有何变化</translation>
        </message>
        <message>
            <source>Parameters adjusted, and why</source>
            <translation>调整了哪些参数，为什么</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>经验教训</translation>
        </message>
        <message>
            <source>No setting, policy or rule was changed in the quarter.</source>
            <translation>本季没有更改设置、政策或规则。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Changed in the quarter, by the history:</source>
            <translation>按变更记录，本季更改了：</translation>
        </message>
    </context>
    <context>
        <name>ReviewList</name>
        <message>
            <source>Review of the limits</source>
            <translation>限额检视</translation>
        </message>
        <message>
            <source>as of {day}</source>
            <translation>截止 {day}</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>已批限额</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>闲置</translation>
        </message>
        <message>
            <source>Open beyond limits</source>
            <translation>超出限额</translation>
        </message>
        <message>
            <source>Limit fees a year</source>
            <translation>年限额费</translation>
        </message>
        <message>
            <source>Needed is measured by the highest balance at the ends of the last months. Give back what lies idle, ask for more where debts outgrow the limit, renew before a limit ends.</source>
            <translation>需要多少按近几个月末的最高余额衡量。闲置的退回，不足的追加，到期前续期。</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>不足</translation>
        </message>
        <message>
            <source>Unused</source>
            <translation>闲置</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>将到期</translation>
        </message>
        <message>
            <source>No evidence</source>
            <translation>缺依据</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Ask for a limit</source>
            <translation>申请限额</translation>
        </message>
        <message>
            <source>Go to the policies</source>
            <translation>前往保单</translation>
        </message>
        <message>
            <source>No buyer limits to review yet.</source>
            <translation>还没有可检视的限额。</translation>
        </message>
        <message>
            <source>Every limit fits what is sold.</source>
            <translation>各限额与销售相称。</translation>
        </message>
        <message>
            <source>Show all limits</source>
            <translation>显示全部限额</translation>
        </message>
        <message>
            <source>No limit stands so.</source>
            <translation>没有符合条件的限额。</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限额</translation>
        </message>
        <message>
            <source>Filled now</source>
            <translation>当前占用</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>最高余额</translation>
        </message>
        <message>
            <source>Beyond</source>
            <translation>超出</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>What to ask for</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Done {day}</source>
            <translation>{day} 已办</translation>
        </message>
        <message>
            <source>Fits</source>
            <translation>相称</translation>
        </message>
        <message>
            <source>Choose a limit that something is to be asked for.</source>
            <translation>请先选择需要申请的限额。</translation>
        </message>
        <message>
            <source>Not done after all</source>
            <translation>取消已办</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>标记为已办</translation>
        </message>
        <message>
            <source>Choose a limit that something is to be done about.</source>
            <translation>请选择一个有待办事项的限额。</translation>
        </message>
        <message>
            <source>Ask the insurer…</source>
            <translation>向保险人申请…</translation>
        </message>
        <message>
            <source>Enter a decision…</source>
            <translation>登记决定…</translation>
        </message>
        <message>
            <source>Show the limit</source>
            <translation>查看限额</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>What the review found</source>
            <translation>检视结论</translation>
        </message>
    </context>
    <context>
        <name>ReviewPaperDialog</name>
        <message>
            <source>Parts</source>
            <translation>部分</translation>
        </message>
    </context>
    <context>
        <name>ReviewReading</name>
        <message>
            <source>Changed in the quarter, by the history</source>
            <translation>本季更改的设置与规则（按变更记录）</translation>
        </message>
        <message>
            <source>Opened again: {why}</source>
            <translation>重新打开：{why}</translation>
        </message>
        <message>
            <source>Locked on {day}. {same}</source>
            <translation>{day}锁定。{same}</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>What differs from what was reported</source>
            <translation>与报告时的差异</translation>
        </message>
    </context>
    <context>
        <name>ReviewsPanel</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Put off to {day}</source>
            <translation>推迟到 {day}</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应复核</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>By</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>一周内</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>以后</translation>
        </message>
        <message>
            <source>Never assessed</source>
            <translation>从未评级</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>No review matches.</source>
            <translation>没有符合条件的复审。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Nobody has credit, an assessment or a debt yet.</source>
            <translation>还没有客户有授信、评级或欠款。</translation>
        </message>
        <message>
            <source>Open the customers</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>No review stands here.</source>
            <translation>这里没有复审。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>{day}: {reviews}</source>
            <translation>{day}：{reviews}</translation>
        </message>
        <message numerus="yes">
            <source>%n review(s)</source>
            <translation>
                <numerusform>%n 项复审</numerusform>
            </translation>
        </message>
        <message>
            <source>No review falls on this day.</source>
            <translation>这一天没有复审。</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>How to look at the reviews</source>
            <translation>查看方式</translation>
        </message>
        <message>
            <source>Which reviews</source>
            <translation>哪些复审</translation>
        </message>
        <message>
            <source>Every reason</source>
            <translation>全部依据</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Customer or reason</source>
            <translation>客户或原因</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Postpone…</source>
            <translation>推迟…</translation>
        </message>
        <message>
            <source>Score again</source>
            <translation>重新评分</translation>
        </message>
        <message>
            <source>Score the customer of the review again</source>
            <translation>为复审的客户重新评分</translation>
        </message>
        <message>
            <source>Month before (PageUp)</source>
            <translation>上个月（PageUp）</translation>
        </message>
        <message>
            <source>Next month (PageDown)</source>
            <translation>下个月（PageDown）</translation>
        </message>
        <message>
            <source>Reviews</source>
            <translation>复审</translation>
        </message>
        <message>
            <source>Reviews by day</source>
            <translation>按日复审</translation>
        </message>
        <message>
            <source>Reviews of the day</source>
            <translation>当日复审</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Open findings</source>
            <translation>待办事项</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新查找</translation>
        </message>
        <message>
            <source>Begin the review</source>
            <translation>开始编写</translation>
        </message>
        <message>
            <source>This quarter's review is locked.</source>
            <translation>本季度的报告已锁定。</translation>
        </message>
        <message>
            <source>Begin the review first.</source>
            <translation>请先开始编写。</translation>
        </message>
        <message>
            <source>The quarter is not over yet.</source>
            <translation>本季尚未结束。</translation>
        </message>
        <message>
            <source>Findings {n}</source>
            <translation>事项 {n}</translation>
        </message>
        <message numerus="yes">
            <source>%n quarter(s)</source>
            <translation>
                <numerusform>%n 个季度</numerusform>
            </translation>
        </message>
        <message>
            <source>Write…</source>
            <translation>编写…</translation>
        </message>
        <message>
            <source>Lock…</source>
            <translation>锁定…</translation>
        </message>
        <message>
            <source>Open again…</source>
            <translation>重新打开…</translation>
        </message>
        <message>
            <source>Quarterly report PDF</source>
            <translation>季度报告 PDF</translation>
        </message>
        <message>
            <source>Quarters</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>Nothing is in the ledger yet.</source>
            <translation>账上还没有数据。</translation>
        </message>
        <message>
            <source>Quarters stand here once there is.</source>
            <translation>有数据后这里列出各季度。</translation>
        </message>
    </context>
    <context>
        <name>RiskPanel</name>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message numerus="yes">
            <source>%n above the limit of {limit}</source>
            <translation>
                <numerusform>%n 家超过上限 {limit}</numerusform>
            </translation>
        </message>
        <message>
            <source>Customer concentration</source>
            <translation>客户集中度</translation>
        </message>
        <message>
            <source>Aging trend</source>
            <translation>账龄走势</translation>
        </message>
        <message>
            <source>{unit}; a column opens the board of that day</source>
            <translation>{unit}；点击柱形查看当日账龄</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) owing</source>
            <translation>
                <numerusform>%n 家客户有欠款</numerusform>
            </translation>
        </message>
        <message>
            <source>Rows of the map</source>
            <translation>热力图分行</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Nobody owes anything on this day.</source>
            <translation>当日没有客户欠款。</translation>
        </message>
    </context>
    <context>
        <name>RowBar</name>
        <message>
            <source>Customers in this row: {what}</source>
            <translation>本档客户：{what}</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无客户</translation>
        </message>
        <message>
            <source>{n} • {share} late</source>
            <translation>{n} 家 • 迟付 {share}</translation>
        </message>
    </context>
    <context>
        <name>RowDialog</name>
        <message>
            <source>Edit a row</source>
            <translation>修改一行</translation>
        </message>
        <message>
            <source>New row</source>
            <translation>新增一行</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Class, 0 is best</source>
            <translation>等级（0 最好）</translation>
        </message>
        <message>
            <source>Outlook</source>
            <translation>前景</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Such as the list or the paper it was taken from</source>
            <translation>例如所依据的名单或文件</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Say where the value comes from.</source>
            <translation>请注明取值来源。</translation>
        </message>
    </context>
    <context>
        <name>Rows</name>
        <message>
            <source>Own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>自带</translation>
        </message>
        <message>
            <source>Country risk</source>
            <translation>国家风险</translation>
        </message>
        <message>
            <source>Industry outlook</source>
            <translation>行业前景</translation>
        </message>
        <message>
            <source>Own rows</source>
            <translation>自有行</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>No row of your own: the shipped values hold.</source>
            <translation>没有自有行，沿用自带值。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Nothing matches.</source>
            <translation>没有符合条件的行。</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Which rows</source>
            <translation>显示哪些行</translation>
        </message>
        <message>
            <source>Country or code</source>
            <translation>国家或代码</translation>
        </message>
        <message>
            <source>Industry or code</source>
            <translation>行业或代码</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Add a row…</source>
            <translation>新增一行…</translation>
        </message>
        <message>
            <source>Back to the shipped value</source>
            <translation>恢复自带值</translation>
        </message>
        <message>
            <source>Reset the table</source>
            <translation>恢复整张表</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Classes from 0, the best, to 7. A country that is missing here scores as missing.</source>
            <translation>0（最好）至 7 级。表中没有的国家按缺失计分。</translation>
        </message>
        <message>
            <source>A division such as C33 goes before its section C.</source>
            <translation>大类（如 C33）优先于门类（C）。</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Outlook</source>
            <translation>前景</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>归属</translation>
        </message>
    </context>
    <context>
        <name>RowsEdit</name>
        <message>
            <source>Move {n} up</source>
            <translation>将第 {n} 行上移</translation>
        </message>
        <message>
            <source>Move {n} down</source>
            <translation>将第 {n} 行下移</translation>
        </message>
        <message>
            <source>Remove {n}</source>
            <translation>删除第 {n} 行</translation>
        </message>
    </context>
    <context>
        <name>RuleDialog</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Shipped: {value}</source>
            <translation>出厂值：{value}</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重要性</translation>
        </message>
        <message>
            <source>High stands first in the inbox</source>
            <translation>重要的排在最前</translation>
        </message>
        <message>
            <source>The rule is on</source>
            <translation>启用此规则</translation>
        </message>
        <message>
            <source>Try on history</source>
            <translation>用历史试算</translation>
        </message>
        <message>
            <source>Enter a number, e.g. 90.</source>
            <translation>请填数字，例如 90。</translation>
        </message>
        <message>
            <source>Enter a whole number from 1.</source>
            <translation>请填 1 以上的整数。</translation>
        </message>
        <message>
            <source>Enter a number from 0.</source>
            <translation>请填 0 以上的数字。</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>正在试算…</translation>
        </message>
    </context>
    <context>
        <name>RulesDialog</name>
        <message>
            <source>Matching rules</source>
            <translation>匹配规则</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Tried from top to bottom; the first that finds something proposes it.</source>
            <translation>自上而下依次尝试，先找到的先建议。</translation>
        </message>
        <message>
            <source>Give up small differences at once, without asking</source>
            <translation>尾差直接核销，不再询问</translation>
        </message>
        <message>
            <source>How much may be given up</source>
            <translation>可放弃的差额</translation>
        </message>
        <message>
            <source>The larger of the two counts</source>
            <translation>两者取较大者</translation>
        </message>
        <message>
            <source>Enter a per cent from 0 to 100.</source>
            <translation>请填写 0 到 100 之间的百分比。</translation>
        </message>
        <message>
            <source>Small difference, % of the invoices</source>
            <translation>尾差上限（占发票 %）</translation>
        </message>
        <message>
            <source>Small difference, amount</source>
            <translation>尾差上限（金额）</translation>
        </message>
        <message>
            <source>Discount, at most % of the invoices</source>
            <translation>折扣上限（占发票 %）</translation>
        </message>
        <message>
            <source>Bank charge, at most</source>
            <translation>银行手续费上限</translation>
        </message>
        <message>
            <source>Try “{rule}” earlier</source>
            <translation>上移“{rule}”</translation>
        </message>
        <message>
            <source>Try “{rule}” later</source>
            <translation>下移“{rule}”</translation>
        </message>
        <message>
            <source>apply at once when certain</source>
            <translation>确定时立即核销</translation>
        </message>
    </context>
    <context>
        <name>RulesPanel</name>
        <message>
            <source>Aging limits in days</source>
            <translation>账龄段（天）</translation>
        </message>
        <message>
            <source>Aging and terms</source>
            <translation>账龄与账期</translation>
        </message>
        <message>
            <source>What boards and new customers start with</source>
            <translation>账龄表与新客户的默认值</translation>
        </message>
        <message>
            <source>Usual payment terms</source>
            <translation>默认账期</translation>
        </message>
        <message>
            <source>As you write them: net 30, 30 days end of month, 50/50…</source>
            <translation>按平时写法：月结30天、货到30天、30%预付 70%货到60天……</translation>
        </message>
        <message>
            <source>Back to 30, 60, 90</source>
            <translation>恢复为 30、60、90</translation>
        </message>
        <message>
            <source>These rules are not saved.</source>
            <translation>这些规则尚未保存。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Back to the shipped rules</source>
            <translation>恢复随附规则</translation>
        </message>
    </context>
    <context>
        <name>RunDetail</name>
        <message>
            <source>{why} Rate: {rate}.</source>
            <translation>{why}利率：{rate}。</translation>
        </message>
        <message>
            <source>Step {level}: {name}</source>
            <translation>第 {level} 步：{name}</translation>
        </message>
        <message>
            <source>{amount} of this customer is on account with us. See whether it pays any of these.</source>
            <translation>该客户有 {amount} 挂账未核销，请先看是否已付这些发票。</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>要求付款</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>最长逾期</translation>
        </message>
        <message>
            <source>Pay by</source>
            <translation>付款期限</translation>
        </message>
        <message>
            <source>Take in again</source>
            <translation>重新列入</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>Interest: {treatment}.</source>
            <translation>利息：{treatment}。</translation>
        </message>
        <message>
            <source>Fee: {fee}.</source>
            <translation>费用：{fee}。</translation>
        </message>
        <message>
            <source>{amount} is disputed and not asked for.</source>
            <translation>{amount} 有争议，未列入。</translation>
        </message>
        <message>
            <source>{amount} is promised or covered and not asked for.</source>
            <translation>{amount} 已承诺付款或有票据覆盖，未列入。</translation>
        </message>
        <message>
            <source>Stop shipping to this customer.</source>
            <translation>对该客户停止发货。</translation>
        </message>
        <message>
            <source>After it the debt goes to: {to}.</source>
            <translation>此后移交：{to}。</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>The letter</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>The letter as it will be printed</source>
            <translation>函件打印效果</translation>
        </message>
        <message>
            <source>Preview in full</source>
            <translation>完整预览</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Invoices of the letter</source>
            <translation>函件所列发票</translation>
        </message>
        <message>
            <source>Test of {day}</source>
            <translation>{day} 的测试</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>当时</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>These customers fail</source>
            <translation>这些客户倒闭</translation>
        </message>
        <message>
            <source>Receivables then {then}, now {now}</source>
            <translation>应收账款：当时 {then}，现在 {now}</translation>
        </message>
        <message>
            <source>Failed in it: {names}</source>
            <translation>其中倒闭的客户：{names}</translation>
        </message>
        <message>
            <source>Then and now</source>
            <translation>当时与现在</translation>
        </message>
        <message>
            <source>Delete this test</source>
            <translation>删除这次测试</translation>
        </message>
    </context>
    <context>
        <name>RunPage</name>
        <message>
            <source>Ended {day}</source>
            <translation>{day} 结束</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) late</source>
            <translation>
                <numerusform>%n 个步骤已过期</numerusform>
            </translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Begun {day}</source>
            <translation>{day} 开始</translation>
        </message>
        <message>
            <source>led by {name}</source>
            <translation>牵头人：{name}</translation>
        </message>
        <message>
            <source>{done} of {total} steps done</source>
            <translation>已完成 {done}/{total} 个步骤</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>最迟 {day}</translation>
        </message>
        <message>
            <source>done by {name}</source>
            <translation>{name} 完成于</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>late</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Whom to call</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>The plan names nobody.</source>
            <translation>预案中没有联系人。</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>All runs</source>
            <translation>全部执行记录</translation>
        </message>
        <message>
            <source>Show the warning</source>
            <translation>查看预警</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Delete this drill</source>
            <translation>删除这次演练</translation>
        </message>
        <message>
            <source>End…</source>
            <translation>结束…</translation>
        </message>
        <message>
            <source>Done by</source>
            <translation>完成人</translation>
        </message>
    </context>
    <context>
        <name>RunPanel</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>最长逾期</translation>
        </message>
        <message>
            <source>Last letter</source>
            <translation>上次发函</translation>
        </message>
        <message>
            <source>Pay by</source>
            <translation>付款期限</translation>
        </message>
        <message>
            <source>With it</source>
            <translation>附带</translation>
        </message>
        <message>
            <source>{day}, step {level}</source>
            <translation>{day} 第 {level} 步</translation>
        </message>
        <message>
            <source>{amount} of theirs is on account with us; look at it first.</source>
            <translation>该客户有 {amount} 挂账，请先核对。</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>账上余款</translation>
        </message>
        <message>
            <source>Stop shipping</source>
            <translation>停止发货</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>要求付款</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>{day} 到期</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Why not</source>
            <translation>不催原因</translation>
        </message>
        <message>
            <source>whole account</source>
            <translation>全部欠款</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>No receipt is recorded yet. Whoever has paid would be reminded too.</source>
            <translation>尚无收款记录，已付款的客户也会被催收。</translation>
        </message>
        <message>
            <source>Receipts are recorded up to {day}.</source>
            <translation>收款已记录至 {day}。</translation>
        </message>
        <message>
            <source>Receipts are recorded up to {day}, {age} before this run.</source>
            <translation>收款已记录至 {day}，距本次催收 {age}。</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Read a bank statement</source>
            <translation>导入银行流水</translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) from the bank are not matched yet ({sums}).</source>
            <translation>
                <numerusform>另有 %n 笔银行收款未匹配（{sums}）。</numerusform>
            </translation>
        </message>
        <message>
            <source>Match receipts</source>
            <translation>匹配收款</translation>
        </message>
        <message>
            <source>No customer matches.</source>
            <translation>没有符合条件的客户。</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Nobody is to be reminded on this day.</source>
            <translation>这一天没有需要催收的客户。</translation>
        </message>
        <message>
            <source>Open the aging board</source>
            <translation>打开账龄表</translation>
        </message>
        <message>
            <source>“Not chased” says what is overdue and why no letter is due.</source>
            <translation>“不催”列出逾期而不发函的款项及原因。</translation>
        </message>
        <message>
            <source>Nothing is passed over.</source>
            <translation>没有略过的款项。</translation>
        </message>
        <message>
            <source>Which part of the run</source>
            <translation>催收的哪一部分</translation>
        </message>
        <message>
            <source>Customer or invoice</source>
            <translation>客户或发票</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Letters of the run</source>
            <translation>本次催收的函件</translation>
        </message>
        <message>
            <source>Not chased</source>
            <translation>不催</translation>
        </message>
    </context>
    <context>
        <name>RunsView</name>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>情景</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收账款</translation>
        </message>
        <message>
            <source>Most borne</source>
            <translation>最大自担损失</translation>
        </message>
        <message>
            <source>What follows</source>
            <translation>后续措施</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>chosen customers</source>
            <translation>指定客户倒闭</translation>
        </message>
        <message>
            <source>Tests that were kept</source>
            <translation>已存的测试</translation>
        </message>
        <message>
            <source>No test was kept yet.</source>
            <translation>尚未保存任何测试。</translation>
        </message>
        <message>
            <source>Keep today's test…</source>
            <translation>保存今天的测试…</translation>
        </message>
        <message>
            <source>A kept test stays as it was and is compared with how things stand later.</source>
            <translation>保存的测试保持原样，日后可与当时情况比较。</translation>
        </message>
        <message>
            <source>Begun</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>预案</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Steps done</source>
            <translation>完成步骤</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Ended {day}</source>
            <translation>{day} 结束</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) late</source>
            <translation>
                <numerusform>%n 个步骤已过期</numerusform>
            </translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Drills and real runs</source>
            <translation>演练与实际启动</translation>
        </message>
        <message>
            <source>No plan was gone through yet.</source>
            <translation>还没有执行过任何预案。</translation>
        </message>
        <message>
            <source>Show the plans</source>
            <translation>查看预案</translation>
        </message>
        <message>
            <source>A drill shows whether the steps work; a real alert opens its plan from Watch.</source>
            <translation>演练可检验步骤是否可行；实际预警可在“预警”页打开相应预案。</translation>
        </message>
    </context>
    <context>
        <name>ScaleDialog</name>
        <message>
            <source>Scale of a provider</source>
            <translation>机构的等级体系</translation>
        </message>
        <message>
            <source>New provider</source>
            <translation>新增机构</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>A figure between two ends</source>
            <translation>两端之间的数字</translation>
        </message>
        <message>
            <source>Values, each with points</source>
            <translation>逐个等级给分</translation>
        </message>
        <message>
            <source>Add a value</source>
            <translation>添加一级</translation>
        </message>
        <message>
            <source>As it is written in credit files</source>
            <translation>与信用档案中的写法一致</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>机构</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>等级体系</translation>
        </message>
        <message>
            <source>Such as AAA-D or 0-100</source>
            <translation>如 AAA-D 或 0-100</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>What a rating is</source>
            <translation>评级形式</translation>
        </message>
        <message>
            <source>Worst, earns 0 points</source>
            <translation>最差（0 分）</translation>
        </message>
        <message>
            <source>Best, earns 100 points</source>
            <translation>最好（100 分）</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Value {n}</source>
            <translation>等级 {n}</translation>
        </message>
        <message>
            <source>Points {n}</source>
            <translation>得分 {n}</translation>
        </message>
        <message>
            <source>Remove value {n}</source>
            <translation>删除等级 {n}</translation>
        </message>
        <message>
            <source>Name the provider.</source>
            <translation>请填写机构。</translation>
        </message>
    </context>
    <context>
        <name>ScenarioDialog</name>
        <message>
            <source>Edit the scenario</source>
            <translation>编辑情景</translation>
        </message>
        <message>
            <source>New scenario</source>
            <translation>新建情景</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What happens to whom, all of it together</source>
            <translation>对谁发生什么，同时发生</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>请输入名称。</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>发生什么</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>对谁</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>哪些</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>程度</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Shocks</source>
            <translation>冲击</translation>
        </message>
        <message>
            <source>Add a shock</source>
            <translation>添加冲击</translation>
        </message>
    </context>
    <context>
        <name>ScenariosView</name>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收账款</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Horizon</source>
            <translation>期限</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>13 weeks</source>
            <translation>13 周</translation>
        </message>
        <message>
            <source>Nobody owes anything on this day, so nothing can be lost.</source>
            <translation>这一天没有任何欠款，因此无可损失。</translation>
        </message>
        <message>
            <source>Not known: {figures}. What is left of it cannot be said until it is entered.</source>
            <translation>未知：{figures}。录入之前无法得知冲击之后还剩多少。</translation>
        </message>
        <message>
            <source>No insurance policy is entered: every loss is borne in full.</source>
            <translation>未录入保单：全部损失自担。</translation>
        </message>
        <message>
            <source>Left out, for want of an exchange rate: {currencies}</source>
            <translation>因缺少汇率未计入：{currencies}</translation>
        </message>
        <message>
            <source>Enter them</source>
            <translation>去录入</translation>
        </message>
        <message>
            <source>What costs most</source>
            <translation>代价最大的情景</translation>
        </message>
        <message>
            <source>amber: cash or equity used up</source>
            <translation>橙色：现金或净资产用尽</translation>
        </message>
        <message>
            <source>What breaks us</source>
            <translation>什么会压垮公司</translation>
        </message>
        <message>
            <source>Show the cash forecast</source>
            <translation>查看现金预测</translation>
        </message>
        <message>
            <source>Enter cash or equity</source>
            <translation>录入现金或净资产</translation>
        </message>
        <message>
            <source>Show whom and how much</source>
            <translation>查看是谁、多少</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>used up</source>
            <translation>已用尽</translation>
        </message>
        <message>
            <source>Scenarios, the costliest first</source>
            <translation>情景，代价大者在前</translation>
        </message>
        <message>
            <source>Nobody owes anything on this day.</source>
            <translation>当日没有客户欠款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Show whom</source>
            <translation>查看是谁</translation>
        </message>
        <message>
            <source>Keep as a scenario…</source>
            <translation>存为情景…</translation>
        </message>
        <message>
            <source>Uncheck</source>
            <translation>取消勾选</translation>
        </message>
    </context>
    <context>
        <name>ScoreCard</name>
        <message>
            <source>What the score is made of</source>
            <translation>评分构成</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>逐项得分</translation>
        </message>
        <message>
            <source>All points of the score</source>
            <translation>评分的逐项得分</translation>
        </message>
        <message>
            <source>This customer has not been assessed.</source>
            <translation>该客户尚未评级。</translation>
        </message>
        <message>
            <source>Assess it</source>
            <translation>开始评级</translation>
        </message>
    </context>
    <context>
        <name>ScoreTab</name>
        <message>
            <source>Go on with the draft</source>
            <translation>继续草稿</translation>
        </message>
        <message>
            <source>Score again</source>
            <translation>重新评分</translation>
        </message>
        <message>
            <source>by score {grade}</source>
            <translation>按分数为 {grade}</translation>
        </message>
        <message>
            <source>of the weights</source>
            <translation>占全部权重</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效至</translation>
        </message>
        <message>
            <source>no longer holds</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>资料覆盖</translation>
        </message>
        <message>
            <source>insufficient data</source>
            <translation>资料不足</translation>
        </message>
        <message>
            <source>Assessment that holds</source>
            <translation>当前评分</translation>
        </message>
        <message>
            <source>Earlier assessment</source>
            <translation>历史评分</translation>
        </message>
        <message>
            <source>{card}, version {version}</source>
            <translation>{card}，第 {version} 版</translation>
        </message>
        <message>
            <source>You look at an earlier assessment.</source>
            <translation>您正在查看一份历史评分。</translation>
        </message>
        <message>
            <source>Show the newest</source>
            <translation>查看最新</translation>
        </message>
        <message>
            <source>Show why</source>
            <translation>查看依据</translation>
        </message>
        <message>
            <source>Note: {note}</source>
            <translation>备注：{note}</translation>
        </message>
        <message>
            <source>Grade {now} instead of {was} until {day}, approved by {name}. {reason}: {words}</source>
            <translation>等级由 {was} 调整为 {now}，至 {day}，{name} 批准。{reason}：{words}</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>得分明细</translation>
        </message>
        <message>
            <source>{score} of 100</source>
            <translation>{score} / 100</translation>
        </message>
        <message>
            <source>Past reviews</source>
            <translation>历次复审</translation>
        </message>
        <message>
            <source>holds</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>已终止</translation>
        </message>
        <message>
            <source>against {day}</source>
            <translation>与 {day} 相比</translation>
        </message>
        <message>
            <source>What moved the score</source>
            <translation>分数变动理由</translation>
        </message>
        <message>
            <source>This is the first assessment.</source>
            <translation>这是首次评分。</translation>
        </message>
        <message>
            <source>Nothing moved.</source>
            <translation>没有变动。</translation>
        </message>
        <message>
            <source>Computed again from what was stored: {score}, grade {grade}, the same.</source>
            <translation>按保存的资料重算：{score} 分，{grade} 级，结果一致。</translation>
        </message>
        <message>
            <source>Computed again: {score}, grade {grade}; stored was {stored}. Check the file.</source>
            <translation>重算得 {score} 分，{grade} 级；保存的是 {stored} 分。请检查账簿文件。</translation>
        </message>
        <message>
            <source>Override the grade…</source>
            <translation>人工调整等级…</translation>
        </message>
        <message>
            <source>Grant a limit…</source>
            <translation>授予额度…</translation>
        </message>
        <message>
            <source>End early…</source>
            <translation>提前终止…</translation>
        </message>
        <message>
            <source>Recompute</source>
            <translation>重算验证</translation>
        </message>
        <message>
            <source>Credit report…</source>
            <translation>信用报告…</translation>
        </message>
        <message>
            <source>This customer has not been scored yet.</source>
            <translation>该客户尚未评分。</translation>
        </message>
        <message>
            <source>Score now</source>
            <translation>开始评分</translation>
        </message>
        <message>
            <source>Most answers are filled in from the ledger and the credit file.</source>
            <translation>多数答案自动取自台账与信用档案。</translation>
        </message>
    </context>
    <context>
        <name>ScorecardsPanel</name>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>自带</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message numerus="yes">
            <source>%n scorecard(s)</source>
            <translation>
                <numerusform>%n 张评分卡</numerusform>
            </translation>
        </message>
        <message>
            <source>Draft kept at {at}</source>
            <translation>草稿已保存 {at}</translation>
        </message>
        <message>
            <source>Version {n}</source>
            <translation>第 {n} 版</translation>
        </message>
        <message>
            <source>This is version {n}, to look at only.</source>
            <translation>这是第 {n} 版，仅供查看。</translation>
        </message>
        <message>
            <source>Back to the card</source>
            <translation>返回评分卡</translation>
        </message>
        <message>
            <source>Make it the draft</source>
            <translation>以此为草稿</translation>
        </message>
        <message>
            <source>This card is retired: it scores nobody.</source>
            <translation>此卡已停用，不再评分。</translation>
        </message>
        <message>
            <source>A draft: nobody is scored by it until it is published.</source>
            <translation>草稿：发布之前不用于评分。</translation>
        </message>
        <message>
            <source>Discard the draft</source>
            <translation>放弃草稿</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提醒</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Scorecards</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>Copy as a new card…</source>
            <translation>另存为新卡…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Publish…</source>
            <translation>发布…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>What is wrong with the card</source>
            <translation>评分卡的问题</translation>
        </message>
        <message>
            <source>What to show of the card</source>
            <translation>查看内容</translation>
        </message>
        <message>
            <source>Indicators</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Grades and knock-outs</source>
            <translation>等级与否决</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>影响</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
    </context>
    <context>
        <name>Scoring</name>
        <message>
            <source>{card}, version {version}</source>
            <translation>{card}，第 {version} 版</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>{row}; too old, half the points</source>
            <translation>{row}；已过时，得分减半</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>{points} 分</translation>
        </message>
        <message>
            <source>{name}: {effect}</source>
            <translation>{name}：{effect}</translation>
        </message>
        <message>
            <source>Data for {coverage}% of the weights</source>
            <translation>资料覆盖 {coverage}% 的权重</translation>
        </message>
        <message>
            <source>By the points alone: {sentence}</source>
            <translation>仅就分数而言：{sentence}</translation>
        </message>
        <message>
            <source>{points} points above grade {grade} (below {floor}).</source>
            <translation>距 {grade} 级（&lt; {floor}）还有 {points} 分。</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>{name}: rounding</source>
            <translation>{name}：四舍五入之差</translation>
        </message>
        <message>
            <source>{name}: {value}, counted otherwise</source>
            <translation>{name}：{value}，计分不同</translation>
        </message>
        <message>
            <source>{name}: from {was} to {now}</source>
            <translation>{name}由 {was} 变为 {now}</translation>
        </message>
        <message>
            <source>Last time {score} • {grade}, {day}</source>
            <translation>上次 {score} • {grade}，{day}</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>未变</translation>
        </message>
        <message>
            <source>up {points} points</source>
            <translation>上升 {points} 分</translation>
        </message>
        <message>
            <source>down {points} points</source>
            <translation>下降 {points} 分</translation>
        </message>
    </context>
    <context>
        <name>ScoringPage</name>
        <message>
            <source>Nothing typed here is kept.</source>
            <translation>这里填写的内容不会保存。</translation>
        </message>
        <message>
            <source>You go on with the draft; what is on file was read anew.</source>
            <translation>继续上次的草稿；档案中的数据已重新读取。</translation>
        </message>
        <message>
            <source>Start afresh</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Limit and terms</source>
            <translation>额度与账期</translation>
        </message>
        <message>
            <source>not looked at yet</source>
            <translation>尚未查看</translation>
        </message>
        <message>
            <source>in view</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>looked at</source>
            <translation>已查看</translation>
        </message>
        <message>
            <source>something is wrong here</source>
            <translation>此处有误</translation>
        </message>
        <message>
            <source>Draft saved {time}</source>
            <translation>草稿已保存 {time}</translation>
        </message>
        <message>
            <source>Cancel the scoring? What you typed is dropped.</source>
            <translation>取消评分？已填写的内容将被丢弃。</translation>
        </message>
        <message>
            <source>Keep the draft and leave</source>
            <translation>保留草稿并离开</translation>
        </message>
        <message>
            <source>Drop it</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>A value that was typed over needs a word of reason.</source>
            <translation>手工修改的数值须写明理由。</translation>
        </message>
        <message>
            <source>A value cannot be read.</source>
            <translation>有一项数值无法识别。</translation>
        </message>
        <message>
            <source>Scored {name}: {grade}; limit or grade decided with it</source>
            <translation>{name} 已评为 {grade} 级，额度或等级调整一并生效</translation>
        </message>
        <message>
            <source>Back: {step}</source>
            <translation>上一步：{step}</translation>
        </message>
        <message>
            <source>Finish assessment</source>
            <translation>完成评分</translation>
        </message>
        <message>
            <source>Next: {step}</source>
            <translation>下一步：{step}</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Credit score</source>
            <translation>信用评分</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Alt+← / Alt+→ change the step</source>
            <translation>Alt+← / Alt+→ 换步</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Step before</source>
            <translation>上一步</translation>
        </message>
    </context>
    <context>
        <name>SeatDialog</name>
        <message>
            <source>What you may do follows from your role; the change log names you.</source>
            <translation>能做什么取决于您的角色；操作记录会写明您的姓名。</translation>
        </message>
        <message>
            <source>Who works here?</source>
            <translation>由谁使用？</translation>
        </message>
        <message>
            <source>Sit down</source>
            <translation>就座</translation>
        </message>
        <message>
            <source>Enter the PIN.</source>
            <translation>请输入 PIN。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Only look</source>
            <translation>仅查看</translation>
        </message>
    </context>
    <context>
        <name>SecretForm</name>
        <message>
            <source>Enter the password.</source>
            <translation>请输入密码。</translation>
        </message>
        <message numerus="yes">
            <source>Next try in %n s.</source>
            <translation>
                <numerusform>%n 秒后可再试。</numerusform>
            </translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>大写锁定已开启。</translation>
        </message>
    </context>
    <context>
        <name>SecurityPanel</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Of this company's file</source>
            <translation>本公司文件</translation>
        </message>
        <message>
            <source>The sample company has no secrets and takes no password.</source>
            <translation>示例公司没有秘密，不设密码。</translation>
        </message>
        <message>
            <source>With a password the file and its backups are encrypted. Without it they can be read by whoever has them, however they came by them.</source>
            <translation>设密码后，文件和备份都会加密。不设密码，谁拿到文件谁就能读。</translation>
        </message>
        <message>
            <source>Password and recovery…</source>
            <translation>密码与恢复…</translation>
        </message>
        <message>
            <source>Set a password…</source>
            <translation>设置密码…</translation>
        </message>
        <message>
            <source>Recovery sheet…</source>
            <translation>恢复单…</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>For you on this computer</source>
            <translation>仅对您在这台电脑上有效</translation>
        </message>
        <message>
            <source>A protected company is hidden until its password is typed again. Nothing is lost: open forms come back as they were.</source>
            <translation>锁定后隐藏公司的一切，重新输入密码才显示。不会丢失任何内容：打开的表单会原样恢复。</translation>
        </message>
        <message>
            <source>When idle</source>
            <translation>无人操作时</translation>
        </message>
        <message numerus="yes">
            <source>after %n minutes</source>
            <translation>
                <numerusform>%n 分钟后锁定</numerusform>
            </translation>
        </message>
        <message>
            <source>never</source>
            <translation>不锁定</translation>
        </message>
        <message>
            <source>Also when the window is minimised</source>
            <translation>窗口最小化时也锁定</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即锁定</translation>
        </message>
        <message>
            <source>No password: the file is not encrypted.</source>
            <translation>没有密码：文件未加密。</translation>
        </message>
        <message>
            <source>Protected; this computer remembers the key.</source>
            <translation>已加密；这台电脑记住了密钥。</translation>
        </message>
        <message>
            <source>Protected; the password is asked for each time.</source>
            <translation>已加密；每次打开都要输入密码。</translation>
        </message>
    </context>
    <context>
        <name>SendDialog</name>
        <message>
            <source>Mark as sent</source>
            <translation>标记已提交</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>提交日</translation>
        </message>
        <message>
            <source>The insurer's number for it, if there is one</source>
            <translation>保险人受理编号，没有可留空</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>受理编号</translation>
        </message>
        <message>
            <source>Tracking number, e-mail receipt, entry in the insurer's portal</source>
            <translation>快递单号、邮件回执或保险人平台记录</translation>
        </message>
        <message>
            <source>What shows that it arrived</source>
            <translation>送达凭证</translation>
        </message>
        <message>
            <source>From now on its words stay as they are.</source>
            <translation>提交后正文不再改动。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天还没有到。</translation>
        </message>
    </context>
    <context>
        <name>SentDialog</name>
        <message numerus="yes">
            <source>Mark %n letter(s) as sent</source>
            <translation>
                <numerusform>将 %n 封函件标记为已发出</numerusform>
            </translation>
        </message>
        <message>
            <source>Mark as sent</source>
            <translation>标记为已发出</translation>
        </message>
        <message>
            <source>Each as drafted</source>
            <translation>各按草稿</translation>
        </message>
        <message>
            <source>Its arrival is proved</source>
            <translation>有送达凭证</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>发出日期</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Tracking number, read receipt, or who took it</source>
            <translation>快递单号、已读回执或签收人</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Only a letter whose arrival is proved restarts the limitation period</source>
            <translation>只有能证明送达的函件才中断诉讼时效</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Signed receipt</source>
            <translation>签收凭证</translation>
        </message>
        <message>
            <source>Kept with the letter in the company file</source>
            <translation>与函件一起存入公司文件</translation>
        </message>
        <message>
            <source>This day is still to come; a letter counts once it is sent.</source>
            <translation>这一天还没到；函件发出后才算数。</translation>
        </message>
        <message>
            <source>Drafted on {day}; it cannot have been sent before.</source>
            <translation>草稿日期为 {day}，发出日期不能更早。</translation>
        </message>
        <message>
            <source>It cannot have arrived before it was sent.</source>
            <translation>送达日期不能早于发出日期。</translation>
        </message>
    </context>
    <context>
        <name>SettingsForm</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>There are unsaved settings.</source>
            <translation>有未保存的设置。</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>继续编辑</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>保存更改</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>Letterhead</source>
            <translation>函件抬头</translation>
        </message>
        <message>
            <source>Aging and terms</source>
            <translation>账龄与账期</translation>
        </message>
        <message>
            <source>Late interest</source>
            <translation>逾期利息</translation>
        </message>
        <message>
            <source>Closed months</source>
            <translation>结账</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
        </message>
    </context>
    <context>
        <name>SeverityDialog</name>
        <message>
            <source>How hard it strikes</source>
            <translation>冲击程度</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>How many of the largest</source>
            <translation>最大的几家</translation>
        </message>
        <message>
            <source>Enter a figure above 0, {most} at most.</source>
            <translation>请输入大于 0 且不超过 {most} 的数字。</translation>
        </message>
    </context>
    <context>
        <name>ShipmentsDialog</name>
        <message>
            <source>Shipment facts</source>
            <translation>发货信息</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>known</source>
            <translation>已知</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>按惯例</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Goods left on</source>
            <translation>发货日</translation>
        </message>
        <message>
            <source>Open: the invoice date counts</source>
            <translation>未填时按开票日计算</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>签收日</translation>
        </message>
        <message>
            <source>Payment method</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Empty: the policy's usual rate</source>
            <translation>留空：按保单的通常税率</translation>
        </message>
        <message>
            <source>VAT in the invoice</source>
            <translation>发票中的增值税</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>货物</translation>
        </message>
        <message>
            <source>Country of delivery</source>
            <translation>交货国家</translation>
        </message>
        <message>
            <source>Two letters, such as DE</source>
            <translation>两位字母，如 DE</translation>
        </message>
        <message>
            <source>Transport document</source>
            <translation>运输单据</translation>
        </message>
        <message>
            <source>They cannot arrive before they left.</source>
            <translation>交货日不能早于发货日。</translation>
        </message>
        <message>
            <source>The tax lies between 0 and the invoice's amount.</source>
            <translation>税额应在 0 与发票金额之间。</translation>
        </message>
        <message>
            <source>A country is two letters, such as DE.</source>
            <translation>国家用两位字母，如 DE。</translation>
        </message>
    </context>
    <context>
        <name>ShockRow</name>
        <message>
            <source>the largest</source>
            <translation>最大的几家</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>all foreign</source>
            <translation>全部外币</translation>
        </message>
        <message>
            <source>What happens, shock {n}</source>
            <translation>发生什么，冲击 {n}</translation>
        </message>
        <message>
            <source>To whom, shock {n}</source>
            <translation>对谁，冲击 {n}</translation>
        </message>
        <message>
            <source>How many of the largest, shock {n}</source>
            <translation>最大的几家，冲击 {n}</translation>
        </message>
        <message>
            <source>Which, shock {n}</source>
            <translation>哪些，冲击 {n}</translation>
        </message>
        <message>
            <source>How much, shock {n}</source>
            <translation>程度，冲击 {n}</translation>
        </message>
        <message>
            <source>Currency, shock {n}</source>
            <translation>币种，冲击 {n}</translation>
        </message>
        <message>
            <source>Remove shock {n}</source>
            <translation>删除冲击 {n}</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>the largest industry</source>
            <translation>最大行业</translation>
        </message>
        <message>
            <source>the largest foreign country</source>
            <translation>最大境外国家</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>{what}: enter a figure above 0, {most} at most.</source>
            <translation>{what}：请输入大于 0 且不超过 {most} 的数字。</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsSheet</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>File and edit</source>
            <translation>文件与编辑</translation>
        </message>
        <message>
            <source>Pages and view</source>
            <translation>页面与视图</translation>
        </message>
        <message>
            <source>Tables and lists</source>
            <translation>表格与列表</translation>
        </message>
        <message>
            <source>Moving about</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>本页</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>SignPlanDialog</name>
        <message>
            <source>Payment plan {number} signed</source>
            <translation>还款计划 {number} 已签署</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>A signed plan acknowledges the debt: the limitation period starts anew on that day.</source>
            <translation>签署的还款计划即确认欠款：诉讼时效自当日重新起算。</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签署日期</translation>
        </message>
        <message>
            <source>Where the signed paper is, or its number</source>
            <translation>签署件存放处或编号</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>凭证</translation>
        </message>
    </context>
    <context>
        <name>SnoozeDialog</name>
        <message>
            <source>Snooze</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>On that day it is new again</source>
            <translation>到那天重新变为未处理</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>推迟到</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>May stay empty</source>
            <translation>可以留空</translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>%n 天后</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>请选今天以后的日期。</translation>
        </message>
    </context>
    <context>
        <name>SpecificDialog</name>
        <message>
            <source>Provide for a debt by itself</source>
            <translation>单项计提</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>其他理由</translation>
        </message>
        <message>
            <source>Ends on</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Choose a customer from the list.</source>
            <translation>请从列表中选择客户。</translation>
        </message>
        <message>
            <source>Debt</source>
            <translation>债权</translation>
        </message>
        <message>
            <source>Share provided, %</source>
            <translation>计提比例，%</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Enter a share from 0 to 100.</source>
            <translation>请输入 0 到 100 的比例。</translation>
        </message>
        <message>
            <source>The last day is before the first.</source>
            <translation>结束日早于开始日。</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请写明理由。</translation>
        </message>
    </context>
    <context>
        <name>SpecificView</name>
        <message>
            <source>No debt is provided for by itself on this day.</source>
            <translation>这一天没有单项计提。</translation>
        </message>
        <message>
            <source>Provide for one…</source>
            <translation>新增单项计提…</translation>
        </message>
        <message>
            <source>No customer is insolvent, handed over or in dispute without it.</source>
            <translation>没有破产、已移交或有争议而未单项计提的客户。</translation>
        </message>
        <message>
            <source>To be looked at</source>
            <translation>建议单项计提</translation>
        </message>
        <message>
            <source>Provide for a debt…</source>
            <translation>单项计提…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Provide for it…</source>
            <translation>计提…</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>Split the payment</source>
            <translation>拆分款项</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Remember this payer</source>
            <translation>记住该付款人</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Type an amount in a row; Space fills what is open</source>
            <translation>在行内输入金额；空格键填入未清金额</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未清项目</translation>
        </message>
        <message>
            <source>Choose the customer first.</source>
            <translation>请先选择客户。</translation>
        </message>
        <message>
            <source>Nothing is open in this currency.</source>
            <translation>该币种没有未付款项。</translation>
        </message>
        <message>
            <source>All of it is allocated.</source>
            <translation>已全部核销。</translation>
        </message>
        <message>
            <source>{rest} stays on account as the customer's credit.</source>
            <translation>{rest} 留作客户的预收款。</translation>
        </message>
        <message>
            <source>Choose the customer whose payment it is.</source>
            <translation>请选择这笔款项所属的客户。</translation>
        </message>
        <message>
            <source>This is {rest} more than was paid. Reduce one of the amounts.</source>
            <translation>合计超出收款 {rest}，请减少其中一项。</translation>
        </message>
        <message>
            <source>Enter an amount in at least one row, or put the payment on account.</source>
            <translation>请至少填写一行金额，或将款项记为预收。</translation>
        </message>
    </context>
    <context>
        <name>SpotDetail</name>
        <message>
            <source>On the frontier</source>
            <translation>前沿上的一点</translation>
        </message>
        <message>
            <source>in brackets: against today</source>
            <translation>括号内为与现状之差</translation>
        </message>
        <message>
            <source>Take into the editor</source>
            <translation>放入编辑区</translation>
        </message>
    </context>
    <context>
        <name>StaleDialog</name>
        <message numerus="yes">
            <source>%n letter(s) are out of date</source>
            <translation>
                <numerusform>%n 封函件已过时</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>The ledger has changed since they were drafted. Nothing is sent with old figures.</source>
            <translation>起草后账目有变。不会按旧数发函。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more, brought up to date</source>
            <translation>
                <numerusform>另有 %n 封，一并更新</numerusform>
            </translation>
        </message>
        <message>
            <source>Bring up to date</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>What to do with the letter to {name}</source>
            <translation>如何处理给{name}的函件</translation>
        </message>
        <message>
            <source>out of date when it was to be sent</source>
            <translation>发出前已过时</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Start here</source>
            <translation>从这里开始</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>System</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Open the sample company</source>
            <translation>打开示例公司</translation>
        </message>
        <message>
            <source>60 customers over two years; try anything, it is a copy</source>
            <translation>60 家客户、两年往来，随便试，用的是副本</translation>
        </message>
        <message>
            <source>New company</source>
            <translation>新建公司</translation>
        </message>
        <message>
            <source>Name, base currency and usual terms: about two minutes</source>
            <translation>填公司名称、本位币与默认账期，约 2 分钟</translation>
        </message>
        <message>
            <source>Import from Excel or CSV</source>
            <translation>从 Excel 或 CSV 导入</translation>
        </message>
        <message>
            <source>The open items your accounting program exports</source>
            <translation>导入财务软件导出的应收明细</translation>
        </message>
        <message>
            <source>Open an existing file</source>
            <translation>打开已有文件</translation>
        </message>
        <message>
            <source>A .holdfast file or a saved copy</source>
            <translation>打开 .holdfast 文件或副本</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>Or drop an .xlsx, .csv or .holdfast file here</source>
            <translation>也可以把 .xlsx、.csv 或 .holdfast 文件拖到这里</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
    </context>
    <context>
        <name>StartSide</name>
        <message>
            <source>Trade credit and receivables for small firms</source>
            <translation>中小企业赊销信用与应收管理</translation>
        </message>
        <message>
            <source>See what is owed.
Miss no deadline.</source>
            <translation>账款看得清，
期限不错过。</translation>
        </message>
        <message>
            <source>See</source>
            <translation>看清</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行动</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>守住</translation>
        </message>
        <message>
            <source>who owes how much, since when, and on which invoice</source>
            <translation>谁欠多少、欠了多久、欠在哪张发票</translation>
        </message>
        <message>
            <source>bring in your own file, settle it, send the statement</source>
            <translation>导入明细、核销收款、发出对账单</translation>
        </message>
        <message>
            <source>every figure opens, every edit can be undone</source>
            <translation>每个数字都能点开，每步操作都能撤销</translation>
        </message>
        <message>
            <source>All data stays on this computer: nothing is uploaded, no account is needed.</source>
            <translation>全部数据只存在这台电脑上，不联网、不上传，无需注册。</translation>
        </message>
    </context>
    <context>
        <name>StatementDialog</name>
        <message>
            <source>Edit statement</source>
            <translation>修改报表</translation>
        </message>
        <message>
            <source>New statement</source>
            <translation>录入报表</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The last day of the period</source>
            <translation>期间的最后一天</translation>
        </message>
        <message>
            <source>Period to</source>
            <translation>期间截止日</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>按月</translation>
        </message>
        <message>
            <source>12 for a year</source>
            <translation>全年为 12</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Written in</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Who stands behind it</source>
            <translation>报表性质</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Who gave it to us</source>
            <translation>由谁提供</translation>
        </message>
        <message>
            <source>Who drew it up</source>
            <translation>由谁编制</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Type, or paste from a spreadsheet: a column of numbers, or names with numbers.</source>
            <translation>直接录入，或从电子表格粘贴：一列数字，或项目名称加数字。</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Works out to</source>
            <translation>推算</translation>
        </message>
        <message>
            <source>Lines of the statement</source>
            <translation>报表项目</translation>
        </message>
        <message>
            <source>Not taken in, because no line of ours stands for them: {names}</source>
            <translation>没有对应项目，未录入：{names}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>This is no number: {line}</source>
            <translation>不是数字：{line}</translation>
        </message>
        <message>
            <source>The balance sheet balances.</source>
            <translation>资产负债表平衡。</translation>
        </message>
        <message>
            <source>Enter total assets, total liabilities and equity to check the balance.</source>
            <translation>填写资产总计、负债合计和所有者权益后即可核对平衡。</translation>
        </message>
        <message>
            <source>Nothing is typed yet.</source>
            <translation>尚未录入。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31.</source>
            <translation>日期请写成 2025-12-31。</translation>
        </message>
        <message>
            <source>This period has not ended yet.</source>
            <translation>该期间尚未结束。</translation>
        </message>
        <message>
            <source>Enter 1 to 24 months.</source>
            <translation>请填写 1 到 24 个月。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>日期请写成 2025-12-31，或留空。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>Received before its period ended.</source>
            <translation>收到日期早于期间截止日。</translation>
        </message>
    </context>
    <context>
        <name>StatementEntries</name>
        <message>
            <source>Spreadsheets (*.xlsx *.xls *.csv);;All files (*)</source>
            <translation>电子表格 (*.xlsx *.xls *.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Financial statements</source>
            <translation>财务报表</translation>
        </message>
    </context>
    <context>
        <name>StatementImportDialog</name>
        <message>
            <source>Statements of {name}</source>
            <translation>“{name}”中的报表</translation>
        </message>
        <message>
            <source>Take in</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>As the file has it</source>
            <translation>以文件为准</translation>
        </message>
        <message>
            <source>Written in</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Compare one amount below</source>
            <translation>请与下方任一数字核对</translation>
        </message>
        <message>
            <source>Who stands behind it</source>
            <translation>报表性质</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Keep the file with the statements</source>
            <translation>将原文件作为附件保存</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>Period to</source>
            <translation>期间截止日</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>按月</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) that no line of ours stands for</source>
            <translation>
                <numerusform>%n 个项目没有对应项</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不采用</translation>
        </message>
        <message>
            <source>Row {row}</source>
            <translation>第 {row} 行</translation>
        </message>
        <message>
            <source>{sheet}, row {row}</source>
            <translation>{sheet} 第 {row} 行</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Takes the place of the statement stored for this day.</source>
            <translation>将替换该截止日已有的报表。</translation>
        </message>
        <message>
            <source>Write the day as 2025-12-31, or leave it empty.</source>
            <translation>日期请写成 2025-12-31，或留空。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
    </context>
    <context>
        <name>StatementRows</name>
        <message>
            <source>Assets</source>
            <translation>资产</translation>
        </message>
        <message>
            <source>Liabilities and equity</source>
            <translation>负债和权益</translation>
        </message>
        <message>
            <source>Profit and loss</source>
            <translation>损益</translation>
        </message>
        <message>
            <source>Cash and debt</source>
            <translation>现金流与偿债</translation>
        </message>
        <message>
            <source>The paper</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Ratios</source>
            <translation>财务指标</translation>
        </message>
        <message>
            <source>Distress models (a second opinion)</source>
            <translation>破产预警模型（仅供参考）</translation>
        </message>
        <message>
            <source>Who stands behind it</source>
            <translation>报表性质</translation>
        </message>
        <message>
            <source>Currency, written in</source>
            <translation>币种与单位</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>时效</translation>
        </message>
        <message>
            <source>Balances</source>
            <translation>平衡</translation>
        </message>
        <message>
            <source>Tangible net worth</source>
            <translation>有形净资产</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Stale</source>
            <translation>已过时</translation>
        </message>
        <message>
            <source>Current</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Worked out of the other lines</source>
            <translation>由其他项目推算</translation>
        </message>
        <message>
            <source>Not checkable</source>
            <translation>无法核对</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>平</translation>
        </message>
        <message>
            <source>Off by {amount}</source>
            <translation>相差 {amount}</translation>
        </message>
        <message>
            <source>{change} since a year before</source>
            <translation>较上年同期 {change}</translation>
        </message>
        <message>
            <source>Not computable</source>
            <translation>无法计算</translation>
        </message>
    </context>
    <context>
        <name>StatementsView</name>
        <message>
            <source>Older than 18 months</source>
            <translation>超过 18 个月</translation>
        </message>
        <message>
            <source>Who stands behind it</source>
            <translation>报表性质</translation>
        </message>
        <message>
            <source>Written in</source>
            <translation>币种与单位</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>No contradictions found.</source>
            <translation>未发现矛盾之处。</translation>
        </message>
        <message numerus="yes">
            <source>Files (%n)</source>
            <translation>
                <numerusform>附件（%n）</numerusform>
            </translation>
        </message>
        <message>
            <source>Not in the paper: worked out of its other lines.</source>
            <translation>报表中没有，由其他项目推算。</translation>
        </message>
        <message>
            <source>Financial statements by period</source>
            <translation>各期财务报表</translation>
        </message>
        <message>
            <source>No financial statement yet.</source>
            <translation>还没有财务报表。</translation>
        </message>
        <message>
            <source>Import from a file…</source>
            <translation>从文件导入…</translation>
        </message>
        <message>
            <source>Ratios and the second opinions are worked out of it.</source>
            <translation>财务指标和预警模型由报表计算。</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Attach…</source>
            <translation>添加附件…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Working…</source>
            <translation>正在处理…</translation>
        </message>
        <message>
            <source>All data stays on this computer</source>
            <translation>所有数据只保存在本机</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>已自动保存 {time}</translation>
        </message>
    </context>
    <context>
        <name>StepDialog</name>
        <message>
            <source>Edit step {level}</source>
            <translation>修改第 {level} 步</translation>
        </message>
        <message>
            <source>New step</source>
            <translation>新增步骤</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Stop shipping to the customer</source>
            <translation>对客户停止发货</translation>
        </message>
        <message>
            <source>Suggest a write-off when nothing came of it</source>
            <translation>无结果时建议核销</translation>
        </message>
        <message>
            <source>Counted from</source>
            <translation>计算起点</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Tone</source>
            <translation>语气</translation>
        </message>
        <message>
            <source>Left empty, the template's name stands there</source>
            <translation>留空则用模板名称</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Working days to pay</source>
            <translation>付款期限（工作日）</translation>
        </message>
        <message>
            <source>Late interest</source>
            <translation>逾期利息</translation>
        </message>
        <message>
            <source>Below it no letter goes out</source>
            <translation>低于此数不发函</translation>
        </message>
        <message>
            <source>Minimum amount</source>
            <translation>最低金额</translation>
        </message>
        <message>
            <source>Asked once per letter; only where contract or law allows it</source>
            <translation>每封函件收一次；须有合同或法律依据</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Currency of both</source>
            <translation>两项的币种</translation>
        </message>
        <message>
            <source>Debt goes to</source>
            <translation>移交给</translation>
        </message>
        <message>
            <source>Besides</source>
            <translation>同时</translation>
        </message>
        <message>
            <source>Invoices reminded before keep the level they have reached.</source>
            <translation>已催收过的发票保留其已达到的步骤。</translation>
        </message>
        <message>
            <source>The amount cannot be below zero.</source>
            <translation>金额不能小于零。</translation>
        </message>
    </context>
    <context>
        <name>StepList</name>
        <message>
            <source>Indemnity to expect</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>{amount} left</source>
            <translation>剩余 {amount}</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Step {n} of {all}: {name}</source>
            <translation>第 {n} 步，共 {all} 步：{name}</translation>
        </message>
    </context>
    <context>
        <name>StopDialog</name>
        <message>
            <source>Stop shipments</source>
            <translation>停止发货</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>What is shipped after it is not insured, and the order check says no.</source>
            <translation>此后的发货不在保，发货审核将不放行。</translation>
        </message>
        <message>
            <source>Last insured shipment</source>
            <translation>最后承保发货日</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>The policy began later than that.</source>
            <translation>该日期早于保单起期。</translation>
        </message>
    </context>
    <context>
        <name>StressDetail</name>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message numerus="yes">
            <source>Struck: %n customer(s)</source>
            <translation>
                <numerusform>受冲击：%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>(used up)</source>
            <translation>（已用尽）</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>It strikes no customer in particular.</source>
            <translation>不落在某一家客户上。</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Keep as a scenario…</source>
            <translation>存为情景…</translation>
        </message>
        <message>
            <source>How hard…</source>
            <translation>调整程度…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>As shipped</source>
            <translation>恢复出厂</translation>
        </message>
        <message>
            <source>Debtors struck</source>
            <translation>受冲击的客户</translation>
        </message>
        <message>
            <source>Keep this test…</source>
            <translation>保存本次测试…</translation>
        </message>
        <message>
            <source>Open the customer</source>
            <translation>打开客户</translation>
        </message>
    </context>
    <context>
        <name>StressPanel</name>
        <message>
            <source>Nobody owes anything on this day.</source>
            <translation>当日没有客户欠款。</translation>
        </message>
        <message>
            <source>What if {customer} failed</source>
            <translation>若{customer}倒闭</translation>
        </message>
        <message numerus="yes">
            <source>What if %n customer(s) failed</source>
            <translation>
                <numerusform>若这 %n 家客户倒闭</numerusform>
            </translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合并</translation>
        </message>
        <message numerus="yes">
            <source>%n scenario(s) tried</source>
            <translation>
                <numerusform>已试 %n 个情景</numerusform>
            </translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>情景</translation>
        </message>
        <message>
            <source>Kept tests</source>
            <translation>已存测试</translation>
        </message>
        <message>
            <source>Key customers</source>
            <translation>重要客户</translation>
        </message>
        <message>
            <source>New scenario…</source>
            <translation>新建情景…</translation>
        </message>
        <message>
            <source>Keep this test…</source>
            <translation>保存本次测试…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Cash and equity…</source>
            <translation>现金与净资产…</translation>
        </message>
    </context>
    <context>
        <name>SwitchDialog</name>
        <message>
            <source>From then on everybody sits down with name and PIN, and does what the role is for. Who has no PIN can only look: give everybody one first.</source>
            <translation>此后每人凭姓名和 PIN 就座，只做自己角色分内的事。没有 PIN 的人只能查看：请先为每个人设置。</translation>
        </message>
        <message>
            <source>Ask who works here</source>
            <translation>询问由谁使用</translation>
        </message>
        <message>
            <source>Ask from now on</source>
            <translation>开始询问</translation>
        </message>
        <message>
            <source>Whoever opens the file then does everything again; PINs prove single decisions.</source>
            <translation>此后打开文件的人又可以做一切；PIN 只用来证明单项决定。</translation>
        </message>
        <message>
            <source>Ask nobody any more</source>
            <translation>不再询问由谁使用</translation>
        </message>
        <message>
            <source>Ask no more</source>
            <translation>不再询问</translation>
        </message>
        <message>
            <source>Enter the PIN.</source>
            <translation>请输入 PIN。</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>老板</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
    </context>
    <context>
        <name>SwitchOnDialog</name>
        <message numerus="yes">
            <source>%n customer(s) get tighter terms from today; nothing stored is rewritten.</source>
            <translation>
                <numerusform>今天起 %n 家客户条件收紧；已存资料不会改写。</numerusform>
            </translation>
        </message>
        <message>
            <source>Switch the downturn profile on</source>
            <translation>启用下行预案</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Why now</source>
            <translation>为何现在启用</translation>
        </message>
        <message>
            <source>Say why, in at least {least} characters.</source>
            <translation>请用至少 {least} 个字说明理由。</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>Copy with headers</source>
            <translation>连同表头复制</translation>
        </message>
        <message>
            <source>Check all</source>
            <translation>全部勾选</translation>
        </message>
        <message>
            <source>Clear checks</source>
            <translation>取消勾选</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Reset columns</source>
            <translation>恢复默认列</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>已勾选</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>未勾选</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>勾选</translation>
        </message>
        <message>
            <source>Totals</source>
            <translation>合计</translation>
        </message>
    </context>
    <context>
        <name>TablesPanel</name>
        <message>
            <source>Which table</source>
            <translation>参数表</translation>
        </message>
        <message>
            <source>Country risk</source>
            <translation>国家风险</translation>
        </message>
        <message>
            <source>Industry outlook</source>
            <translation>行业前景</translation>
        </message>
        <message>
            <source>Ratings from outside</source>
            <translation>外部评级</translation>
        </message>
        <message>
            <source>Validity and loss rates</source>
            <translation>有效期与损失率</translation>
        </message>
    </context>
    <context>
        <name>TargetDialog</name>
        <message>
            <source>Target of {figure}</source>
            <translation>{figure}的目标</translation>
        </message>
        <message>
            <source>Set target</source>
            <translation>设定目标</translation>
        </message>
        <message>
            <source>times a period</source>
            <translation>次/期</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>不高于</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>不低于</translation>
        </message>
        <message>
            <source>Usual target {value}: {source}</source>
            <translation>惯用目标 {value}：{source}</translation>
        </message>
        <message>
            <source>Back to the usual target</source>
            <translation>恢复惯用目标</translation>
        </message>
        <message>
            <source>Enter a number, such as 75.</source>
            <translation>请填数字，如 75。</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <source>Empty: no target</source>
            <translation>留空则不设目标</translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message>
            <source>Go there</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>信函</translation>
        </message>
        <message>
            <source>{part}, line {line}, column {column}</source>
            <translation>{part} 第 {line} 行第 {column} 列</translation>
        </message>
        <message>
            <source>Heading, and subject of the e-mail</source>
            <translation>标题，也用作邮件主题</translation>
        </message>
        <message>
            <source>Message text</source>
            <translation>消息文字</translation>
        </message>
        <message>
            <source>Which words</source>
            <translation>哪一部分</translation>
        </message>
        <message>
            <source>Words of the letter</source>
            <translation>信函文字</translation>
        </message>
        <message>
            <source>Words of the message</source>
            <translation>消息文字</translation>
        </message>
    </context>
    <context>
        <name>TemplatesPanel</name>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>Choose a customer to see the letter.</source>
            <translation>请选择客户以查看函件。</translation>
        </message>
        <message>
            <source>These words are not saved yet.</source>
            <translation>文字尚未保存。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>own words</source>
            <translation>自定文字</translation>
        </message>
        <message>
            <source>Language of the letters</source>
            <translation>函件语言</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>可用字段</translation>
        </message>
        <message>
            <source>double-click inserts</source>
            <translation>双击插入</translation>
        </message>
        <message>
            <source>Shipped words</source>
            <translation>恢复内置</translation>
        </message>
        <message>
            <source>As it will read</source>
            <translation>效果</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer to see the letter on</source>
            <translation>用于查看效果的客户</translation>
        </message>
        <message>
            <source>The letter as it will be printed</source>
            <translation>函件打印效果</translation>
        </message>
        <message>
            <source>The message</source>
            <translation>消息文字</translation>
        </message>
    </context>
    <context>
        <name>TermsPanel</name>
        <message>
            <source>Own</source>
            <translation>本公司</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>随附</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 家客户</numerusform>
            </translation>
        </message>
        <message>
            <source>What each grade earns</source>
            <translation>各等级的条件</translation>
        </message>
        <message>
            <source>What bounds every limit</source>
            <translation>对所有额度的约束</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Terms, days</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Paid ahead, %</source>
            <translation>预付（%）</translation>
        </message>
        <message>
            <source>Review, months</source>
            <translation>复审（月）</translation>
        </message>
        <message>
            <source>Net worth, %</source>
            <translation>净资产（%）</translation>
        </message>
        <message>
            <source>Turnover, %</source>
            <translation>营业额（%）</translation>
        </message>
        <message>
            <source>Previous ×</source>
            <translation>原额度 ×</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>A limit is at most these shares of the customer's tangible net worth and yearly turnover, and the previous limit times the factor. 100% paid ahead means cash before delivery.</source>
            <translation>额度不超过客户有形净资产和年营业额的这一比例，也不超过原额度乘以系数。预付 100% 即款到发货。</translation>
        </message>
        <message>
            <source>Shipped figures: for grade B 35% of net worth and 5% of turnover, as in the worked example of a published limit calculator; the other grades lie around it. They are a start, not a law: put in your own and save.</source>
            <translation>随附数值：B 级净资产 35%、营业额 5%，取自一款公开额度计算器的示例；其他等级据此上下排定。仅供起步，并非规定：请填入本公司的数值并保存。</translation>
        </message>
        <message>
            <source>Any one customer, % of our revenue</source>
            <translation>单一客户上限（占我方收入 %）</translation>
        </message>
        <message>
            <source>At most this share of what we invoiced in the last 12 months stands with one customer.</source>
            <translation>单一客户的额度不超过我方近 12 个月开票额的这一比例。</translation>
        </message>
        <message>
            <source>Rounded down to</source>
            <translation>向下取整到</translation>
        </message>
        <message>
            <source>Suggestions end on a multiple of this sum, in our own currency.</source>
            <translation>建议额度取整到这一金额的整数倍，以本位币计。</translation>
        </message>
        <message>
            <source>Own risk on top of the insurer</source>
            <translation>保险之外自担</translation>
        </message>
        <message>
            <source>What we carry ourselves beyond an insurer's limit, in our own currency.</source>
            <translation>在保险限额之外由我方自担的金额，以本位币计。</translation>
        </message>
    </context>
    <context>
        <name>Tiles</name>
        <message>
            <source>Receivables</source>
            <translation>应收账款</translation>
        </message>
        <message>
            <source>Overdue rate</source>
            <translation>逾期率</translation>
        </message>
        <message>
            <source>DSO</source>
            <translation>DSO 应收周转天数</translation>
        </message>
        <message>
            <source>Promises kept</source>
            <translation>承诺守约率</translation>
        </message>
        <message>
            <source>No data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>Counted back over the months</source>
            <translation>倒推法</translation>
        </message>
        <message>
            <source>If nothing were overdue</source>
            <translation>若全部按期</translation>
        </message>
        <message>
            <source>Days that lateness costs</source>
            <translation>逾期拖长</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>No target set</source>
            <translation>未设目标</translation>
        </message>
        <message>
            <source>Policy cap {amount}</source>
            <translation>政策上限 {amount}</translation>
        </message>
        <message>
            <source>Target {sign} {value}</source>
            <translation>目标 {sign} {value}</translation>
        </message>
        <message>
            <source>Target {sign} {value} days</source>
            <translation>目标 {sign} {value} 天</translation>
        </message>
        <message>
            <source>{n} d better</source>
            <translation>好于目标 {n} 天</translation>
        </message>
        <message>
            <source>{n} d over</source>
            <translation>超出 {n} 天</translation>
        </message>
        <message>
            <source>{n} points above</source>
            <translation>高出 {n} 个百分点</translation>
        </message>
        <message>
            <source>{n} points below</source>
            <translation>低于 {n} 个百分点</translation>
        </message>
        <message>
            <source>on last month {change}</source>
            <translation>较上月 {change}</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n to do</source>
            <translation>
                <numerusform>%n 项待办</numerusform>
            </translation>
        </message>
        <message>
            <source>Total {total}, of it overdue {overdue}</source>
            <translation>合计 {total}，其中逾期 {overdue}</translation>
        </message>
        <message>
            <source>{note}; less {credit} on account</source>
            <translation>{note}；另有未核销收款与贷项 {credit}</translation>
        </message>
        <message>
            <source>Receivables aging</source>
            <translation>应收账龄</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Rows behind it</source>
            <translation>查看明细</translation>
        </message>
        <message>
            <source>Set target…</source>
            <translation>设定目标…</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Find customer or invoice</source>
            <translation>查找客户、发票号</translation>
        </message>
        <message>
            <source>Enter receipt</source>
            <translation>登记收款</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Reminder run</source>
            <translation>催款批次</translation>
        </message>
        <message>
            <source>Bank statement</source>
            <translation>银行对账单</translation>
        </message>
        <message>
            <source>Open the board →</source>
            <translation>打开账龄表 →</translation>
        </message>
    </context>
    <context>
        <name>Tour</name>
        <message>
            <source>The day's work</source>
            <translation>今天的活</translation>
        </message>
        <message>
            <source>What to do today, for whom and by when: promises that came due, reminders, deadlines of the insurance. Enter takes the next step, S postpones, D marks as done.</source>
            <translation>今天做什么、为谁做、哪天前做：到期的承诺、催款函、保险期限。Enter 执行下一步，S 推迟，D 标为完成。</translation>
        </message>
        <message>
            <source>Every figure opens</source>
            <translation>每个数字都能打开</translation>
        </message>
        <message>
            <source>Four figures with their targets. Click one and you see the formula with your own numbers in it, and the rows that add up to it.</source>
            <translation>四个指标和各自的目标。点开一个，就能看到代入实际数字的公式，以及加起来正好等于它的明细。</translation>
        </message>
        <message>
            <source>Who owes what since when</source>
            <translation>谁欠多少、欠了多久</translation>
        </message>
        <message>
            <source>One line per customer, the older the darker. Choose any day above: the past stays as it was. Space checks rows for letters and statements, Enter opens a customer beside the table.</source>
            <translation>一家一行，越久颜色越深。上方可选任意一天，过去是什么样就是什么样。空格勾选后可做催款函和对账单，Enter 在旁边打开客户。</translation>
        </message>
        <message>
            <source>Reminders in one run</source>
            <translation>一次跑完催款</translation>
        </message>
        <message>
            <source>Who is due for which letter, and why somebody is left out: a promise runs, a dispute, the insurer has taken over. You read every letter before it counts as sent; nothing is sent by itself.</source>
            <translation>谁该收哪一封函，谁不发、为什么：承诺期内、有争议、已交保险公司。每封函看过才算发出，程序不会自行发送。</translation>
        </message>
        <message>
            <source>May I ship?</source>
            <translation>能发货吗？</translation>
        </message>
        <message>
            <source>Type a customer and an amount. The answer names the limit, what is used of it, what is overdue, and who may release the order all the same.</source>
            <translation>输入客户和金额。答案写明额度、已占用多少、逾期多少，以及谁有权放行。</translation>
        </message>
        <message>
            <source>Days that must not pass</source>
            <translation>不能错过的日子</translation>
        </message>
        <message>
            <source>Cover is lost by a missed day. Notices, claims and declarations stand here in order, each with the clause it comes from and how the day was counted.</source>
            <translation>错过一天就可能失去保障。通知、索赔、申报按先后列在这里，每一项都带条款出处和日期算式。</translation>
        </message>
        <message>
            <source>Once a quarter: the health check</source>
            <translation>每季一次：信用体检</translation>
        </message>
        <message>
            <source>Key figures against targets, where the risk lies, findings, and the review as a paper for bank, insurer or partners.</source>
            <translation>指标对照目标、风险在哪里、该办的事项，以及可交给银行、保险公司或合伙人的季度报告。</translation>
        </message>
        <message>
            <source>Now your own figures</source>
            <translation>换成您自己的数据</translation>
        </message>
        <message>
            <source>Make a company from the File menu and bring in the open items your accounting program exports; a spreadsheet will do. F1 explains every page, and the Help menu holds a playbook of ten short chapters.</source>
            <translation>从文件菜单新建公司，导入财务软件导出的未清明细，表格即可。按 F1 解释每一页，帮助菜单里还有十个短章的手册。</translation>
        </message>
    </context>
    <context>
        <name>TraceView</name>
        <message>
            <source>Expected indemnity</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>Frozen at filing, as of {day}: later changes to the policy do not touch it.</source>
            <translation>索赔时已冻结（截至 {day}）：之后修改保单不影响此计算。</translation>
        </message>
        <message>
            <source>As of {day}; it is frozen when the claim is filed.</source>
            <translation>截至 {day}；提交索赔时冻结。</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Taken off</source>
            <translation>扣减</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>余额</translation>
        </message>
    </context>
    <context>
        <name>UnallocatedDialog</name>
        <message>
            <source>Put the payment on account</source>
            <translation>将款项记为预收</translation>
        </message>
        <message>
            <source>Put on account</source>
            <translation>记为预收</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>It lowers the balance at once and can be set against invoices later.</source>
            <translation>立即减少客户余额，之后可再核销发票。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Remember this payer</source>
            <translation>记住该付款人</translation>
        </message>
        <message>
            <source>Choose the customer whose payment it is.</source>
            <translation>请选择这笔款项所属的客户。</translation>
        </message>
    </context>
    <context>
        <name>UnbookDialog</name>
        <message>
            <source>Take back the provision of {day}</source>
            <translation>撤销 {day} 的坏账准备</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请写明理由。</translation>
        </message>
    </context>
    <context>
        <name>UnlockDialog</name>
        <message>
            <source>Password needed</source>
            <translation>需要密码</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Forgotten? Type the code of the recovery sheet.</source>
            <translation>忘记密码？可输入恢复单上的恢复码。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Remember on this computer</source>
            <translation>在这台电脑上记住</translation>
        </message>
        <message>
            <source>Kept in the system's own key store; who signs in as you can then open the file.</source>
            <translation>保存在系统的密钥库中；以您的账户登录的人都能打开这个文件。</translation>
        </message>
        <message>
            <source>This file is protected. Nothing of it can be read without its password.</source>
            <translation>这个文件已加密。没有密码，其中的内容无法读取。</translation>
        </message>
        <message>
            <source>This backup was made under another password. Enter the one of that time.</source>
            <translation>这份备份用的是另一个密码。请输入当时的密码。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Check capitals and the keyboard layout. If you are certain of the password, the file may be damaged: open its latest backup from the backup folder.</source>
            <translation>请核对大小写和输入法。若确信密码无误，可能是文件已损坏：请从备份文件夹打开最近的备份。</translation>
        </message>
    </context>
    <context>
        <name>Unlocking</name>
        <message>
            <source>Wrong password or recovery code.</source>
            <translation>密码或恢复码不对。</translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Version {n}</source>
            <translation>第 {n} 版</translation>
        </message>
        <message>
            <source>There is one version only; the first edit makes a draft of the next.</source>
            <translation>目前只有一版；一经改动即生成下一版草稿。</translation>
        </message>
        <message>
            <source>Choose two different versions.</source>
            <translation>请选择两个不同的版本。</translation>
        </message>
        <message>
            <source>Both score alike.</source>
            <translation>两版评分相同。</translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s):</source>
            <translation>
                <numerusform>%n 处不同：</numerusform>
            </translation>
        </message>
        <message>
            <source>Versions of the card</source>
            <translation>评分卡版本</translation>
        </message>
        <message>
            <source>Look at this version</source>
            <translation>查看此版</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>with</source>
            <translation>与</translation>
        </message>
        <message>
            <source>Compare this version</source>
            <translation>比较此版</translation>
        </message>
        <message>
            <source>with this one</source>
            <translation>与此版</translation>
        </message>
        <message>
            <source>Shipped with the program</source>
            <translation>随程序提供</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>发布日期</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容校验</translation>
        </message>
    </context>
    <context>
        <name>ViewMenu</name>
        <message>
            <source>Group by</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Invoice date</source>
            <translation>开票日期</translation>
        </message>
        <message>
            <source>Age by</source>
            <translation>账龄起算</translation>
        </message>
        <message>
            <source>All in {currency}</source>
            <translation>统一折算为 {currency}</translation>
        </message>
        <message>
            <source>Each in its own currency</source>
            <translation>按原币</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>币种口径</translation>
        </message>
        <message>
            <source>With disputed amounts</source>
            <translation>含争议金额</translation>
        </message>
        <message>
            <source>Without disputed amounts</source>
            <translation>不含争议金额</translation>
        </message>
        <message>
            <source>Disputes</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>without disputed amounts</source>
            <translation>不含争议金额</translation>
        </message>
        <message>
            <source>Aging buckets</source>
            <translation>账龄段</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>自定义天数…</translation>
        </message>
        <message>
            <source>Upper days of the buckets, one to five, for example 30, 60, 90:</source>
            <translation>各账龄段的上限天数，一至五个，例如 30, 60, 90：</translation>
        </message>
    </context>
    <context>
        <name>Views</name>
        <message>
            <source>Saved views</source>
            <translation>已存视图</translation>
        </message>
        <message>
            <source>{name} (opens with it)</source>
            <translation>{name}（打开时使用）</translation>
        </message>
        <message>
            <source>Save this view…</source>
            <translation>保存当前视图…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Open with this view</source>
            <translation>打开时使用此视图</translation>
        </message>
        <message>
            <source>Save this view</source>
            <translation>保存当前视图</translation>
        </message>
        <message>
            <source>Rename the view</source>
            <translation>重命名视图</translation>
        </message>
        <message>
            <source>Name of the view; it is kept outside the company file, in clear:</source>
            <translation>视图名称（保存在公司文件之外，不加密）：</translation>
        </message>
        <message>
            <source>There is a view of this name. Press Enter again to replace it:</source>
            <translation>已有同名视图，再按一次回车即替换：</translation>
        </message>
    </context>
    <context>
        <name>WaiveDialog</name>
        <message>
            <source>Not needed</source>
            <translation>无需提供</translation>
        </message>
        <message>
            <source>For example: the insurer waived it, and how it said so</source>
            <translation>例如保险人已豁免，及其告知方式</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Write down the reason.</source>
            <translation>请写明理由。</translation>
        </message>
    </context>
    <context>
        <name>WarningRulesPanel</name>
        <message>
            <source>On</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Warns when</source>
            <translation>提示条件</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重要性</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自定</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>出厂</translation>
        </message>
        <message>
            <source>Month end</source>
            <translation>月末</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>What it would have said</source>
            <translation>当时会提示</translation>
        </message>
        <message>
            <source>What followed</source>
            <translation>后来</translation>
        </message>
        <message>
            <source>Too early to say</source>
            <translation>尚不能判断</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>没有出事</translation>
        </message>
        <message>
            <source>own values</source>
            <translation>自定数值</translation>
        </message>
        <message>
            <source>as shipped</source>
            <translation>出厂数值</translation>
        </message>
        <message>
            <source>Shipped: {values}</source>
            <translation>出厂：{values}</translation>
        </message>
        <message>
            <source>Turn off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Turn on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>How often would this rule have fired, and what followed?</source>
            <translation>这条规则过去会提示多少次？后来怎样？</translation>
        </message>
        <message>
            <source>Try on history</source>
            <translation>用历史试算</translation>
        </message>
        <message>
            <source>It would not have fired in this time.</source>
            <translation>这段时间不会提示。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Month {n} of {all}</source>
            <translation>第 {n} / {all} 个月</translation>
        </message>
        <message numerus="yes">
            <source>%n rule(s) on</source>
            <translation>
                <numerusform>启用 %n 条规则</numerusform>
            </translation>
        </message>
        <message>
            <source>Early-warning rules</source>
            <translation>预警规则</translation>
        </message>
        <message>
            <source>When the rule would have fired</source>
            <translation>规则会提示的时候</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>On history</source>
            <translation>历史试算</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Back to shipped</source>
            <translation>恢复出厂</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
    </context>
    <context>
        <name>WatchPage</name>
        <message>
            <source>Alerts</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Reviews</source>
            <translation>复审</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案例库</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>What is getting worse, what is due for review, what was learnt</source>
            <translation>哪些在变坏、哪些该复审、学到了什么</translation>
        </message>
    </context>
    <context>
        <name>WeeksView</name>
        <message>
            <source>no data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>enter it</source>
            <translation>请填写</translation>
        </message>
        <message>
            <source>Own cash</source>
            <translation>自有现金</translation>
        </message>
        <message>
            <source>Collections, 13 weeks</source>
            <translation>13 周回款</translation>
        </message>
        <message>
            <source>Outflows, 13 weeks</source>
            <translation>13 周支出</translation>
        </message>
        <message>
            <source>week of {day}</source>
            <translation>{day} 起的一周</translation>
        </message>
        <message>
            <source>Lowest week's end</source>
            <translation>最低周末余额</translation>
        </message>
        <message>
            <source>Cash gap</source>
            <translation>资金缺口</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>in 13 weeks</source>
            <translation>13 周内</translation>
        </message>
        <message>
            <source>from {first}, deepest {day}</source>
            <translation>{first} 起，最深 {day}</translation>
        </message>
        <message>
            <source>Scenario: {events}</source>
            <translation>情景：{events}</translation>
        </message>
        <message>
            <source>There are no open items to lay on the weeks: import them or enter invoices.</source>
            <translation>没有未收款可铺到各周：请导入资料或录入发票。</translation>
        </message>
        <message>
            <source>Enter own cash</source>
            <translation>填写现金余额</translation>
        </message>
        <message>
            <source>Weeks of the cash forecast</source>
            <translation>资金预测各周</translation>
        </message>
        <message>
            <source>No forecast yet.</source>
            <translation>暂无预测。</translation>
        </message>
    </context>
    <context>
        <name>Weights</name>
        <message>
            <source>{name}, weight {weight} of 100</source>
            <translation>{name}，权重 {weight} / 100</translation>
        </message>
        <message>
            <source>Families together: {total} of 100</source>
            <translation>各类合计：{total} / 100</translation>
        </message>
        <message>
            <source>Make them 100</source>
            <translation>归一为 100</translation>
        </message>
        <message>
            <source>Together {total} of 100</source>
            <translation>合计 {total} / 100</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>Add an indicator to {family}</source>
            <translation>在“{family}”添加指标</translation>
        </message>
        <message>
            <source>Families and indicators with their weights</source>
            <translation>类别与指标权重</translation>
        </message>
    </context>
    <context>
        <name>WindowNotices</name>
        <message>
            <source>This is a backup. You can read it but not change it.</source>
            <translation>这是一份备份，可以查看，不能修改。</translation>
        </message>
        <message>
            <source>Back to the company</source>
            <translation>返回公司</translation>
        </message>
        <message>
            <source>This file can be read but not changed.</source>
            <translation>此文件只能查看，不能修改。</translation>
        </message>
        <message>
            <source>{user} on {host} has this file open{since}. You can read it but not change it.</source>
            <translation>{user}（{host}）{since}正打开着此文件。您可以查看，但不能修改。</translation>
        </message>
        <message>
            <source> since {time}</source>
            <translation>自 {time} 起</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>另存副本…</translation>
        </message>
        <message>
            <source>{user} on {host} has not closed this file{since}, as far as the synchronised folder tells. Close it there and let the synchronisation end: what two computers enter at once cannot be brought together. Until then you can read it.</source>
            <translation>据同步文件夹显示，{user}（{host}）{since}打开着此文件，尚未关闭。请先在那台电脑上关闭，并等同步完成：两台电脑同时录入的内容无法合并。在此之前可以查看。</translation>
        </message>
        <message>
            <source>Edit here anyway</source>
            <translation>仍在此编辑</translation>
        </message>
    </context>
    <context>
        <name>WorkCard</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Gathering the work of the day…</source>
            <translation>正在汇总今天的待办…</translation>
        </message>
        <message>
            <source>Nothing to do today.</source>
            <translation>今天没有待办。</translation>
        </message>
        <message>
            <source>Nothing to do today. Next: {day}, {what}.</source>
            <translation>今天没有待办。下一项：{day}，{what}。</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>by deadline</source>
            <translation>按期限排序</translation>
        </message>
        <message>
            <source>No receivables are open.</source>
            <translation>没有未清的应收款。</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message>
            <source>Kind of work</source>
            <translation>待办种类</translation>
        </message>
        <message>
            <source>Next step (Enter)</source>
            <translation>下一步 (Enter)</translation>
        </message>
        <message>
            <source>Postpone… (S)</source>
            <translation>推迟… (S)</translation>
        </message>
        <message>
            <source>Mark as done (D)</source>
            <translation>办结 (D)</translation>
        </message>
    </context>
    <context>
        <name>WorkColumns</name>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
    </context>
    <context>
        <name>Workspace</name>
        <message>
            <source>Read-only</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Only looking</source>
            <translation>仅查看</translation>
        </message>
    </context>
    <context>
        <name>WorthPanel</name>
        <message>
            <source>What may happen</source>
            <translation>可能的情形</translation>
        </message>
        <message>
            <source>Loss without cover</source>
            <translation>不投保的损失</translation>
        </message>
        <message>
            <source>Expected indemnity</source>
            <translation>预计赔付</translation>
        </message>
        <message>
            <source>Borne with cover</source>
            <translation>投保后自担</translation>
        </message>
        <message>
            <source>Buyers</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>无数据</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买方</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家/地区</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Owes</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>在保</translation>
        </message>
        <message>
            <source>Turnover, 12 months</source>
            <translation>12 个月营业额</translation>
        </message>
        <message>
            <source>of it on credit</source>
            <translation>其中赊销</translation>
        </message>
        <message>
            <source>Loss rate</source>
            <translation>损失率</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新</translation>
        </message>
        <message>
            <source>By the assumptions alone</source>
            <translation>仅按假设测算</translation>
        </message>
        <message>
            <source>Every country</source>
            <translation>全部国家/地区</translation>
        </message>
        <message>
            <source>Insured turnover</source>
            <translation>承保营业额</translation>
        </message>
        <message>
            <source>Premium</source>
            <translation>保险费</translation>
        </message>
        <message>
            <source>Insured balance</source>
            <translation>在保余额</translation>
        </message>
        <message>
            <source>A bank may lend</source>
            <translation>银行可融资额</translation>
        </message>
        <message>
            <source>In a usual year cover brings {net} after the premium</source>
            <translation>平常年份投保净得 {net}（预计赔付减保险费）</translation>
        </message>
        <message>
            <source>if the largest debtor fails it bears {indemnity} of {loss}</source>
            <translation>最大客户违约时，损失 {loss} 中预计赔付 {indemnity}</translation>
        </message>
        <message>
            <source>Source of the assumptions: {source}</source>
            <translation>假设来源：{source}</translation>
        </message>
        <message>
            <source>The assumptions are those to begin with: set your own.</source>
            <translation>目前使用初始假设，请填写自己的数字。</translation>
        </message>
        <message>
            <source>Insure the checked ones</source>
            <translation>只保勾选的</translation>
        </message>
        <message>
            <source>Insure all buyers</source>
            <translation>全部投保</translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s) behind: {what}</source>
            <translation>
                <numerusform>%n 个买方：{what}</numerusform>
            </translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Import data</source>
            <translation>导入数据</translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s)</source>
            <translation>
                <numerusform>%n 个买方</numerusform>
            </translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Whom to insure</source>
            <translation>投保范围</translation>
        </message>
        <message>
            <source>Assumptions…</source>
            <translation>测算假设…</translation>
        </message>
        <message>
            <source>Is cover needed?</source>
            <translation>需要投保吗</translation>
        </message>
        <message>
            <source>a figure opens to its buyers</source>
            <translation>点开可见相关买方</translation>
        </message>
        <message>
            <source>Premium against loss</source>
            <translation>保险费与损失</translation>
        </message>
        <message>
            <source>with and without cover</source>
            <translation>投保与不投保对比</translation>
        </message>
        <message>
            <source>Losses with and without cover</source>
            <translation>投保与不投保的损失</translation>
        </message>
        <message>
            <source>Nobody bought or owes anything in these twelve months.</source>
            <translation>近十二个月没有销售，也没有欠款。</translation>
        </message>
    </context>
    <context>
        <name>WriteDialog</name>
        <message>
            <source>Write a letter</source>
            <translation>写函</translation>
        </message>
        <message>
            <source>Create the draft</source>
            <translation>生成草稿</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Name a last day to pay</source>
            <translation>写明付款期限</translation>
        </message>
        <message>
            <source>Nothing is open in this currency.</source>
            <translation>该币种没有未付款项。</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Dated</source>
            <translation>函件日期</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Pay by</source>
            <translation>付款期限</translation>
        </message>
        <message>
            <source>Late interest</source>
            <translation>逾期利息</translation>
        </message>
        <message>
            <source>None checked: the letter speaks of all that fits it</source>
            <translation>都不勾选时，列出所有适合的发票</translation>
        </message>
        <message>
            <source>About these invoices</source>
            <translation>涉及的发票</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Leave the customer at least a day after the letter.</source>
            <translation>付款期限至少比函件日期晚一天。</translation>
        </message>
    </context>
    <context>
        <name>WriteOffDialog</name>
        <message>
            <source>Write off invoice {number}</source>
            <translation>核销发票 {number} 的坏账</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>核销坏账</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Amount to write off</source>
            <translation>核销金额</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Who allowed it; it can be noted later</source>
            <translation>谁批准的；可以以后补填</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>For example: bankruptcy, claim in dispute given up, small difference</source>
            <translation>如：破产、放弃争议金额、尾差</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Only {open} is open.</source>
            <translation>只剩 {open} 未清。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>日期尚未到来。</translation>
        </message>
        <message>
            <source>The invoice is dated {day}; choose that day or a later one.</source>
            <translation>发票日期为 {day}，请选择该日或以后。</translation>
        </message>
        <message>
            <source>Enter the reason; it is kept with the write-off.</source>
            <translation>请填写原因，原因随核销单据保存。</translation>
        </message>
    </context>
    <context>
        <name>_Shares</name>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Dated</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Allocate</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>{number}: enter between 0 and what is open, {open}.</source>
            <translation>{number}：请填 0 到未清额 {open} 之间的金额。</translation>
        </message>
    </context>
</TS>
