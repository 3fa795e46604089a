/**
 * Every refusal has a stable code. The text says what is wrong and what to do next, in Chinese, for the person
 * who reads it; `{fields}` are filled from the refusal's facts.
 */
interface ErrorText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

export const errorTexts = {
  'request.invalid': { status: 400, title: '填写有误', detail: '请按提示修改后重新提交：{issues}' },
  'request.too-large': { status: 413, title: '内容过大', detail: '单个文件不能超过 {limit}，请压缩或分批提交。' },
  'request.too-many': { status: 429, title: '操作过于频繁', detail: '请在 {retryAfter} 秒后再试。' },
  'request.unsupported-media': {
    status: 415,
    title: '格式不支持',
    detail: '请以 application/json 提交；上传文件请用 multipart/form-data。',
  },
  'request.unknown-path': { status: 404, title: '没有这个地址', detail: '没有这个接口，请核对地址；接口清单见 /api/docs/。' },
  'request.wrong-method': { status: 405, title: '不支持这种请求方式', detail: '这个地址只支持 {allow}。' },
  'request.key-reused': { status: 422, title: '重复提交的内容不一致', detail: '这个提交编号已用于另一份内容，请换一个新的编号再提交。' },
  'request.foreign-origin': { status: 403, title: '来源不受信任', detail: '请从本系统页面操作；程序调用请使用访问令牌。' },
  'account.sign-in-needed': { status: 401, title: '请先登录', detail: '请登录后再操作，或使用有效的访问令牌。' },
  'account.sign-in-failed': { status: 401, title: '登录失败', detail: '账号或密码不正确，请核对后再试；连续输错将暂时锁定。' },
  'account.locked': { status: 429, title: '账号已暂时锁定', detail: '输错次数过多，请在 {minutes} 分钟后再试，或请管理员协助。' },
  'account.name-taken': { status: 409, title: '账号名已被使用', detail: '请换一个账号名。' },
  'account.password-weak': { status: 422, title: '密码过于简单', detail: '密码至少 {min} 位，并且不能是常见密码或包含账号名。' },
  'access.denied': { status: 403, title: '没有此项权限', detail: '您的身份不能进行此操作；如确有需要，请联系街道管理员。' },
  'object.not-found': { status: 404, title: '没有找到', detail: '没有找到这条记录，请核对编号，或确认它属于您的单位。' },
  'document.fonts-missing': {
    status: 503,
    title: '缺少中文字体，暂不能排版',
    detail:
      '在 {folder} 没有找到 {fonts}。请运维人员重新执行 npm start，或安装 Debian 软件包 fonts-noto-cjk 后重试；同一文书的数据形式仍可查看。',
  },
  'document.too-large': {
    status: 422,
    title: '文书过大',
    detail: '这份文书有 {size} MB，一次最多交付 {limit} MB，请按楼栋或单元分批打印。',
  },
  'plan.area-unknown': {
    status: 422,
    title: '面积不明，方案不能计算',
    detail: '{home} 没有面积。请按登记、实测或合同补上专有部分面积并注明来源后再算。',
  },
  'plan.area-source-missing': { status: 422, title: '面积没有来源', detail: '{home} 的面积没有注明来源，请填“登记”“实测”或“合同”。' },
  'plan.area-differs': {
    status: 422,
    title: '面积与名册不一致',
    detail: '{home} 填的是 {area} 平方米，名册是 {registered} 平方米。请核对；名册有误的先更正名册。',
  },
  'plan.code-twice': { status: 422, title: '重复', detail: '“{code}”出现了两次，请合并或改正。' },
  'plan.scope-incomplete': { status: 422, title: '分摊范围不全', detail: '按楼栋分摊要写明楼号，按单元分摊还要写明单元。' },
  'plan.home-outside-scope': {
    status: 422,
    title: '房屋不在分摊范围内',
    detail: '{home} 不属于 {scope}，不分摊这笔费用。请删去这一户，或改正分摊范围。',
  },
  'plan.home-not-registered': { status: 422, title: '名册没有这一户', detail: '名册里没有 {home}，请核对楼号、单元和房号，或先登记。' },
  'plan.home-missing': { status: 422, title: '范围内有房屋没有列入', detail: '{home} 属于 {scope}，应当分摊，请补入房屋清单。' },
  'plan.payer-unknown': { status: 422, title: '没有这个出资方', detail: '“{payer}”不在出资方名单里，请先列入或核对名称。' },
  'plan.payer-unfit': { status: 422, title: '这个出资方不能列在这里', detail: '“{payer}”的类型不能承担这一项，请核对出资方类型。' },
  'plan.utility-shares': {
    status: 422,
    title: '专业经营单位不参与分摊',
    detail: '“{payer}”的管线设施由其自行承担。请把该工程项目单列为其自身责任，不要列入分摊。',
  },
  'plan.group-unknown': { status: 422, title: '没有这个产权归属', detail: '{home} 的产权归属“{group}”没有列出，请补上或核对名称。' },
  'plan.group-owner-missing': { status: 422, title: '缺少产权单位', detail: '“{group}”是未售公房，请写明产权单位，由它按面积承担。' },
  'plan.group-owner-unfit': {
    status: 422,
    title: '已售公房的产权人是业主',
    detail: '“{group}”是已售公房，不能写产权单位为产权人；它作为售房单位按交存的维修资金分摊。',
  },
  'plan.deposits-missing': {
    status: 422,
    title: '缺少交存维修资金数额',
    detail: '“{group}”是已售公房，请补上售房单位和业主各自交存的维修资金，按比例先分。',
  },
  'plan.priority-twice': {
    status: 422,
    title: '出资顺序重复',
    detail: '“{payer}”的顺序 {priority} 已被占用，请给每笔先行出资不同的顺序。',
  },
  'plan.grant-incomplete': {
    status: 422,
    title: '先行出资填写有误',
    detail: '“{payer}”：定额只填金额，不超过只填上限，按比例填比例（可加上限）。',
  },
  'plan.grant-exceeds': {
    status: 422,
    title: '定额超过余下的费用',
    detail: '“{payer}”定额 {amount} 元，此时只余 {rest} 元。请减少定额，或改为“不超过”。',
  },
  'plan.ratio-unfit': { status: 422, title: '比例有误', detail: '“{payer}”的比例 {ratio} 应当大于 0 且不超过全部。' },
  'plan.ratio-sum': { status: 422, title: '比例之和不是全部', detail: '“{scenario}”的约定比例合计 {sum}，应当正好是 100%，请改正。' },
  'plan.homes-agreement-missing': {
    status: 422,
    title: '缺少约定依据',
    detail: '“{scenario}”不按法定规则分到户，请写明业主约定的依据（决议或公约），或改为“按法定”。',
  },
  'plan.weight-missing': { status: 422, title: '缺少约定系数', detail: '{home} 没有约定系数，或者全部为 0，请补上。' },
  'plan.no-fund': {
    status: 422,
    title: '没有维修资金',
    detail: '“{scenario}”写的是用维修资金，但没有资金保管方。请改为“直接交纳”，或写明保管方。',
  },
  'plan.retention-too-high': { status: 422, title: '质保金过高', detail: '质保金不得超过结算价的 {cap}，请改低。' },
  'plan.not-covered': {
    status: 422,
    title: '有费用没有人承担',
    detail: '“{scenario}”还有 {rest} 元没有出资方，请列入房屋清单或约定比例。',
  },
  'table.exists': { status: 409, title: '这个小区已有议事桌', detail: '每个小区一张议事桌，请直接使用已有的一张。' },
  'seat.unfit': { status: 422, title: '席位填写有误', detail: '{reason}' },
  'seat.vacant': { status: 409, title: '这个席位空缺', detail: '“{seat}”席位还没有单位，请先由街道确定由谁出席。' },
  'seat.account-unfit': {
    status: 422,
    title: '这个账号不能代表本席位',
    detail: '账号没有代表“{seat}”一方单位的有效授权。请先由管理员为该账号授权，再委派。',
  },
  'seat.above-limit-needed': { status: 422, title: '请写明超限由谁签字', detail: '委派有金额上限时，请写明超过上限的事项须由谁签字。' },
  'seat.limit-too-high': {
    status: 422,
    title: '金额上限超过账号的授权',
    detail: '账号的授权上限是 {limit} 元，席位的金额上限不能更高。',
  },
  'seat.not-yours': {
    status: 403,
    title: '您不是这个席位的代表',
    detail: '只有“{seat}”席位的代表或副代表可以这样做，请由其操作或先委派。',
  },
  'seat.mandate-ended': {
    status: 403,
    title: '授权已到期',
    detail: '您代表“{seat}”的授权已于 {until} 到期，请由本单位重新委派后再操作。',
  },
  'seat.stepped-back': {
    status: 403,
    title: '您已回避',
    detail: '您在这件议题上已经回避（{interest}），请由本席位的副代表发言，或由本单位另行委派。',
  },
  'issue.illegal-step': { status: 409, title: '当前状态不能这样操作', detail: '议题现在是“{status}”，不能“{action}”。请刷新后再看。' },
  'issue.rounds-used-up': {
    status: 409,
    title: '轮次已用完',
    detail: '这件议题已会商 {rounds} 轮，请确认未达成一致，或提级由街道决定。',
  },
  'issue.scope-unknown': { status: 422, title: '涉及范围有误', detail: '{reason}' },
  'issue.order-elsewhere': {
    status: 422,
    title: '工单不属于这个小区',
    detail: '有工单不在本小区、已经结案或已在另一议题中，请核对后再提。',
  },
  'issue.screening-incomplete': { status: 422, title: '意见不完整', detail: '{reason}' },
  'issue.text-private': { status: 422, title: '内容里有个人信息', detail: '各方都会看到这段文字，请删去手机号、身份证号后再提交。' },
  'service.unavailable': { status: 503, title: '暂时无法处理', detail: '系统暂时繁忙，您的内容没有提交成功，请稍后重试。' },
  'service.timeout': { status: 504, title: '处理超时', detail: '未能确认结果，请用同一提交编号重试，不会重复提交。' },
  'service.failed': { status: 500, title: '系统出错', detail: '系统出错，已记录（编号 {requestId}），请稍后重试或联系管理员。' },
  'street.unknown': { status: 404, title: '没有这个街道', detail: '街道代码 {streetId} 没有登记，请核对。' },
  'street.needed': {
    status: 422,
    title: '请指明街道',
    detail: '此账号管理全部街道：请在请求头 X-Wufang-Street 中写明这次操作的街道代码。',
  },
  'street.exists': { status: 409, title: '街道已存在', detail: '街道代码 {streetId} 已登记。' },
  'unit.unknown': { status: 422, title: '没有这个单位', detail: '单位“{unit}”没有登记，请先在单位名册中登记或核对名称。' },
  'place.unknown': { status: 404, title: '没有这个点位', detail: '二维码对应的点位没有登记，请改用手工填写地点，或联系社区。' },
  'file.unreadable': { status: 422, title: '文件无法读取', detail: '{reason}' },
  'file.old-excel': {
    status: 422,
    title: '请另存为 .xlsx',
    detail: '这是旧版 Excel（.xls）文件。请用 Excel 或 WPS 打开，选择“文件 → 另存为”，类型选“Excel 工作簿（.xlsx）”，再重新上传。',
  },
  'file.no-header': { status: 422, title: '找不到表头', detail: '没有找到包含“{columns}”的表头行，请核对导出的表格是否完整。' },
  'image.unreadable': { status: 422, title: '图片无法识别', detail: '请上传 JPG、PNG 或 WebP 照片，单张不超过 {limit}。' },
  'image.too-many': { status: 422, title: '照片过多', detail: '每件诉求最多 {limit} 张照片。' },
  'demand.illegal-step': { status: 409, title: '当前状态不能这样操作', detail: '诉求现在是“{status}”，不能“{action}”。请刷新后再看。' },
  'demand.incomplete': { status: 422, title: '诉求要素不全', detail: '请补充：{missing}。' },
  'demand.answer-inquiry-only': { status: 422, title: '只有咨询可以直接答复', detail: '“{demandType}”类诉求请派单办理。' },
  'demand.still-open': { status: 409, title: '此前的诉求还没有结案', detail: '诉求 {no} 仍在办理，请并到那件诉求，不要另立新件。' },
  'person.unknown': {
    status: 404,
    title: '没有这位诉求人的信息',
    detail: '没有查到用这个电话或编号登记的个人信息：请核对号码；已删除的不再能查到。',
  },
  'demand.link-self': { status: 422, title: '不能并到这件诉求', detail: '{reason}' },
  'demand.level-not-open': {
    status: 409,
    title: '没有待确认的紧急级别',
    detail: '这件诉求{state}，不能再确认或降级。如情况有变，请在工单中处理。',
  },
  'classifier.too-few': {
    status: 422,
    title: '样本太少，不能训练',
    detail: '至少要有 {needed} 件已定分类的诉求，分属至少两个分类；现有 {examples} 件。请先导入历史工单或继续研判。',
  },
  'classifier.model-unknown': { status: 404, title: '没有这一版模型', detail: '没有第 {modelNo} 版分类模型，请在列表中核对。' },
  'tracking.not-found': { status: 404, title: '没有查到', detail: '没有查到，请核对诉求编号和来电手机号后四位。' },
  'import.row-not-parked': { status: 409, title: '这一行不在待更正之列', detail: '它已经导入或已被更正，请刷新后再看。' },
  'callback.illegal-step': { status: 409, title: '这次回访已结束', detail: '回访现在是“{status}”，不能再登记。' },
  'callback.own-order': { status: 403, title: '不能回访自己办理的工单', detail: '请由没有经办此工单的人员回访。' },
  'callback.rework-not-allowed': {
    status: 422,
    title: '不能要求重办',
    detail: '只有“已解决但不满意”的，回访员才可以要求重办，并且要写明理由；未解决的会自动重办。',
  },
  'profile.unknown': { status: 422, title: '没有这种导出表', detail: '列对应关系“{profile}”没有登记，请先登记，或改用 beijing-12345。' },
  'work-order.illegal-step': { status: 409, title: '当前状态不能这样操作', detail: '工单现在是“{status}”，不能“{action}”。请刷新后再看。' },
  'work-order.text-needed': {
    status: 422,
    title: '请写给诉求人看的话',
    detail: '有进展报进展、有成果报成果：请填写至少 {min} 个字的答复内容。',
  },
  'work-order.text-private': { status: 422, title: '答复里有个人信息', detail: '公开答复中不能出现手机号、身份证号，请删去后再提交。' },
  'work-order.evidence-needed': { status: 422, title: '请附办理依据', detail: '办结需要上传照片或填写依据说明。' },
  'work-order.rework-not-used-up': {
    status: 409,
    title: '还应继续办理',
    detail: '只有重办 {needed} 次后仍未解决的问题工单，才能说明原因后结案；此工单已重办 {reworks} 次。',
  },
  'work-order.community-not-lead': {
    status: 422,
    title: '社区不能主办此事项',
    detail: '此事项不在社区职责清单内，社区只能协办（接诉即办工作条例第十七条）。',
  },
  'work-order.not-open': { status: 409, title: '工单已结案', detail: '这件工单已经结案，不再督办、催办或领办；如有新情况请另行登记诉求。' },
  'work-order.taken-up': { status: 409, title: '已有科长领办', detail: '此件已由另一位科长领办，请与其联系。' },
  'due.past': { status: 422, title: '时间已过', detail: '“{field}”必须晚于现在，请重新填写。' },
  'whistle.illegal-step': {
    status: 409,
    title: '当前状态不能这样操作',
    detail: '这次吹哨现在是“{status}”，不能“{action}”。请刷新后再看。',
  },
  'summons.illegal-step': {
    status: 409,
    title: '当前状态不能这样操作',
    detail: '本单位的报到现在是“{status}”，不能“{action}”。请刷新后再看。',
  },
  'whistle.matter-needed': { status: 422, title: '请写明为何事吹哨', detail: '请选择一件工单，或者写明地点和级别。' },
  'whistle.tasks-open': {
    status: 409,
    title: '还有任务没有完成',
    detail: '还有 {open} 项交办任务没有完成，请先催办完成，或说明理由取消。',
  },
  'supervision.illegal-step': {
    status: 409,
    title: '当前状态不能这样操作',
    detail: '这件督办现在是“{status}”，不能“{action}”。请刷新后再看。',
  },
  'task.illegal-step': { status: 409, title: '当前状态不能这样操作', detail: '这项任务现在是“{status}”，不能“{action}”。请刷新后再看。' },
  'meeting.ended': { status: 409, title: '调度会已结束', detail: '这次调度会已经结束；新的决定请在下一次会上作出。' },
  'meeting.not-on-agenda': { status: 422, title: '不在议程上', detail: '这件工单不在这次调度会的议程上，请核对。' },
  'claim.taken': { status: 409, title: '已被认领', detail: '这件问题工单已由其他单位认领。' },
  'claim.not-hard': { status: 409, title: '不在揭榜范围', detail: '只有未结案的问题工单可以认领。' },
  'claim.not-holder': { status: 409, title: '不是认领单位', detail: '这件工单不是由这个单位认领的，无从退回。' },
  'work-order.legs-open': {
    status: 409,
    title: '协办尚未全部返回',
    detail: '还有 {count} 个协办单位没有反馈。请等它们反馈，或写明理由免去，再办结。',
  },
  'dispute.window-lost': {
    status: 409,
    title: '已过提出异议的时间',
    detail: '应当在派单后的 {limit} 内、即 {until} 前提出。请继续办理；确属他人职责的，请联系诉求中心协调。',
  },
  'dispute.already-open': { status: 409, title: '异议正在审核', detail: '此工单已有一件异议在审核，请等审核结果。' },
  'dispute.already-decided': { status: 409, title: '异议已经审核', detail: '这件异议已有结论，请刷新后再看。' },
  'dispute.own-unit': { status: 403, title: '不能审核本单位的异议', detail: '您属于提出异议的单位，请由其他人员审核。' },
  'dispute.same-unit': { status: 422, title: '请指明新的主办单位', detail: '异议成立应当改派给另一个单位；仍由原单位办理的，请驳回异议。' },
  'leg.illegal-step': { status: 409, title: '当前状态不能这样操作', detail: '这一支协办现在是“{status}”，不能“{action}”。请刷新后再看。' },
  'leg.lead-itself': { status: 422, title: '主办单位不能协办自己', detail: '请选择另一个单位协办。' },
  'leg.already-open': { status: 409, title: '该单位正在协办', detail: '“{unit}”已有一支协办没有返回，请等它反馈，或先免去。' },
  'hand-up.no-refusal': {
    status: 409,
    title: '有事您找我工单不能退回',
    detail: '首接单位不能推诿。自己解决不了的，请用“上交”写明理由，由上一级接着办，您仍是诉求人的联系人。',
  },
  'hand-up.not-this-kind': {
    status: 409,
    title: '此工单不能上交',
    detail: '只有“有事您找我”试点工单可以上交；派错的请提出派单异议，需要帮手的请加派协办。',
  },
  'hand-up.at-the-top': { status: 409, title: '已到最上一级', detail: '此工单已到“{step}”，不能再上交，请继续协调办理。' },
  'hand-up.invalid': { status: 422, title: '试点设置有误', detail: '请修改后再发布：{faults}' },
  'incident.illegal-step': {
    status: 409,
    title: '当前状态不能这样操作',
    detail: '突发事件现在是“{status}”，不能“{action}”。请刷新后再看。',
  },
  'incident.place-unknown': { status: 422, title: '范围没有登记', detail: '小区、楼栋或楼门不在名册中，请核对：{place}。' },
  'incident.home-not-affected': {
    status: 422,
    title: '不在影响范围内',
    detail: '这些房屋不在本事件的影响范围内，请核对房屋编号：{homes}。',
  },
  'incident.crew-on-site': { status: 409, title: '班组还在现场', detail: '请先登记全部班组撤离，再复盘。' },
  'work-order.in-dispute': {
    status: 409,
    title: '派单异议正在审核',
    detail: '此工单有一件派单异议尚未审核，现在不能“{action}”；请先审核异议，异议成立的可直接改派。',
  },
  'work-order.whistles-open': {
    status: 409,
    title: '吹哨尚未办结',
    detail: '为此工单吹的哨还有 {count} 次没有办结，请先登记吹哨结果，再办结工单。',
  },
  'work-order.in-incident': { status: 409, title: '已并入突发事件', detail: '这件工单已并入一起突发事件；如并错了，请先撤销。' },
  'sweep.source-open': { status: 409, title: '还没有结案', detail: '举一反三在工单结案或突发事件恢复之后发起；请先完成处置。' },
  'check.recorded': { status: 409, title: '结果已经登记', detail: '这项任务已登记过结果，请刷新后再看。' },
  'check.too-early': { status: 409, title: '还没有到时候', detail: '这项任务 {from} 起才能登记，请到时再去现场。' },
  'check.not-found-there': { status: 409, title: '这一处没有发现问题', detail: '只有登记为“发现问题”的排查任务才能补记诉求编号。' },
  'rain.already': { status: 409, title: '不用重复操作', detail: '雨季应急现在已是“{status}”。' },
  'duty.rule-empty': { status: 422, title: '周期不完整', detail: '按周的请选择星期几，按月的请选择日期。' },
  'work-order.paused': { status: 409, title: '工单正在暂停计时', detail: '请先恢复计时，再“{action}”。' },
  'work-order.not-paused': { status: 409, title: '工单没有暂停计时', detail: '请刷新后再看。' },
  'work-order.request-open': { status: 409, title: '已有待审申请', detail: '此工单的“{request}”申请还没有审核，请等待审核结果。' },
  'work-order.no-request': { status: 409, title: '没有待审申请', detail: '此工单没有待审的“{request}”申请，请刷新后再看。' },
  'work-order.own-request': { status: 403, title: '不能审核自己的申请', detail: '请由申请人以外的负责人审核。' },
  'work-order.same-unit': { status: 422, title: '主办单位没有变化', detail: '此工单已由该单位主办，请选择另一单位。' },
  'extension.never': { status: 422, title: '此工单不能延期', detail: '“{what}”工单不得延期；确有困难，请提级或吹哨。' },
  'extension.used-up': { status: 422, title: '延期次数已用完', detail: '此类工单最多延期 {max} 次，请抓紧办理，或申请挂账。' },
  'extension.past-due': { status: 409, title: '已过办理时限', detail: '办理时限 {dueAt} 已过，不能再延期或暂停；请立即办理。' },
  'extension.date': { status: 422, title: '延期日期不合规定', detail: '新的时限应晚于 {after}，不晚于 {latest}。' },
  'suspension.date': { status: 422, title: '复核日期不合规定', detail: '复核日期应在今天之后，不晚于 {latest}（{days} 天内）。' },
  'pause.never': { status: 422, title: '此工单不能暂停计时', detail: '紧急、水电气热工单任何情况下不暂停计时。' },
  'pause.used-up': { status: 422, title: '暂停次数已用完', detail: '等待诉求人最多暂停 {times} 次，请继续办理。' },
  'pause.until': { status: 422, title: '暂停期限不合规定', detail: '暂停应在此刻之后、{latest} 之前结束；法定期间请写明截止时间。' },
  'directory.invalid': { status: 422, title: '派单目录有误', detail: '请修改后再发布：{faults}' },
  'directory.from-past': { status: 422, title: '施行时间已过', detail: '派单目录不能自过去起施行；要即刻施行，请不填施行时间。' },
  'directory.later-version-waits': {
    status: 409,
    title: '另有一版等待施行',
    detail: '第{version}版将于 {from} 起施行，届时会取代现在发布的这一版。请先撤回第{version}版，或从那时起发布。',
  },
  'directory.not-scheduled': {
    status: 409,
    title: '不能撤回',
    detail: '第{version}版{state}，只有尚未施行的一版可以撤回；要恢复旧版请用“退回”。',
  },
  'directory.draft-exists': { status: 409, title: '草稿编号已被使用', detail: '请换一个新的编号再起草。' },
  'directory.draft-closed': { status: 409, title: '草稿已结束', detail: '这份草稿{state}，不能再改；请重新起草。' },
  'directory.draft-outdated': {
    status: 409,
    title: '草稿所依据的一版已更新',
    detail: '草稿依据第{basedOn}版，届时施行的是第{latest}版；直接发布会冲掉其间的改动。请先把草稿的改动移到最新一版上（rebase）。',
  },
  'directory.edit-impossible': { status: 422, title: '不能这样改', detail: '一处不成，全部未改：{faults}' },
  'time-limits.invalid': { status: 422, title: '时限表有误', detail: '请修改后再发布：{faults}' },
  'period.invalid': { status: 422, title: '考核周期有误', detail: '请按“2026-10”这样的格式填写。' },
  'vote.no-rules': {
    status: 422,
    title: '没有适用的规则',
    detail: '名册冻结日 {date} 早于现行规则（自 {from} 起），不能按现行规则计票，请核对日期。',
  },
  'vote.empty-roll': { status: 422, title: '名册是空的', detail: '名册中没有计入基数的房屋，请先补全名册。' },
  'vote.home-twice': { status: 422, title: '房屋重复', detail: '同一套房屋在名册中出现了两次，请删除重复的一行。' },
  'vote.area-unknown': {
    status: 422,
    title: '有房屋面积不明',
    detail: '名册中有 {count} 套房屋没有面积或面积来源，请按登记簿、实测或合同补全后再冻结名册。',
  },
  'vote.time-reversed': { status: 422, title: '表决时间有误', detail: '截止时间应晚于开始时间，请核对。' },
  'vote.not-on-roll': { status: 422, title: '选票不属于名册中的业主', detail: '第 {serial} 号选票的业主不在冻结的名册中，请核对选票。' },
  'vote.ballot-twice': {
    status: 422,
    title: '选票重号',
    detail: '同一业主有两张同号、同一时间的选票（第 {serial} 号），请核对后改正编号或时间。',
  },
  'vote.unknown-choice': {
    status: 422,
    title: '选项不认识',
    detail: '第 {serial} 号选票在事项 {question} 上的选项不在选票上，请改为已列选项、反对、弃权或无效。',
  },
  'vote.options-unclear': {
    status: 422,
    title: '事项的选项有误',
    detail: '事项 {question} 至少要有一个选项，选项不能重复，也不能叫反对、弃权、无效。',
  },
  'vote.part-exceeds-whole': { status: 422, title: '合计有误', detail: '分项（{part}）大于总数（{whole}），请核对计票。' },
  'vote.illegal-step': { status: 409, title: '现在不能这样做', detail: '该表决{status}，不能{action}。' },
  'vote.notice-short': {
    status: 422,
    title: '公告时间不足',
    detail: '业主大会应提前公告（物业管理条例第三十五条）：现在公告，表决最早可自 {earliest} 开始，请推后开始时间。',
  },
  'vote.period': { status: 422, title: '表决期不合规', detail: '表决期应为 {min} 至 {max}，请调整起止时间。' },
  'vote.group-too-small': {
    status: 409,
    title: '计票小组不足',
    detail: '计票小组须有 {wanted} 名声明无利害关系的成员，现有 {have} 名，请补充成员并逐人声明。',
  },
  'vote.member-interested': {
    status: 422,
    title: '计票小组成员有利害关系',
    detail: '候选人、应标人等有利害关系者不能进入计票小组，请更换。',
  },
  'vote.not-declared': { status: 409, title: '请先声明', detail: '您还没有声明与本次表决无利害关系，请先声明再计票。' },
  'vote.matter-missing': {
    status: 422,
    title: '表决事项与议题不符',
    detail: '该议题须由业主按“{voteClass}”共同决定，表决事项中没有这一类，请补上。',
  },
  'vote.wrong-kind': { status: 409, title: '表决方式不符', detail: '本次表决方式为“{kind}”，不能这样做。' },
  'vote.internet-refused': {
    status: 409,
    title: '这里不能网上投票',
    detail: '业主共同决定的网上投票须使用市业主决策平台（北京市物业管理条例第三十五条）；本次请按公告领取纸质选票，或在市平台投票。',
  },
  'vote.serial-used': { status: 409, title: '选票编号已录入', detail: '第 {serial} 号选票已经录入，请核对编号。' },
  'vote.scan-unknown': { status: 422, title: '没有这份扫描件', detail: '请先上传这张选票的扫描件，再录入。' },
  'vote.scan-unreadable': { status: 422, title: '扫描件不能识别', detail: '请上传 5 MB 以内的 JPEG、PNG 或 PDF 文件。' },
  'vote.same-hand': { status: 409, title: '须由另一人办理', detail: '录入、核对、裁定须由不同的人办理，请交计票小组其他成员。' },
  'vote.ballot-step': { status: 409, title: '选票状态不符', detail: '这张选票{status}，不能{action}。' },
  'vote.still-open': { status: 409, title: '表决尚未截止', detail: '表决到 {closesAt} 截止，截止后才能计票。' },
  'vote.unchecked': { status: 409, title: '还有选票未核对', detail: '还有 {count} 张选票没有核对或裁定，请先完成。' },
  'vote.official-unsound': {
    status: 422,
    title: '官方结果核对不上',
    detail: '事项 {question}：{reason}。请向公布单位核实后重新录入，不要自行改数。',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorTexts;

/** RFC 9457 problem answer. */
export interface Problem {
  type: string;
  code: ErrorCode;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  facts?: Record<string, unknown>;
}

/** The answer for a refusal; an unknown code is our own fault and says so. */
export function problemFor(code: string, facts: Record<string, unknown> = {}, requestId?: string): Problem {
  const known = code in errorTexts ? (code as ErrorCode) : 'service.failed';
  const text: ErrorText = errorTexts[known];
  const detail = text.detail.replace(/\{(\w+)\}/g, (_, field: string) =>
    String(field === 'requestId' ? (requestId ?? '') : (facts[field] ?? '')),
  );
  return {
    type: `/problems/${known}`,
    code: known,
    title: text.title,
    status: text.status,
    detail,
    ...(requestId && { instance: requestId }),
    ...(known === code && Object.keys(facts).length > 0 && { facts }),
  };
}
