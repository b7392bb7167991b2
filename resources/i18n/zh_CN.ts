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
        <name>ActionBar</name>
        <message>
            <source>Clear checks (Esc)</source>
            <translation>取消勾选（Esc）</translation>
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
            <source>Open customer file</source>
            <translation>打开客户档案</translation>
        </message>
        <message>
            <source>Statement PDF</source>
            <translation>对账单 PDF</translation>
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
            <translation>未清</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Promised {day}</source>
            <translation>承诺 {day}</translation>
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
            <translation>该币种没有未清项。</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
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
            <translation>截止日</translation>
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
            <source>Work is still under way. Leaving now stops it and takes it back; saved data stays. Leave?</source>
            <translation>还有操作正在进行。现在退出会停止并撤回它，已保存的数据不受影响。退出吗？</translation>
        </message>
    </context>
    <context>
        <name>BinPanel</name>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
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
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>相同</translation>
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
    </context>
    <context>
        <name>ChoosePanel</name>
        <message>
            <source>Spreadsheets and text ({patterns})</source>
            <translation>表格与文本（{patterns}）</translation>
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
            <source>or drop the file anywhere on this window</source>
            <translation>或将文件拖到窗口任意位置</translation>
        </message>
        <message>
            <source>Excel (XLSX, XLSM, XLS), ODS, CSV, TSV. The file is only read, never changed.</source>
            <translation>支持 Excel（XLSX、XLSM、XLS）、ODS、CSV、TSV。只读取文件，不会改动。</translation>
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
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Customer, invoice or command</source>
            <translation>客户、发票或命令</translation>
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
            <translation>公司名称</translation>
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
            <translation>地址</translation>
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
            <translation>电子邮箱</translation>
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
            <translation>名称</translation>
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
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
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
            <source>Terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
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
            <source>the company's usual terms</source>
            <translation>公司通用账期</translation>
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
            <source>Payment terms</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>Last invoice</source>
            <translation>最近开票</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
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
            <source>Overview</source>
            <translation>概览</translation>
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
            <translation>区域</translation>
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
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
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
        <name>CustomerList</name>
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
            <translation>未核销</translation>
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
            <translation>未清</translation>
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
            <source>Open</source>
            <translation>未清</translation>
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
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Corrects</source>
            <translation>冲销</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
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
            <source>Allocate</source>
            <translation>核销</translation>
        </message>
    </context>
    <context>
        <name>DocumentsPanel</name>
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
            <translation>未清</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>未核销</translation>
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
        <name>Drawer</name>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
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
        <name>FaultDialog</name>
        <message>
            <source>Holdfast made a mistake</source>
            <translation>稳账出错了</translation>
        </message>
        <message>
            <source>Technical details</source>
            <translation>技术信息</translation>
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
            <source>Try again. If it happens again, copy the details and send them to whoever looks after this program.</source>
            <translation>请重试。若再次出现，请复制技术信息，交给维护本程序的人。</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制技术信息</translation>
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
            <translation>查看应收账龄</translation>
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
        <name>Guard</name>
        <message>
            <source>This file is open for reading only; nothing can be changed.</source>
            <translation>文件以只读方式打开，不能修改。</translation>
        </message>
        <message>
            <source>{user} has this file open; here it is for reading only.</source>
            <translation>{user} 正打开此文件，此处只读。</translation>
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
            <translation>操作人</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
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
            <translation>操作历史</translation>
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
            <translation>操作人</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
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
            <translation>区域</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
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
            <translation>电子邮箱</translation>
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
            <translation>处理</translation>
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
            <translation>未清</translation>
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
            <translation>地址</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
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
            <translation>区域</translation>
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
        <name>Keys</name>
        <message>
            <source>Open the row</source>
            <translation>打开该行</translation>
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
        <name>LoadingBar</name>
        <message>
            <source>Loading</source>
            <translation>正在读取</translation>
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
            <translation>区域</translation>
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
            <translation>地址</translation>
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
            <translation>电子邮箱</translation>
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
            <translation>类别</translation>
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
            <translation>未清金额</translation>
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
            <translation>原因</translation>
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
            <translation>只影响您在这台电脑上的显示</translation>
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
    </context>
    <context>
        <name>MainWindow</name>
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
            <translation>内容</translation>
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
            <translation>保存副本…</translation>
        </message>
        <message>
            <source>Close company</source>
            <translation>关闭公司</translation>
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
            <source>Next area</source>
            <translation>下一区域</translation>
        </message>
        <message>
            <source>Previous area</source>
            <translation>上一区域</translation>
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
        <name>Nav</name>
        <message>
            <source>Navigation</source>
            <translation>导航</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>NewCompanyDialog</name>
        <message>
            <source>New company</source>
            <translation>新建公司</translation>
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
            <translation>未清</translation>
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
            <translation>显示全部</translation>
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
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>还没有往来。</translation>
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
            <source>Aging</source>
            <translation>应收账龄</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>History</source>
            <translation>操作历史</translation>
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
        <name>PlainDialog</name>
        <message>
            <source>Bank reference</source>
            <translation>银行附言</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
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
            <translation>比例（%）</translation>
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
                <numerusform>另有 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Every row can be imported.</source>
            <translation>每一行都可以导入。</translation>
        </message>
    </context>
    <context>
        <name>ProfilePanel</name>
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
            <translation>未核销</translation>
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
    </context>
    <context>
        <name>RefundDialog</name>
        <message>
            <source>Bank reference</source>
            <translation>银行附言</translation>
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
            <source>Aging and terms</source>
            <translation>账龄与账期</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
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
            <source>Close</source>
            <translation>关闭</translation>
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
        <name>Stepper</name>
        <message>
            <source>Step {n} of {all}: {name}</source>
            <translation>第 {n} 步，共 {all} 步：{name}</translation>
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
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Salesperson</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
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
        <name>WindowNotices</name>
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
            <translation>未清</translation>
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
            <source>For example: bankruptcy, claim in dispute given up, small difference</source>
            <translation>如：破产、放弃争议金额、尾差</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Only {open} is open.</source>
            <translation>只剩 {open} 未清。</translation>
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
            <translation>未清</translation>
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
