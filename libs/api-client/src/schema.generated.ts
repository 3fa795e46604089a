// Printed by `npm run contracts` from libs/contracts. Do not edit.
export interface paths {
    readonly "/api/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 账号 */
        readonly get: operations["gateway.account.list"];
        readonly put?: never;
        /** 开设账号 */
        readonly post: operations["gateway.account.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/accounts/{id}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 停用账号；下一次请求即失效 */
        readonly post: operations["gateway.account.disable"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/accounts/{id}/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 授权：代表哪个单位、到何时、金额上限 */
        readonly post: operations["gateway.mandate.grant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/accounts/{id}/mandates/{mandateId}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 终止授权；下一次请求即失效 */
        readonly post: operations["gateway.mandate.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/accounts/{id}/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 为程序发放访问令牌；只显示一次 */
        readonly post: operations["gateway.token.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/accounts/{id}/tokens/{tokenId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** 收回访问令牌 */
        readonly delete: operations["gateway.token.revoke"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/assigned-tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 会议、吹哨和五方决议交办的任务，先到期的在前；单位只见自己的 */
        readonly get: operations["dispatch.assigned-task.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/assigned-tasks/{id}/deliver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 完成交办任务：依据与照片 */
        readonly post: operations["dispatch.assigned-task.deliver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/assigned-tasks/{id}/drop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 取消交办任务，并说明理由 */
        readonly post: operations["dispatch.assigned-task.drop"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/audit/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 核验各服务的留痕链；可附各方保存的每日摘要一并核对 */
        readonly post: operations["gateway.audit.verify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/buildings/{buildingId}/homes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一栋楼的房屋编号与门牌，供社区列重点户；没有户主信息 */
        readonly get: operations["registry.building.homes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendars/{year}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 发布一年的节假日与调休；触及该年的暂定时限重新计算并留痕 */
        readonly put: operations["registry.calendar.publish"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/callbacks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 回访任务，先到期的在前 */
        readonly get: operations["intake.callback.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/callbacks/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记诉求人的回答：是否联系、是否解决、是否满意 */
        readonly post: operations["intake.callback.record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/callbacks/{id}/attempts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记一次未接通；不同半天三次后记为未联系上 */
        readonly post: operations["intake.callback.attempt"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/categories": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 现行的问题分类（三级），或指定的一版；街道没有发布过的，为平台自带的分类并注明来源 */
        readonly get: operations["intake.category-tree.get"];
        /** 发布本街道的问题分类，自某日起施行；派单目录和未结诉求还在用的分类，须保留或注明改称 */
        readonly put: operations["intake.category-tree.publish"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/categories/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 发布之前：这套分类有哪些问题；不保存 */
        readonly post: operations["intake.category-tree.check"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/chain-seats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 超时链的席位各由谁担任 */
        readonly get: operations["notify.chain-seat.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/chain-seats/{seat}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 指定超时链的一个席位由哪些账号担任；不指定则发给该岗位全体 */
        readonly put: operations["notify.chain-seat.hold"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/claim-board": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 揭榜：待认领和已认领的问题工单 */
        readonly get: operations["dispatch.claim.board"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/claim-board/{id}/claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 认领一件问题工单；只有一个单位能认领 */
        readonly post: operations["dispatch.claim.make"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/claim-board/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 退回认领，并说明理由 */
        readonly post: operations["dispatch.claim.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/classifier/models": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 训练过的分类模型及其检验结果，新的在前 */
        readonly get: operations["intake.classifier.list"];
        readonly put?: never;
        /** 用本街道已定分类和更正过的诉求训练分类模型，并给出检验结果；默认随即启用 */
        readonly post: operations["intake.classifier.train"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/classifier/models/{modelNo}/activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 启用某一版分类模型（可启用以前的版本） */
        readonly post: operations["intake.classifier.activate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各议事桌的承诺事项，先到期的在前；可只看本单位的、某件议题的、未完成的 */
        readonly get: operations["deliberation.commitment.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一项承诺：谁、做什么、何时完成、提交什么、交办任务 */
        readonly get: operations["deliberation.commitment.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一版分摊方案：各方案对比、份额、表态 */
        readonly get: operations["deliberation.cost-plan.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}/choose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 选定一个方案：金额定稿，金额有变的出资方原表态作废，须重新表态 */
        readonly post: operations["deliberation.cost-plan.choose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}/conditions/met": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提出条件的出资方确认条件已满足 */
        readonly post: operations["deliberation.cost-plan.meet-condition"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}/gates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 签约条件：每一分摊项须具备什么、由谁办、是否具备；有一项未具备即不能签约 */
        readonly get: operations["deliberation.cost-plan.gates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}/home-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各户的编号与查询码，供社区随分户说明送达业主 */
        readonly get: operations["deliberation.cost-plan.home-keys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}/papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 出资凭据 */
        readonly get: operations["deliberation.cost-plan.papers"];
        readonly put?: never;
        /** 提交出资凭据：批准文号、出资函、民生项目池批准、资助函、业主同意书等 */
        readonly post: operations["deliberation.cost-plan.file-paper"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cost-plans/{id}/statements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 分摊说明：整个方案、一个出资方或一户，逐行列出算式；可带门牌，不留存 */
        readonly post: operations["deliberation.cost-plan.state"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/council-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 居民议事会，新的在前 */
        readonly get: operations["deliberation.council-session.list"];
        readonly put?: never;
        /** 召集居民议事会；两轮：先议问题，再议方案 */
        readonly post: operations["deliberation.council-session.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/council-sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次居民议事会 */
        readonly get: operations["deliberation.council-session.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/council-sessions/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不再议，说明原因 */
        readonly post: operations["deliberation.council-session.cancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/council-sessions/{id}/plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提出方案；有了方案才能开第二轮 */
        readonly post: operations["deliberation.council-session.lay-plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/council-sessions/{id}/round-one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 记录第一轮：到场各方、查明的问题和原因 */
        readonly post: operations["deliberation.council-session.close-round-one"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/council-sessions/{id}/round-two": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 记录第二轮：各方表示；在场各方一致认可才是共识，有保留的须写明意见 */
        readonly post: operations["deliberation.council-session.close-round-two"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyard-matters/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 单位进院答复 */
        readonly post: operations["deliberation.courtyard-matter.answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyard-matters/{id}/bring": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 院里解决不了，提请五方共议：在小区的议事桌上成为议题 */
        readonly post: operations["deliberation.courtyard-matter.bring"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyard-matters/{id}/convene": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 支部召集，请有关单位“进院” */
        readonly post: operations["deliberation.courtyard-matter.convene"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyard-matters/{id}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不在院里议，说明原因和去处 */
        readonly post: operations["deliberation.courtyard-matter.decline"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyard-matters/{id}/settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 院里解决，写明结果 */
        readonly post: operations["deliberation.courtyard-matter.settle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyard-matters/{id}/support": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 附议；每个账号一次 */
        readonly post: operations["deliberation.courtyard-matter.support"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyards": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 掌上四合院名册 */
        readonly get: operations["deliberation.courtyard.list"];
        readonly put?: never;
        /** 建立掌上四合院：一栋楼或一个楼门，由党支部牵头 */
        readonly post: operations["deliberation.courtyard.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/courtyards/{courtyardId}/matters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 院里的事，新的在前；居民可见 */
        readonly get: operations["deliberation.courtyard-matter.list"];
        readonly put?: never;
        /** 在院里提一件事；请勿写姓名、电话、门牌号 */
        readonly post: operations["deliberation.courtyard-matter.raise"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/dead-events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 处理不了的事件和原因 */
        readonly get: operations["gateway.dead-event.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/dead-events/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 重放处理不了的事件 */
        readonly post: operations["gateway.dead-event.replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 诉求列表，新的在前 */
        readonly get: operations["intake.demand.list"];
        readonly put?: never;
        /** 登记一件诉求（热线、电话、接待、巡查、群消息） */
        readonly post: operations["intake.demand.receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件诉求的全部（个人信息按身份脱敏） */
        readonly get: operations["intake.demand.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 直接答复咨询 */
        readonly post: operations["intake.demand.answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/complainant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 查看来电人明文信息；写明用途，留痕 */
        readonly post: operations["intake.complainant.reveal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/duplicates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 可能重复的诉求及理由 */
        readonly get: operations["intake.demand.duplicates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/level/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 确认由危险词（或居民自报）定为紧急的诉求；派单不等确认 */
        readonly post: operations["intake.level.confirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/level/lower": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 核实并非紧急：附理由降级；此前紧急时限照走，降级后按新级别计时 */
        readonly post: operations["intake.level.lower"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 并到同一事项的诉求；每位来电人仍各自回访 */
        readonly post: operations["intake.demand.link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/photos/{photoId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 查看照片（base64 JPEG） */
        readonly get: operations["intake.attachment.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/screening": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 研判：正常派单，或六种特殊情形之一（附告知内容） */
        readonly post: operations["intake.demand.screen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/{id}/suggestion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 研判时：对一件诉求的建议和由哪些词得出 */
        readonly get: operations["intake.demand.suggestion"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demands/suggestion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记前：由文字建议分类、级别、类型和地点，并说明由哪些词得出；不保存 */
        readonly post: operations["intake.demand.suggest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 现行派单目录，或指定的一版 */
        readonly get: operations["dispatch.directory.get"];
        /** 发布整张派单目录；有歧义或有无效行的目录不能发布 */
        readonly put: operations["dispatch.directory.publish"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 以表格（CSV 或 .xlsx）发布派单目录 */
        readonly post: operations["dispatch.directory.publish-csv"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/diff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 两版派单目录逐行比较 */
        readonly get: operations["dispatch.directory.diff"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 派单目录草稿 */
        readonly get: operations["dispatch.directory-draft.list"];
        readonly put?: never;
        /** 从现行（或指定）一版起草派单目录 */
        readonly post: operations["dispatch.directory-draft.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一份草稿、它的各行，以及与所依据一版的逐行比较 */
        readonly get: operations["dispatch.directory-draft.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 检查草稿：无法区分的行、被遮住的行、永远轮不到的行、没有规则的分类 */
        readonly get: operations["dispatch.directory-draft.check"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 弃用草稿 */
        readonly post: operations["dispatch.directory-draft.discard"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 用草稿重派已有工单：哪些会派往别处；不改变任何工单 */
        readonly post: operations["dispatch.directory-draft.dry-run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/edits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 在草稿里加行、换行、删行；一处不成，全部不改 */
        readonly post: operations["dispatch.directory-draft.edit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 发布草稿，即刻或自某日起施行；届时自动生效 */
        readonly post: operations["dispatch.directory-draft.publish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/rebase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 把草稿的改动移到最新一版上 */
        readonly post: operations["dispatch.directory-draft.rebase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/drafts/{id}/table": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 把草稿导出为表格 */
        readonly get: operations["dispatch.directory-draft.export"];
        readonly put?: never;
        /** 用表格（CSV 或 .xlsx）换掉草稿的各行 */
        readonly post: operations["dispatch.directory-draft.import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 用现行目录重派已有工单，与当时去向比较；不改变任何工单 */
        readonly post: operations["dispatch.directory.dry-run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 把一版派单目录导出为表格 */
        readonly get: operations["dispatch.directory.export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/roll-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 退回：把较早一版的各行作为新的一版发布 */
        readonly post: operations["dispatch.directory.roll-back"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/statistics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 派单目录各行各版的派出、经手、首派准确率、异议率与异议成立率 */
        readonly get: operations["dispatch.directory.statistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/suggestions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 依统计起草：工单多经异议改派到别处的行，建议改由那里主办，并说明理由 */
        readonly post: operations["dispatch.directory-draft.suggest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 派单目录的各版：谁、何时、为何发布，何时起施行 */
        readonly get: operations["dispatch.directory.versions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/directory/versions/{version}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤回尚未施行的一版 */
        readonly post: operations["dispatch.directory.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/disputes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 派单异议，先到审核期限的在前；单位只见自己提出的 */
        readonly get: operations["dispatch.dispute.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/duties": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 到期的周期任务；给出时刻即查当时谁在岗 */
        readonly get: operations["dispatch.duty.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/duties/{id}/done": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记完成，附记录；逾期补做的如实记为补做 */
        readonly post: operations["dispatch.duty.done"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/duty-plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 周期任务一览 */
        readonly get: operations["dispatch.duty-plan.list"];
        readonly put?: never;
        /** 建立周期任务：检查、民意接待日、值班表 */
        readonly post: operations["dispatch.duty-plan.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/duty-plans/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 停止一项周期任务；已产生的仍须完成 */
        readonly post: operations["dispatch.duty-plan.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件应急使用：情形、证明、告知、确认、使用情况与 48 小时目标 */
        readonly get: operations["deliberation.emergency.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 街道与业主组织（没有的由物业，再没有由社区）各自确认；齐了议题即进入应急办理 */
        readonly post: operations["deliberation.emergency.confirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/my-shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 业主本人分摊的金额，和自己的疑问与答复 */
        readonly get: operations["deliberation.emergency.my-shares"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记已向业主显著告知（告知文字由系统生成）；未告知的不能确认 */
        readonly post: operations["deliberation.emergency.notice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 业主的疑问与答复 */
        readonly get: operations["deliberation.emergency.questions"];
        readonly put?: never;
        /** 业主对自己的分摊提出疑问，五个工作日内答复 */
        readonly post: operations["deliberation.emergency.ask-share"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/questions/{questionId}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 申请方答复业主的疑问 */
        readonly post: operations["deliberation.emergency.answer-share"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/refuse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 街道不同意按应急使用办理，写明理由；须另行表决 */
        readonly post: operations["deliberation.emergency.refuse"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/emergency-uses/{id}/use": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 公布使用情况与各户分摊：实用金额、施工单位、张贴地点 */
        readonly post: operations["deliberation.emergency.post-use"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/estates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 小区名册 */
        readonly get: operations["registry.estate.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/estates/{estateId}/buildings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 小区的楼栋 */
        readonly get: operations["registry.building.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/estates/{estateId}/roll": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 小区房屋、面积与业主人数合计（同名同电话为同一业主） */
        readonly get: operations["registry.estate.roll"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events/retell": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** JetStream 丢失数据或恢复备份之后，各服务把已记录的事件重新发布一遍；已处理过的不会重复处理 */
        readonly post: operations["gateway.event.retell"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/hand-up-pilots": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 有事您找我试点：各次发布的小区、渠道与上交阶梯 */
        readonly get: operations["dispatch.hand-up-pilot.list"];
        /** 发布有事您找我试点，自某日起生效；已派的工单按派单时的阶梯 */
        readonly put: operations["dispatch.hand-up-pilot.publish"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各服务与服务器的真实状态 */
        readonly get: operations["gateway.health.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 导入热线工单明细（.xlsx、GB18030 或 UTF-8 CSV） */
        readonly post: operations["intake.import.run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/parked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 待更正的行和原因 */
        readonly get: operations["intake.import.parked"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/parked/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 更正一行并重新导入 */
        readonly post: operations["intake.import.retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 突发事件列表，新的在前 */
        readonly get: operations["dispatch.incident.list"];
        readonly put?: never;
        /** 发起突发事件：范围内的房屋按名册清点，此后同一地点、同一事项的诉求自动并入 */
        readonly post: operations["dispatch.incident.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一起突发事件：范围、通报、步骤、班组工时、并入的诉求、时钟 */
        readonly get: operations["dispatch.incident.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/buildings/{buildingId}/after-care": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记恢复后回访：一栋（或一个楼门）里还没回访到的全部，或写明的几户 */
        readonly post: operations["dispatch.incident.after-care"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/buildings/{buildingId}/notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 张贴用告知书：一栋一页，印最近一次通报或恢复告知；打开即可打印（HTML） */
        readonly get: operations["dispatch.incident.notice"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/buildings/{buildingId}/told": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记告知到户：一栋（或一个楼门）里还没告知的全部，或写明的几户；登记错了，对那几户再登记一次 */
        readonly post: operations["dispatch.incident.tell-homes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/candidates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 可以并入的在办工单：地点和事项在范围内的，以及地点不够具体、要人判断的 */
        readonly get: operations["dispatch.incident.candidates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 确认系统提出的突发事件，可改名称、范围与牵头单位 */
        readonly post: operations["dispatch.incident.confirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/dismiss": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不是突发事件：不采纳系统的提议，写明理由 */
        readonly post: operations["dispatch.incident.dismiss"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/homes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 受影响的房屋（只有编号和楼门，户主在名册里） */
        readonly get: operations["dispatch.incident.homes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/households": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 重点户上门清单；未上门的在前 */
        readonly get: operations["dispatch.incident.households"];
        readonly put?: never;
        /** 列入重点户（只记房屋编号与类别；姓名、电话留在名册） */
        readonly post: operations["dispatch.incident.add-households"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/households/{homeId}/visit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记上门结果 */
        readonly post: operations["dispatch.incident.visit-household"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 把已在办的工单并入突发事件；逐件给出结果 */
        readonly post: operations["dispatch.incident.attach"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/orders/{orderId}/detach": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤销并入：工单按派单目录照常派给单位，诉求人的时钟不变 */
        readonly post: operations["dispatch.incident.detach"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/outreach": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 告知到户：逐栋已告知、未告知与恢复后回访的户数；指明楼栋时逐户列出，未告知的在前 */
        readonly get: operations["dispatch.incident.outreach"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 恢复正常：停止通报时钟，并入的诉求一并办结待回访，向全部受影响户发出恢复告知 */
        readonly post: operations["dispatch.incident.restore"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 复盘：原因与改进；班组须已全部撤离 */
        readonly post: operations["dispatch.incident.review"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/shifts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 抢修班组到岗 */
        readonly post: operations["dispatch.incident.shift-start"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/shifts/{shiftId}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 班组撤离，工时精确到分钟 */
        readonly post: operations["dispatch.incident.shift-end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/shifts/{shiftId}/hand-over": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 交接班：下一班同一分钟接上，交接事项必填 */
        readonly post: operations["dispatch.incident.hand-over"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 通报进展，告知每一位已并入的诉求人；下一次通报重新计时 */
        readonly post: operations["dispatch.incident.status"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/steps": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记一个处置步骤（谁、做了什么、何时） */
        readonly post: operations["dispatch.incident.step"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/widen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 扩大影响范围，新增房屋计入 */
        readonly post: operations["dispatch.incident.widen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/instalments/{id}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一笔分期的收支账：只增不改，更正以冲销登记 */
        readonly get: operations["deliberation.instalment.payments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/instalments/{id}/receipts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记付款及凭证：由出资方席位或社区登记；不能超过应付；应退的登记退款 */
        readonly post: operations["deliberation.instalment.receipt"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/instalments/{id}/receipts/{receiptId}/counter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 冲销一笔登记有误的付款，写明理由；原登记保留 */
        readonly post: operations["deliberation.instalment.counter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 本单位参与的议题 */
        readonly get: operations["deliberation.issue.list"];
        readonly put?: never;
        /** 任何一方提出议题：地点、问题、涉及范围；可并入同一问题的多件工单 */
        readonly post: operations["deliberation.issue.propose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件议题：席位、决策类别、轮次、出资方 */
        readonly get: operations["deliberation.issue.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/body-decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记业委会或物管会的会议决定，按到会与签字人数核对是否有效（物业管理条例第四十五、五十七条） */
        readonly post: operations["deliberation.body-decision.record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人把议题并入同一张桌上的另一件；工单和联名一并转过去 */
        readonly post: operations["deliberation.issue.merge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/next": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人决定接下来怎么办：拟方案、退回修改、确认未达成一致、提级，或（仅通报的）归档；纪要须先定稿。已有方案的可退回拟方案：签署中的决议随之作废，公示中的请在公示里撤下修改 */
        readonly post: operations["deliberation.issue.decide-next"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/plan-progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 拟方案的一方报进展；十五天的时钟重新起算 */
        readonly post: operations["deliberation.issue.report-plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件议题的各轮会商 */
        readonly get: operations["deliberation.round.list"];
        readonly put?: never;
        /** 召集人（社区）发出会商通知：议程、时间、可能出资的各方；按到会机构三个工作日、五日、十五日前，紧急的随时 */
        readonly post: operations["deliberation.round.notice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 到会签到：会前一小时起，代表或副代表 */
        readonly post: operations["deliberation.round.check-in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人结束本轮：未表态的记为缺席；此后不能再表态。有方案的，各出资方都同意即达成一致 */
        readonly post: operations["deliberation.round.close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/minutes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 写会商纪要；缺什么在 missing 中列出 */
        readonly put: operations["deliberation.minutes.write"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/minutes/finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 纪要定稿；会后两个工作日内 */
        readonly post: operations["deliberation.minutes.finish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/no-quorum": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人宣布到会方数不足：第一次发第二次通知，第二次提级并向缺席单位吹哨；到会后三十分钟未开会的自动如此 */
        readonly post: operations["deliberation.round.fail"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人宣布开会：到会方数足够，社区与每个出资方都在场 */
        readonly post: operations["deliberation.round.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/positions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 表态：会议结束前最后一次为准；超过授权限额的同意须由有权的人作出。回执与随机数只答复一次 */
        readonly post: operations["deliberation.position.take"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/rounds/{roundId}/recorded-positions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人的记录员录入书面或电话表态，附凭证 */
        readonly post: operations["deliberation.position.record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/screening": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 审议题：社区与街道各提意见，一致即列入或不予列入；列入按事项定决策类别 */
        readonly post: operations["deliberation.issue.screen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/seats/{seat}/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集以后，本单位为这件议题另行委派代表或副代表 */
        readonly post: operations["deliberation.seat.replace-mandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/seats/{seat}/step-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 回避：代表与施工单位有利害关系、或本人是诉求人；由本人或召集人登记，此后由副代表发言 */
        readonly post: operations["deliberation.seat.step-back"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集人撤回议题；由席位提出的，须提出方先请求 */
        readonly post: operations["deliberation.issue.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提出方请求撤回议题 */
        readonly post: operations["deliberation.issue.ask-withdrawal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{issueId}/cost-plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个议题的各版分摊方案，新的在前 */
        readonly get: operations["deliberation.cost-plan.list"];
        readonly put?: never;
        /** 拟一版分摊方案：范围内的房屋取自名册，出资方取自席位；有问题的逐条列出 */
        readonly post: operations["deliberation.cost-plan.draft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{issueId}/emergency-uses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件议题的应急使用申请 */
        readonly get: operations["deliberation.emergency.list"];
        readonly put?: never;
        /** 申请应急使用维修资金：六种情形或旧电梯，附证明；谁申请依资金由谁保管 */
        readonly post: operations["deliberation.emergency.file"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{issueId}/instalments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各出资方的分期付款：应付、已付、未付，按出资方列出 */
        readonly get: operations["deliberation.instalment.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{issueId}/publicities": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个议题的历次公示与异议，新的在前 */
        readonly get: operations["deliberation.publicity.list"];
        readonly put?: never;
        /** 公示选定的方案：登记张贴地点与照片，期限自次日起算；物管会决定公示 10 个工作日，其他 7 日 */
        readonly post: operations["deliberation.publicity.post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/issues/{issueId}/resolutions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件议题的各版决议 */
        readonly get: operations["deliberation.resolution.list"];
        readonly put?: never;
        /** 拟定决议交各方签署：正文、承诺事项、附件；金额取自已确认的分摊方案，签约条件未具备的不能拟定 */
        readonly post: operations["deliberation.resolution.draw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/leader-lists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 系统编制的日报、周报、月报，新的在前 */
        readonly get: operations["dispatch.leader-list.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/leader-lists/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一份日报、周报或月报，照编制时的样子 */
        readonly get: operations["dispatch.leader-list.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 台账：未结工单，下一个到期的在前；单位只见与己有关的 */
        readonly get: operations["dispatch.ledger.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导出台账（.xlsx，最多 5000 件）；文字就是文字 */
        readonly get: operations["dispatch.ledger.export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 自己的和共享的台账视图 */
        readonly get: operations["dispatch.saved-view.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/views/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 保存台账视图；共享给全街道只限街道人员 */
        readonly put: operations["dispatch.saved-view.save"];
        readonly post?: never;
        /** 删除自己的台账视图 */
        readonly delete: operations["dispatch.saved-view.remove"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/legs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 协办事项，先到期的在前；单位只见自己的 */
        readonly get: operations["dispatch.leg.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mapping-profiles/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 登记一种导出表的列对应关系 */
        readonly put: operations["intake.mapping-profile.put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 发给我、我的单位或我的岗位的消息 */
        readonly get: operations["notify.message.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/messages/{id}/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 标为已读 */
        readonly post: operations["notify.message.read"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各服务的运行指标（Prometheus 文本） */
        readonly get: operations["gateway.metrics.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/monthly-projects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 各社区某月“主动治理”项目是否已定 */
        readonly get: operations["deliberation.monthly-slot.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/home-shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 绑定到本账号的房屋的分摊说明，新的在前 */
        readonly get: operations["deliberation.home-share.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/homes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 业主凭编号和查询码把本户绑定到自己的账号 */
        readonly post: operations["deliberation.home-share.bind"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/office-questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 书记办公日的题目与答案：会议数、问题数、转为项目数 */
        readonly get: operations["deliberation.office-question.list"];
        readonly put?: never;
        /** 书记办公日出题：社区提问题，点名答题单位 */
        readonly post: operations["deliberation.office-question.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/office-questions/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 答题 */
        readonly post: operations["deliberation.office-question.answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/office-questions/{id}/settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 社区认可答案，或转为民生项目、五方议题（写明编号） */
        readonly post: operations["deliberation.office-question.settle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 接口清单（OpenAPI） */
        readonly get: operations["gateway.open-api.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 表决一览 */
        readonly get: operations["deliberation.vote.list"];
        readonly put?: never;
        /** 业主组织公告表决：事项、方式、起止时间、计票小组；业主大会须提前十五日（物业管理条例第三十五条） */
        readonly post: operations["deliberation.vote.announce"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 表决的公告、交票人数、结果与计票说明 */
        readonly get: operations["deliberation.vote.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/ballots": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 计票小组：选票与核对进度 */
        readonly get: operations["deliberation.vote.ballots"];
        readonly put?: never;
        /** 计票小组一人录入纸质选票；截止后不再录入 */
        readonly post: operations["deliberation.vote.enter-ballot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/ballots/{ballotId}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 另一人对照扫描件独立核对；两次不一致的由第三人裁定 */
        readonly post: operations["deliberation.vote.check-ballot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/ballots/{ballotId}/settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 第三人裁定录入与核对不一致的选票 */
        readonly post: operations["deliberation.vote.settle-ballot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/board": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 回执公示板：每位交票业主一张回执，张数即交票人数；没有面积，没有内容 */
        readonly get: operations["deliberation.vote.board"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/call-off": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 开始前取消表决，写明理由 */
        readonly post: operations["deliberation.vote.call-off"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/cast": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 网上作答：只用于意向征询。业主共同决定的网上投票须用市业主决策平台（物业管理条例第三十五条） */
        readonly post: operations["deliberation.vote.cast"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/count": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 计票小组在截止后计票；尚有未核对的选票时不能计 */
        readonly post: operations["deliberation.vote.count"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/group": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 更换计票小组成员（计票前）；已声明无利害关系的留任者不变 */
        readonly put: operations["deliberation.vote.name-group"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/group/declare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 计票小组成员声明与表决事项有无利害关系；有则退出 */
        readonly post: operations["deliberation.vote.declare-member"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/mine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 业主本人：在名册上的房屋、面积、人数，和交票回执；选票内容只有计票小组能看 */
        readonly get: operations["deliberation.vote.mine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/official-result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 录入市业主决策平台公布的结果（只有合计）；基数须与冻结的名册一致 */
        readonly post: operations["deliberation.vote.import-official"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/post-result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记表决结果已公示（三日内，物业管理条例第三十七条），自此起算保存期 */
        readonly post: operations["deliberation.vote.post-result"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/remind": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提醒尚未交回选票的业主；不透露任何人的选择 */
        readonly post: operations["deliberation.vote.remind"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/roll": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 计票小组：冻结的名册（编号、面积），和谁已交回选票 */
        readonly get: operations["deliberation.vote.roll"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/scans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 计票小组存入选票扫描件（JPEG、PNG 或 PDF，至多 5 MB），加密保存 */
        readonly post: operations["deliberation.vote.add-scan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/owners-votes/{id}/scans/{scanId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 计票小组查看选票扫描件；每次查看都留痕 */
        readonly get: operations["deliberation.vote.scan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/persons/erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 删除诉求人的个人信息（个人信息保护法第四十七条）；未办结的先限制处理，办结后自动删除；不可撤回 */
        readonly post: operations["intake.person.erase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/persons/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 应本人请求，导出其全部个人信息（个人信息保护法第四十五条）；每件留痕 */
        readonly post: operations["intake.person.export"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/persons/register/erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 删除名册中的个人信息；仍有房屋的业主先限制处理，全部房屋转移登记后自动删除；不可撤回 */
        readonly post: operations["registry.person.erase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/persons/register/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 应本人请求，导出名册中关于其本人的全部信息（业主、单位联系人）；留痕 */
        readonly post: operations["registry.person.export"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记一个点位，得到它的二维码编号 */
        readonly post: operations["registry.place.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/project-programs/{year}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 某年微民生项目库：名额与已列入的项目数 */
        readonly get: operations["deliberation.project-program.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 项目池看板：按状态、社区、类型，新的在前 */
        readonly get: operations["deliberation.project.list"];
        readonly put?: never;
        /** 把一件或一类问题列入民生项目池的问题清单；注明月份即为社区当月的“主动治理”项目 */
        readonly post: operations["deliberation.project.propose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个项目 */
        readonly get: operations["deliberation.project.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 居民代表参加的验收 */
        readonly post: operations["deliberation.project.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 街道批复：金额、资金来源（机动经费等）、文号；可列入当年微民生项目库，满一百项不再列入 */
        readonly post: operations["deliberation.project.approve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/begin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 开工；任务交各责任单位办理 */
        readonly post: operations["deliberation.project.begin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 街道不予批复，说明原因 */
        readonly post: operations["deliberation.project.decline"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 完工：说明结果，附改造后照片 */
        readonly post: operations["deliberation.project.finish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 报街道诉求处置中心批复 */
        readonly post: operations["deliberation.project.submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 转为任务清单：任务、责任单位、期限和预算；写明需要街道给的路径、资金、力量 */
        readonly post: operations["deliberation.project.task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/projects/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤回，说明原因 */
        readonly post: operations["deliberation.project.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/demands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 居民网页或扫码提交诉求；扫码时地点自动填好 */
        readonly post: operations["intake.demand.receive-public"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/demands/{id}/photos": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 为刚提交的诉求添加照片；重新编码并去除位置信息 */
        readonly post: operations["intake.attachment.add"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/home-shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 业主凭编号和查询码看本户的分摊说明与异议答复 */
        readonly post: operations["deliberation.home-share.track"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/new-facts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 已结案的事项又有新情况：居民凭编号和手机号后四位说明，成为一件新诉求，注明此前的编号 */
        readonly post: operations["intake.demand.tell-new-facts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/objections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 业主凭编号和查询码对公示的方案提出书面异议 */
        readonly post: operations["deliberation.objection.raise-as-owner"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/places/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 扫码得到点位，用来预填地点 */
        readonly get: operations["registry.place.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/publicities": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 正在公示的方案，不用登录 */
        readonly get: operations["deliberation.publicity.board"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/publicities/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一份公示：文本、出资方、各户份额（隐去房号）、如何提出异议，不用登录 */
        readonly get: operations["deliberation.publicity.read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/public/{streetId}/track": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 居民凭编号和手机号后四位查询进展 */
        readonly post: operations["intake.demand.track"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/publicities/{id}/amend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 采纳异议，修改方案：回到拟方案，金额有变的出资方重新表态，有人多出的重新公示 */
        readonly post: operations["deliberation.publicity.amend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/publicities/{id}/assembly": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记临时业主大会的结果：维持方案，或者修改方案 */
        readonly post: operations["deliberation.publicity.record-assembly"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/publicities/{id}/objections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 席位提出异议；社区代为登记业主交来的书面异议时写明房屋并附原件 */
        readonly post: operations["deliberation.objection.record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/publicities/{id}/objections/{objectionId}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 答复异议；全部答复后公示继续，到期转入签约 */
        readonly post: operations["deliberation.objection.answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/publicities/{id}/objections/{objectionId}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 席位撤回自己的异议；社区登记业主书面撤回 */
        readonly post: operations["deliberation.objection.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 雨季应急是否开启 */
        readonly get: operations["dispatch.rain.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rain/declare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 宣布降雨：排水诉求 30 分钟内处置，等雨的回看任务开始计时 */
        readonly post: operations["dispatch.rain.declare"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rain/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 降雨结束 */
        readonly post: operations["dispatch.rain.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一个考核周期内各社区或各主办单位的三率与综合成绩 */
        readonly get: operations["scoring.rates.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 导入单位、小区、楼栋、房屋（.xlsx）；重复导入不产生变化 */
        readonly post: operations["registry.import.start"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/registry/imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导入进度与有误的行 */
        readonly get: operations["registry.import.progress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resolutions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一份决议：规范字节、哈希、各席位签署 */
        readonly get: operations["deliberation.resolution.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resolutions/{id}/bundle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 导出核验包：不连本系统即可核验决议、签署、事件链和金额 */
        readonly get: operations["deliberation.resolution.export-bundle"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resolutions/{id}/document": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 决议文书：PDF（张贴、存档）或数据 */
        readonly get: operations["deliberation.resolution.print"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resolutions/{id}/external-signatures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记本席位在依法设立的电子认证服务机构另行签署的结果 */
        readonly post: operations["deliberation.resolution.record-external"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resolutions/{id}/signatures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 以本席位签署决议（内部审批记录）：当场再次输入密码，签的是决议的规范字节 */
        readonly post: operations["deliberation.resolution.sign"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resolutions/{id}/void": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 召集方撤回签署中的决议，回到拟方案；已有的签署作废，金额有变的各方须重新表态 */
        readonly post: operations["deliberation.resolution.void"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 找资源：按工单的分类和社区、按本领、按文字；最合适的在前，并说明为什么 */
        readonly get: operations["registry.resource.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resources/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 登记或更改资源服务库中的一家 */
        readonly put: operations["registry.resource.put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/resources/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不再提供，从推荐中撤下 */
        readonly post: operations["registry.resource.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rounds/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一轮会商：通知、到会、表态、纪要 */
        readonly get: operations["deliberation.round.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rounds/{id}/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 会中实时状态：谁在场、各方表态；带上已见版本，没有变化时只答复版本 */
        readonly get: operations["deliberation.round.watch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduling-meetings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 调度会，新的在前 */
        readonly get: operations["dispatch.scheduling-meeting.list"];
        readonly put?: never;
        /** 召开调度会：此刻超时（红）和已预警（黄）的工单，以及未完成的会议任务 */
        readonly post: operations["dispatch.scheduling-meeting.draw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduling-meetings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次调度会的议程与任务 */
        readonly get: operations["dispatch.scheduling-meeting.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduling-meetings/{id}/adjourn": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 调度会结束 */
        readonly post: operations["dispatch.scheduling-meeting.adjourn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduling-meetings/{id}/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 调度会决定：交办给单位，限时完成并附依据 */
        readonly post: operations["dispatch.scheduling-meeting.decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 我是谁 */
        readonly get: operations["gateway.session.get"];
        readonly put?: never;
        /** 登录 */
        readonly post: operations["gateway.session.sign-in"];
        /** 退出 */
        readonly delete: operations["gateway.session.sign-out"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 修改自己的密码；其他会话随即退出 */
        readonly put: operations["gateway.account.change-password"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/streets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记一个街道，带上工作日历和时限表 */
        readonly post: operations["registry.street.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/supervision-triggers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 按全市、全区数据看是否应当督办 */
        readonly get: operations["dispatch.supervision.weigh-triggers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/supervisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 督办单，先到期的在前；单位只见自己主办的 */
        readonly get: operations["dispatch.supervision.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/supervisions/{id}/lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 督办销号 */
        readonly post: operations["dispatch.supervision.lift"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/supervisions/{id}/reply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 主办单位回复督办 */
        readonly post: operations["dispatch.supervision.reply"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/supervisions/{id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 撤销督办 */
        readonly post: operations["dispatch.supervision.revoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/supervisions/{id}/send-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 回复不合要求，退回重新回复，另定时限 */
        readonly post: operations["dispatch.supervision.send-back"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sweep-checks/{id}/demand": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 补记据此登记的诉求编号 */
        readonly post: operations["dispatch.sweep-check.link-demand"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sweep-checks/{id}/record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记排查结果：发现或未发现；发现的可登记巡查诉求 */
        readonly post: operations["dispatch.sweep-check.record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sweeps": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 举一反三及其成果 */
        readonly get: operations["dispatch.sweep.list"];
        readonly put?: never;
        /** 发起举一反三：给每一处地点派一个排查任务 */
        readonly post: operations["dispatch.sweep.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sweeps/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次举一反三与它的排查任务；单位只见自己的任务 */
        readonly get: operations["dispatch.sweep.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sweeps/candidates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 举一反三：与这件工单或突发事件相像的地点，每处说明为什么 */
        readonly get: operations["dispatch.sweep.candidates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tables": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 本单位的议事桌（产权单位一表看全部小区），以及每张桌上等着本单位做的事 */
        readonly get: operations["deliberation.table.list"];
        readonly put?: never;
        /** 为一个小区设立五方议事桌；席位按名册落座，没有的一方空缺 */
        readonly post: operations["deliberation.table.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tables/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一张议事桌 */
        readonly get: operations["deliberation.table.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tables/{id}/seats/{seat}/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 本单位委派代表或副代表：授权文书、金额上限、有效期 */
        readonly post: operations["deliberation.seat.appoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tables/{id}/seats/{seat}/mandates/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 本单位终止代表或副代表的授权 */
        readonly post: operations["deliberation.seat.end-mandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tables/{id}/seats/{seat}/unit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 确定席位由哪个单位出席：本方、替代（帮扶物业、物管会、业主代表）或空缺 */
        readonly post: operations["deliberation.seat.fill"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/time-limits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 发布时限表，自某日起生效；已有时限不变 */
        readonly put: operations["registry.time-limits.publish"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/time-limits/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 现行时限表缺少哪些项：缺的按平台默认执行，请在下一版中列明 */
        readonly get: operations["dispatch.time-limit.findings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/time/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 数据库时钟跳变后，由人确认现在的时间无误，时限重新开始触发 */
        readonly post: operations["gateway.time.confirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 单位名册 */
        readonly get: operations["registry.unit.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/watch-checks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 回看任务，先到期的在前 */
        readonly get: operations["dispatch.watch-check.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/watch-checks/{id}/record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记回看结果；全部通过即归档，未通过的另立一件关联工单 */
        readonly post: operations["dispatch.watch-check.record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/watched-orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 特约监督员：本社区的工单，不含个人信息 */
        readonly get: operations["dispatch.watched-order.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/watched-orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 特约监督员：一件工单的公开经过与监督意见 */
        readonly get: operations["dispatch.watched-order.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/watched-orders/{id}/comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 特约监督员写意见、附照片；不改变状态和时限 */
        readonly post: operations["dispatch.watched-order.comment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistle-scores": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 双考核：各单位吹哨质量与报到情况 */
        readonly get: operations["dispatch.whistle.scores"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 吹哨单，新的在前；单位只见召集自己的 */
        readonly get: operations["dispatch.whistle.list"];
        readonly put?: never;
        /** 吹哨：为一件工单或一个地点召集单位；紧急 1 小时、其他 1 个工作日内报到 */
        readonly post: operations["dispatch.whistle.sound"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次吹哨与各单位报到；单位只见自己的报到 */
        readonly get: operations["dispatch.whistle.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 现场签到：地点与照片 */
        readonly post: operations["dispatch.whistle.check-in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不吹哨，并说明理由 */
        readonly post: operations["dispatch.whistle.decline"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 说明不能到场的原因；仍须反馈结果 */
        readonly post: operations["dispatch.whistle.explain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/improper": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 被召集单位认为此哨不当；认定之前仍须报到 */
        readonly post: operations["dispatch.whistle.claim-improper"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/improper/judgement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 街道领导认定是否不当 */
        readonly post: operations["dispatch.whistle.judge-improper"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/minutes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 现场会商纪要，以及交办给各单位的任务 */
        readonly post: operations["dispatch.whistle.record-minutes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/report-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 报到 */
        readonly post: operations["dispatch.whistle.report-in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 办结吹哨：写明结果；任务须先完成或取消 */
        readonly post: operations["dispatch.whistle.settle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/sound": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 应社区请求吹哨 */
        readonly post: operations["dispatch.whistle.sound-asked"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/{id}/unit-result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 被召集单位反馈结果 */
        readonly post: operations["dispatch.whistle.give-result"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/whistles/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 社区请街道吹哨 */
        readonly post: operations["dispatch.whistle.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 工单列表，先到期的在前；单位只见与己有关的 */
        readonly get: operations["dispatch.work-order.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件工单、它的全部时钟、经过、主协办各支与派单异议；协办单位只见自己的一支 */
        readonly get: operations["dispatch.work-order.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 签收 */
        readonly post: operations["dispatch.work-order.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 诉求中心把没有规则可派的工单派给单位；诉求人的时钟不变，单位的时钟从此开始 */
        readonly post: operations["dispatch.work-order.assign"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 到现场：地点与照片 */
        readonly post: operations["dispatch.work-order.check-in"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/close-unsolved": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 问题工单：多次重办仍未解决，向诉求人说明原因后结案 */
        readonly post: operations["dispatch.work-order.close-unsolved"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 办结：结果与依据 */
        readonly post: operations["dispatch.work-order.complete"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/deliberation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提请五方共议：科长或社区把单个单位解决不了的工单提到小区议事桌；原办理时限照常显示，每十五天报一次进展 */
        readonly post: operations["dispatch.work-order.deliberate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/disputes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 主办单位对派单提出异议；紧急工单先办后议 */
        readonly post: operations["dispatch.dispute.raise"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/disputes/{disputeId}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 驳回异议：主办单位不变，已用去的时间不退 */
        readonly post: operations["dispatch.dispute.reject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/disputes/{disputeId}/uphold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 支持异议：改派给新的主办单位，单位的时钟重新开始，诉求人的时钟不变 */
        readonly post: operations["dispatch.dispute.uphold"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 工单的每一秒：由谁承办、处于何种状态、因何暂停 */
        readonly get: operations["dispatch.work-order.explain"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/extensions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 申请延期：到期前提出，写明理由；紧急与水电气热工单不得延期 */
        readonly post: operations["dispatch.extension.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/extensions/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 审核延期：同意则告知诉求人，单位时限顺延，原时限保留；诉求人的时钟不变 */
        readonly post: operations["dispatch.extension.decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/feedback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 向诉求人反馈 */
        readonly post: operations["dispatch.work-order.feedback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/first-contact": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 登记首次联系诉求人 */
        readonly post: operations["dispatch.work-order.first-contact"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/hand-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 有事您找我：自己解决不了的，写明理由上交一级，并告知诉求人；首接单位仍是联系人 */
        readonly post: operations["dispatch.work-order.hand-up"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/hands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一核多元：谁主办、谁领办、谁督办、谁协办 */
        readonly get: operations["dispatch.work-order.hands"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/legs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 加派协办单位，写明请它做什么 */
        readonly post: operations["dispatch.leg.add"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/legs/{legId}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 协办单位签收自己的一支 */
        readonly post: operations["dispatch.leg.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/legs/{legId}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 协办单位向主办单位反馈结果；未能办成的，说明原因并附阶段性报告（条例第十四条） */
        readonly post: operations["dispatch.leg.return"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/legs/{legId}/waive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 主办单位免去一支协办，写明理由 */
        readonly post: operations["dispatch.leg.waive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/measure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 台账：措施、责任人、计划完成时间；不改变任何时限 */
        readonly post: operations["dispatch.ledger.note"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/pauses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 暂停计时：等待诉求人（至多两次，每次至多三天），或法定通知、公示、表决期间；紧急与水电气热工单不得暂停 */
        readonly post: operations["dispatch.pause.start"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/pauses/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 恢复计时 */
        readonly post: operations["dispatch.pause.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 阶段性进展；重新计 15 日 */
        readonly post: operations["dispatch.work-order.progress"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/supervisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 督办：另立时限，由主办单位回复；工单自身时限不变 */
        readonly post: operations["dispatch.supervision.issue"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/supervisor-comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 特约监督员的意见 */
        readonly get: operations["dispatch.watched-order.comments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/suspensions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 申请挂账：写明客观原因与复核日期 */
        readonly post: operations["dispatch.suspension.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/suspensions/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 领导审批挂账：同意则告知诉求人，到复核日期自动恢复办理 */
        readonly post: operations["dispatch.suspension.decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/suspensions/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 原因已消除，恢复办理 */
        readonly post: operations["dispatch.suspension.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/take-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 科长领办：本人负责此件，主办单位不变 */
        readonly post: operations["dispatch.work-order.take-up"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 转办：科长把工单转给另一单位并写明理由；已用去的时间不退，诉求人的时钟不变 */
        readonly post: operations["dispatch.work-order.transfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/{id}/urge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 催办：立即提醒下一级，不改变任何时限 */
        readonly post: operations["dispatch.work-order.urge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/many/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批量签收 */
        readonly post: operations["dispatch.work-order.accept-many"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/many/assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批量指派 */
        readonly post: operations["dispatch.work-order.assign-many"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/many/feedback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批量反馈同一段话 */
        readonly post: operations["dispatch.work-order.feedback-many"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/many/measure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批量登记措施 */
        readonly post: operations["dispatch.ledger.note-many"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work-orders/many/urge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批量催办 */
        readonly post: operations["dispatch.work-order.urge-many"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Account: {
            readonly displayName: string;
            /** Format: uuid */
            readonly id: string;
            readonly isDisabled: boolean;
            readonly mandates: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly limitFen: string | null;
                /** @enum {string} */
                readonly role: "resident" | "phone_desk" | "community_worker" | "firm_handler" | "firm_manager" | "rights_unit_rep" | "owners_body_rep" | "counting_group" | "department_handler" | "section_chief" | "street_leader" | "callback_desk" | "inspector" | "citizen_supervisor" | "administrator";
                readonly unitId: string | null;
                readonly until: string | null;
            }[];
            readonly name: string;
            readonly streetId: string;
        };
        /** @enum {string} */
        readonly AfterCare: "WELL" | "NOT_WELL" | "NOBODY_IN";
        /** @enum {string} */
        readonly AgendaColour: "RED" | "YELLOW";
        readonly AgendaItem: {
            readonly category: components["schemas"]["Category"];
            readonly colour: components["schemas"]["AgendaColour"];
            readonly dueAt: string;
            readonly isProblemOrder: boolean;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
        };
        readonly Approval: {
            readonly accountId: string;
            readonly approvedAt: string;
            readonly input: {
                readonly [key: string]: unknown;
            };
            /** Format: uuid */
            readonly keyId: string;
            readonly operation: string;
            readonly streetId: string;
            /** @constant */
            readonly v: "wufang.approval.v1";
        };
        /** @enum {string} */
        readonly AreaSource: "REGISTERED" | "SURVEYED" | "CONTRACT";
        /** @enum {string} */
        readonly AssemblyOutcome: "KEEP" | "CHANGE";
        readonly AssignedTask: {
            readonly dueAt: string;
            readonly endedAt: string | null;
            readonly entrustedAt: string;
            readonly evidence: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly isOverdue: boolean;
            readonly orderId: string | null;
            readonly photoIds: readonly string[];
            readonly source: components["schemas"]["TaskSource"];
            /** Format: uuid */
            readonly sourceId: string;
            readonly state: components["schemas"]["TaskState"];
            readonly text: string;
            /** Format: uuid */
            readonly unitId: string;
            readonly version: number;
        };
        readonly Attendance: {
            readonly accountId: string;
            readonly as: components["schemas"]["SeatRole"];
            readonly at: string;
            readonly seat: components["schemas"]["SeatKind"];
        };
        /** @enum {string} */
        readonly AwaitedThing: "APPOINT" | "SCREEN" | "CONVENE" | "CHECK_IN" | "POSITION" | "MINUTES" | "PLAN" | "DECIDE" | "VOTE" | "POST" | "ANSWER" | "DRAW" | "SIGN";
        readonly Awaiting: {
            /** @description 会议时间或截止时间 */
            readonly at: string | null;
            readonly issueId: string | null;
            readonly roundId: string | null;
            readonly seat: components["schemas"]["SeatKind"];
            readonly title: string;
            readonly what: components["schemas"]["AwaitedThing"];
        };
        readonly Ballot: {
            readonly checkChoices: {
                readonly [key: string]: string;
            } | null;
            /** @description 未核对前，核对人看不到录入的内容 */
            readonly choices: {
                readonly [key: string]: string;
            } | null;
            readonly enteredAt: string;
            /** Format: uuid */
            readonly id: string;
            /** @description 同一业主以截止前最后一张为准 */
            readonly isCounted: boolean;
            /** Format: uuid */
            readonly ownerId: string;
            readonly receipt: string;
            readonly scanId: string | null;
            /** @description 网上作答没有编号 */
            readonly serial: number | null;
            readonly state: components["schemas"]["BallotState"];
        };
        /** @enum {string} */
        readonly BallotState: "ENTERED" | "CHECKED" | "DIFFERENT" | "SETTLED";
        readonly BodyDecision: {
            /** @description 到会委员 */
            readonly attended: number;
            /** @enum {string} */
            readonly body: "OWNERS_COMMITTEE" | "PROPERTY_MGMT_COMMITTEE";
            readonly document: string;
            /** Format: date */
            readonly heldOn: string;
            readonly isPassed: boolean;
            readonly isQuorate: boolean;
            /** @description 全体委员人数 */
            readonly members: number;
            /** @description 其中业主代表 */
            readonly ownerReps: number;
            /** @description 其中业主代表 */
            readonly ownerRepsAttended: number;
            readonly reasons: readonly string[];
            /** @description 签字同意的委员 */
            readonly signed: number;
            /** @description 告知居委会的日期 */
            readonly toldOn: string | null;
        };
        readonly Building: {
            /** Format: uuid */
            readonly estateId: string;
            readonly floors: number;
            readonly hasLift: boolean;
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly stairwells: number;
        };
        readonly BulkResult: {
            readonly done: boolean;
            /** Format: uuid */
            readonly id: string;
            readonly problem: {
                readonly code: string;
                readonly detail: string;
                readonly title: string;
            } | null;
        };
        readonly Callback: {
            readonly attempts: number;
            readonly callerName: string | null;
            readonly callerPhone: string | null;
            readonly cause: components["schemas"]["CallbackCause"];
            readonly contacted: boolean | null;
            /** Format: uuid */
            readonly demandId: string;
            /** Format: uuid */
            readonly id: string;
            readonly no: string;
            readonly openedAt: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly recordedAt: string | null;
            readonly satisfaction: components["schemas"]["Satisfaction"] | null;
            readonly solved: boolean | null;
            readonly state: components["schemas"]["CallbackState"];
            readonly title: string;
        };
        /** @enum {string} */
        readonly CallbackCause: "COMPLETED" | "DUE" | "IMPORTED";
        /** @enum {string} */
        readonly CallbackState: "OPEN" | "RECORDED" | "UNREACHED";
        readonly Category: readonly [
            string,
            string,
            string
        ];
        readonly CategoryLeaf: {
            /** @description 一级、二级、三级 */
            readonly category: readonly [
                string,
                string,
                string
            ];
            /**
             * @description 此类诉求另计的时限
             * @default []
             */
            readonly duties: readonly ("EMERG_FEEDBACK" | "UTIL_ONSITE" | "POLICY_ANSWER" | "RAIN_DRAIN" | "LIFT_TRAPPED")[];
            readonly level: components["schemas"]["Level"];
        };
        readonly CategoryLeafInput: {
            /** @description 一级、二级、三级 */
            readonly category: readonly [
                string,
                string,
                string
            ];
            /**
             * @description 此类诉求另计的时限
             * @default []
             */
            readonly duties: readonly ("EMERG_FEEDBACK" | "UTIL_ONSITE" | "POLICY_ANSWER" | "RAIN_DRAIN" | "LIFT_TRAPPED")[];
            readonly level: components["schemas"]["Level"];
        };
        readonly CategoryRename: {
            readonly before: readonly [
                string,
                string,
                string
            ];
            readonly now: readonly [
                string,
                string,
                string
            ];
        };
        readonly CategoryTree: {
            readonly from: string;
            readonly leaves: readonly components["schemas"]["CategoryLeaf"][];
            readonly renames: readonly components["schemas"]["CategoryRename"][];
            readonly source: string;
            /** @description 0 为平台自带的分类 */
            readonly version: number;
            readonly versions: readonly {
                readonly from: string;
                readonly leaves: number;
                readonly publishedBy: string;
                readonly source: string;
                readonly version: number;
            }[];
        };
        readonly CategoryTreeFault: {
            readonly category: readonly string[];
            /** @enum {string} */
            readonly kind: "DUPLICATE" | "RENAME_TWICE" | "RENAME_STILL_THERE" | "RENAME_NOWHERE" | "DIRECTORY" | "OPEN_DEMANDS";
            readonly text: string;
        };
        /** @enum {string} */
        readonly ChainSeat: "H" | "S" | "V" | "T" | "R" | "CALLBACK_LEAD" | "DESK_LEAD";
        /** @enum {string} */
        readonly Channel: "HOTLINE_12345" | "PHONE_DESK" | "WEB" | "QR" | "OUTREACH" | "PATROL" | "GROUP_MESSAGE";
        readonly ClaimBoardEntry: {
            readonly category: components["schemas"]["Category"];
            readonly claimedAt: string | null;
            readonly claimedByUnitId: string | null;
            readonly communityId: string | null;
            readonly dueAt: string;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly reworks: number;
        };
        readonly ClassedMatter: {
            readonly article: string;
            readonly class: components["schemas"]["DecisionClass"];
            readonly matter: components["schemas"]["IssueMatter"];
            /** @description 规则版本 */
            readonly pack: string;
        };
        readonly ClassifierFigures: {
            readonly abstainedShare: number;
            /** @description 不弃权时的正确率 */
            readonly accuracy: number;
            /** @description 同一模板既训练又检验时的正确率，偏高，仅供对照 */
            readonly accuracyOfSeenTemplates: number;
            /** @description 期望校准误差（十档） */
            readonly calibrationError: number;
            readonly classes: readonly {
                readonly category: components["schemas"]["Category"];
                readonly examples: number;
                readonly heldOut: number;
                readonly precision: number | null;
                readonly recall: number | null;
                readonly right: number;
                readonly suggested: number;
                /** @description 不同的文本模板；只有一个的，无法检验 */
                readonly templates: number;
            }[];
            /** @description 其中受理员更正过的 */
            readonly corrected: number;
            readonly examples: number;
            readonly heldOut: number;
            /** @description 达到把握、给出建议的 */
            readonly suggested: number;
            readonly suggestedRight: number;
            /** @description 文本模板：只差数字、地名或几个字的算一个 */
            readonly templates: number;
            /** @description 词典与模型一起（受理员实际看到的） */
            readonly withDictionary: {
                readonly abstainedShare: number;
                readonly right: number;
                readonly suggested: number;
            };
        };
        readonly ClassifierModel: {
            readonly figures: components["schemas"]["ClassifierFigures"];
            readonly isActive: boolean;
            readonly modelNo: number;
            readonly temperature: number;
            readonly threshold: number;
            readonly trainedAt: string;
            readonly vocabulary: number;
        };
        readonly Clock: {
            readonly calendarVersion: number;
            readonly code: components["schemas"]["DeadlineCode"];
            readonly dueAt: string;
            readonly isOverdue: boolean;
            readonly isProvisional: boolean;
            /** @description 扣除暂停计时后的时长 */
            readonly netMs: number;
            readonly policyVersion: number;
            /** @description 从开始到停止（或现在）的全部时长 */
            readonly rawMs: number;
            readonly startedAt: string;
            /** @enum {string} */
            readonly state: "armed" | "paused" | "stopped" | "fired";
            readonly stoppedAt: string | null;
        };
        /** @enum {string} */
        readonly CloseBasis: "CONFIRMED" | "UNREACHED" | "EXPLAINED" | "IMPORTED";
        readonly Commitment: {
            readonly dueAt: string;
            readonly endedAt: string | null;
            /** Format: uuid */
            readonly estateId: string;
            /** @description 完成时须提交什么 */
            readonly evidence: string;
            /** Format: uuid */
            readonly id: string;
            /** @description 逾期未完成，或逾期后才完成 */
            readonly isLate: boolean;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 决议中的序号 */
            readonly no: number;
            /** Format: uuid */
            readonly resolutionId: string;
            readonly seat: components["schemas"]["SeatKind"];
            readonly state: components["schemas"]["CommitmentState"];
            /** Format: uuid */
            readonly tableId: string;
            /** @description 交办任务；完成时在该任务中提交证明 */
            readonly taskId: string | null;
            readonly text: string;
            /** @description 议题 */
            readonly title: string;
            /** Format: uuid */
            readonly unitId: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly CommitmentState: "OPEN" | "KEPT" | "LET_OFF";
        readonly ContractorChoice: {
            readonly firm: string;
            readonly reason: string;
        };
        readonly CostPlan: {
            readonly chosen: {
                readonly at: string;
                /** @description 定稿内容规范文本的 SHA-256 */
                readonly hash: string;
                readonly scenario: string;
            } | null;
            readonly comparison: components["schemas"]["PlanComparison"] | null;
            readonly consents: readonly components["schemas"]["PlanConsent"][];
            readonly contractor: components["schemas"]["ContractorChoice"] | null;
            readonly expertReport: components["schemas"]["ExpertReport"] | null;
            readonly homes: number;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 选定方案的分摊项 */
            readonly lines: readonly {
                readonly amountFen: string;
                readonly capacity: components["schemas"]["PayerCapacity"];
                readonly money: components["schemas"]["OwnersMoney"];
                readonly payer: string;
            }[];
            readonly no: number;
            /** @description 方案编号 */
            readonly numberText: string;
            readonly payers: readonly components["schemas"]["SeatedPayer"][];
            readonly problems: readonly components["schemas"]["PlanProblem"][];
            readonly quotes: readonly components["schemas"]["Quote"][];
            readonly scopeText: string;
            readonly state: components["schemas"]["PlanState"];
            readonly title: string;
            readonly totalFen: string;
            /** @description 份额尚未确认的出资方 */
            readonly unconfirmed: readonly string[];
            readonly version: number;
        };
        /** @enum {string} */
        readonly CouncilParty: "COMMUNITY" | "RIGHTS_UNIT" | "FIRM" | "RESIDENTS" | "OWNERS" | "EXPERTS";
        readonly CouncilRound: {
            readonly attendance: readonly {
                readonly party: components["schemas"]["CouncilParty"];
                readonly people: number;
            }[];
            readonly heldAt: string;
            readonly minutes: string;
            readonly no: number;
            readonly voices: readonly {
                readonly party: components["schemas"]["CouncilParty"];
                readonly voice: components["schemas"]["CouncilVoice"];
                readonly words: string;
            }[];
        };
        readonly CouncilSession: {
            /** Format: uuid */
            readonly communityId: string;
            readonly estateId: string | null;
            /** Format: uuid */
            readonly id: string;
            /** @description 由议题提起时 */
            readonly issueId: string | null;
            /** @description 性质声明：协商共识记录，不是表决 */
            readonly nature: string;
            readonly openedAt: string;
            readonly plan: string | null;
            readonly result: string | null;
            readonly rounds: readonly components["schemas"]["CouncilRound"][];
            readonly state: components["schemas"]["CouncilState"];
            readonly topic: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly CouncilState: "ROUND_ONE" | "PLANNING" | "ROUND_TWO" | "CONSENSUS" | "NO_CONSENSUS" | "CANCELLED";
        /** @enum {string} */
        readonly CouncilVoice: "AGREE" | "CONCERN" | "DISAGREE";
        readonly Courtyard: {
            /** @description 牵头的党支部 */
            readonly branch: string;
            readonly buildingId: string | null;
            /** Format: uuid */
            readonly communityId: string;
            readonly estateId: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly stairwell: string | null;
        };
        readonly CourtyardMatter: {
            readonly answers: readonly {
                readonly at: string;
                readonly text: string;
                /** Format: uuid */
                readonly unitId: string;
            }[];
            readonly convenedAt: string | null;
            /** Format: uuid */
            readonly courtyardId: string;
            /** Format: uuid */
            readonly id: string;
            readonly invitedUnitIds: readonly string[];
            readonly issueId: string | null;
            readonly raisedAt: string;
            readonly result: string | null;
            readonly state: components["schemas"]["MatterState"];
            readonly supporters: number;
            readonly text: string;
            readonly title: string;
            readonly version: number;
        };
        readonly CrewShift: {
            /** Format: uuid */
            readonly id: string;
            readonly minutes: number;
            /** @description 交接班记录 */
            readonly note: string | null;
            readonly offAt: string | null;
            readonly onAt: string;
            readonly personMinutes: number;
            readonly persons: number;
            /** Format: uuid */
            readonly unitId: string;
        };
        /** @enum {string} */
        readonly DeadlineCode: "HANDLING_E" | "UTIL_DONE" | "NORMAL" | "COMPLEX" | "EMERG_FEEDBACK" | "UTIL_ONSITE" | "POLICY_ANSWER" | "PROGRESS" | "LEVEL_CONFIRM" | "SCREEN_E" | "SCREEN" | "ACCEPT_EU" | "ACCEPT" | "FIRST_CONTACT_E" | "FIRST_CONTACT_U" | "FIRST_CONTACT" | "CALLBACK_INSTANT" | "CALLBACK_DUE" | "REWORK" | "EXTENSION_DECIDE" | "SUSPENSION_DECIDE" | "REVIEW" | "PAUSE_END" | "WHISTLE_RESPOND_E" | "WHISTLE_RESPOND" | "WHISTLE_ONSITE" | "ASSIGNED_TASK" | "SUPERVISION" | "LEADER_LIST" | "DISPUTE_RAISE" | "DISPUTE_DECIDE" | "CO_RETURN" | "SAME_DAY" | "RAIN_DRAIN" | "LIFT_TRAPPED" | "BROADCAST" | "SWEEP_CHECK" | "WATCH_T7" | "WATCH_T30" | "WATCH_RAIN" | "DUTY" | "DUTY_NEXT" | "ISSUE_SCREEN" | "NOTICE_NOW" | "NOTICE_3WD" | "NOTICE_5D" | "NOTICE_15D" | "QUORUM_WAIT" | "MINUTES" | "PLAN_PROGRESS" | "VOTE_OPEN" | "VOTE_CLOSE" | "VOTE_PERIOD_MIN" | "VOTE_PERIOD_MAX" | "RESULT_POST" | "EMERGENCY_AIM" | "SHARE_ANSWER" | "MONTHLY_PROJECT" | "OFFICE_ANSWER" | "SIGNING" | "PUBLICITY_POST" | "PUBLICITY_7D" | "PUBLICITY_10WD" | "OBJECTION_ANSWER" | "COMMITMENT_DUE" | "INSTALMENT_DUE" | "RECTIFY" | "RETENTION";
        readonly Decision: {
            readonly alternatives: readonly {
                readonly leadUnitId: string | null;
                readonly ruleId: string;
            }[];
            /** @description 按此刻判断版本、季节与时段 */
            readonly decidedAt?: string;
            readonly directoryVersion: number;
            /** @description 目录行增加的时限 */
            readonly duties?: readonly components["schemas"]["DeadlineCode"][];
            readonly reason: string;
            readonly ruleIds: readonly string[];
        };
        /** @enum {string} */
        readonly DecisionClass: "INFO" | "COMMIT" | "PLAN" | "OWNER_ORD" | "OWNER_SPEC" | "EMERGENCY";
        /** @enum {string} */
        readonly DeliveryState: "CREATED" | "HELD" | "DELIVERED" | "SUPERSEDED" | "WITHDRAWN";
        readonly Demand: {
            readonly attachments: readonly {
                readonly bytes: number;
                readonly height: number;
                /** Format: uuid */
                readonly id: string;
                readonly width: number;
            }[];
            /** @description 按身份脱敏 */
            readonly callerName: string | null;
            /** @description 按身份脱敏 */
            readonly callerPhone: string | null;
            readonly category: components["schemas"]["Category"] | null;
            readonly channel: components["schemas"]["Channel"];
            /** @description 只给承办与受理人员 */
            readonly content: string | null;
            readonly dangerWords: readonly string[];
            readonly demandType: components["schemas"]["DemandType"] | null;
            readonly dueAt: string | null;
            /** @description 结案后又有新情况的，此前的诉求 */
            readonly earlierDemandId: string | null;
            /** @description 个人信息限制处理或已删除 */
            readonly erasure: components["schemas"]["ErasureState"] | null;
            /** Format: uuid */
            readonly id: string;
            readonly leadUnitId: string | null;
            readonly level: components["schemas"]["Level"];
            /** @description 紧急级别由谁、由什么定的 */
            readonly levelBasis: components["schemas"]["LevelBasis"] | null;
            /** @description 危险词或居民自报的紧急级别，人是否已确认 */
            readonly levelCheck: components["schemas"]["LevelCheck"] | null;
            readonly linkedTo: string | null;
            readonly no: string;
            readonly orderId: string | null;
            readonly orderState: components["schemas"]["WorkOrderState"] | null;
            readonly place: components["schemas"]["PlaceRef"];
            readonly receivedAt: string;
            /** @description 按身份脱敏 */
            readonly room: string | null;
            readonly screening: components["schemas"]["ScreeningOutcome"] | null;
            readonly state: components["schemas"]["DemandState"];
            readonly title: string;
        };
        /** @enum {string} */
        readonly DemandState: "RECEIVED" | "SCREENING" | "ANSWERED" | "REDIRECTED" | "LINKED" | "FORWARDED";
        /** @enum {string} */
        readonly DemandType: "INQUIRY" | "HELP" | "COMPLAINT" | "REPORT" | "SUGGESTION";
        readonly DirectoryDraft: {
            readonly basedOn: number;
            /** Format: uuid */
            readonly id: string;
            readonly openedBy: string;
            readonly publishedAs: number | null;
            readonly rows: number;
            /** @enum {string} */
            readonly state: "OPEN" | "PUBLISHED" | "DISCARDED";
            readonly title: string;
            readonly updatedAt: string;
            readonly version: number;
        };
        readonly DirectoryDryRun: {
            readonly elsewhere: number;
            readonly levelChanged: number;
            readonly moves: readonly {
                /** @description 工单编号，最多 5 件 */
                readonly examples: readonly string[];
                readonly from: string;
                /** Format: uuid */
                readonly fromUnitId: string;
                readonly orders: number;
                /** @description 由哪些行派去 */
                readonly ruleIds: readonly string[];
                readonly to: string;
                /** Format: uuid */
                readonly toUnitId: string;
            }[];
            readonly orders: number;
            readonly same: number;
            readonly units: readonly {
                readonly after: number;
                readonly before: number;
                readonly name: string;
                /** Format: uuid */
                readonly unitId: string;
            }[];
        };
        readonly DirectoryFinding: {
            /** @enum {string} */
            readonly kind: "DUPLICATE_ID" | "CATEGORY_BLANK" | "UNIT_UNKNOWN" | "PLACE_UNKNOWN" | "POINT_BY_HEARSAY" | "COMMUNITY_NOT_LEAD" | "TIE" | "DUTY_UNKNOWN" | "NEVER_IN_TIME" | "NEVER_AT_PLACE" | "SHADOWED" | "EXPIRED" | "CATEGORY_UNSEEN" | "GAP";
            readonly rows: readonly {
                readonly id: string;
                readonly no: number;
            }[];
            /** @enum {string} */
            readonly severity: "error" | "warning";
            readonly text: string;
        };
        readonly DirectoryRow: {
            /** @description 一至三级分类，越深越具体 */
            readonly category: readonly string[];
            /** @default false */
            readonly communityMayLead: boolean;
            readonly coUnits?: readonly ({
                /** @constant */
                readonly kind: "UNIT";
                /** Format: uuid */
                readonly unitId: string;
            } | {
                /** @constant */
                readonly kind: "ESTATE_FIRM";
            } | {
                /** @constant */
                readonly kind: "COMMUNITY";
            } | {
                /** @constant */
                readonly kind: "RIGHTS_UNIT";
            })[];
            readonly demandTypes?: readonly components["schemas"]["DemandType"][];
            readonly duties?: readonly ("EMERG_FEEDBACK" | "UTIL_ONSITE" | "POLICY_ANSWER" | "RAIN_DRAIN" | "LIFT_TRAPPED")[];
            readonly estateType?: components["schemas"]["EstateType"];
            readonly id: string;
            readonly lead: {
                /** @constant */
                readonly kind: "UNIT";
                /** Format: uuid */
                readonly unitId: string;
            } | {
                /**
                 * Format: uuid
                 * @description 无物业小区由它主办，社区协办
                 */
                readonly elseUnitId: string;
                /** @constant */
                readonly kind: "ESTATE_FIRM";
            } | {
                /** @constant */
                readonly kind: "COMMUNITY";
            };
            readonly level?: components["schemas"]["Level"];
            readonly place?: {
                readonly id: string;
                /** @enum {string} */
                readonly kind: "POINT" | "BUILDING" | "ESTATE" | "COMMUNITY" | "AREA";
            };
            readonly setLevel?: components["schemas"]["Level"];
            readonly source: string;
            readonly times?: {
                /**
                 * Format: date
                 * @description 自此日起（含）
                 */
                readonly from?: string;
                /** @description 每日的时段（不含末刻），可跨夜：22:00 至 06:00 */
                readonly hours?: {
                    readonly from: string;
                    readonly to: string;
                };
                /** @description 每年的季节（首尾均含），可跨年：11-15 至 03-15 */
                readonly season?: {
                    readonly from: string;
                    readonly to: string;
                };
                /**
                 * Format: date
                 * @description 至此日止（含）
                 */
                readonly to?: string;
            };
        };
        readonly DirectoryRowChange: {
            readonly after: components["schemas"]["DirectoryRow"] | null;
            readonly before: components["schemas"]["DirectoryRow"] | null;
            /** @enum {string} */
            readonly change: "added" | "removed" | "changed";
            readonly id: string;
            readonly text: string;
        };
        readonly DirectoryRowInput: {
            /** @description 一至三级分类，越深越具体 */
            readonly category: readonly string[];
            /** @default false */
            readonly communityMayLead: boolean;
            readonly coUnits?: readonly ({
                /** @constant */
                readonly kind: "UNIT";
                /** Format: uuid */
                readonly unitId: string;
            } | {
                /** @constant */
                readonly kind: "ESTATE_FIRM";
            } | {
                /** @constant */
                readonly kind: "COMMUNITY";
            } | {
                /** @constant */
                readonly kind: "RIGHTS_UNIT";
            })[];
            readonly demandTypes?: readonly components["schemas"]["DemandType"][];
            readonly duties?: readonly ("EMERG_FEEDBACK" | "UTIL_ONSITE" | "POLICY_ANSWER" | "RAIN_DRAIN" | "LIFT_TRAPPED")[];
            readonly estateType?: components["schemas"]["EstateType"];
            readonly id: string;
            readonly lead: {
                /** @constant */
                readonly kind: "UNIT";
                /** Format: uuid */
                readonly unitId: string;
            } | {
                /**
                 * Format: uuid
                 * @description 无物业小区由它主办，社区协办
                 */
                readonly elseUnitId: string;
                /** @constant */
                readonly kind: "ESTATE_FIRM";
            } | {
                /** @constant */
                readonly kind: "COMMUNITY";
            };
            readonly level?: components["schemas"]["Level"];
            readonly place?: {
                readonly id: string;
                /** @enum {string} */
                readonly kind: "POINT" | "BUILDING" | "ESTATE" | "COMMUNITY" | "AREA";
            };
            readonly setLevel?: components["schemas"]["Level"];
            readonly source: string;
            readonly times?: {
                /**
                 * Format: date
                 * @description 自此日起（含）
                 */
                readonly from?: string;
                /** @description 每日的时段（不含末刻），可跨夜：22:00 至 06:00 */
                readonly hours?: {
                    readonly from: string;
                    readonly to: string;
                };
                /** @description 每年的季节（首尾均含），可跨年：11-15 至 03-15 */
                readonly season?: {
                    readonly from: string;
                    readonly to: string;
                };
                /**
                 * Format: date
                 * @description 至此日止（含）
                 */
                readonly to?: string;
            };
        };
        readonly DirectoryVersion: {
            readonly basedOn: number | null;
            readonly from: string;
            readonly publishedAt: string;
            readonly publishedBy: string;
            readonly reason: string;
            readonly rollsBackTo: number | null;
            readonly rows: number;
            /** @description 整张表的摘要，可与审计链核对 */
            readonly rowsHash: string;
            /** @enum {string} */
            readonly state: "IN_FORCE" | "SCHEDULED" | "PAST" | "WITHDRAWN";
            readonly version: number;
            readonly withdrawn: {
                readonly at: string;
                readonly by: string;
                readonly reason: string;
            } | null;
        };
        readonly Dispute: {
            readonly decidedAt: string | null;
            readonly decisionText: string | null;
            readonly directoryVersion: number;
            /** @description 应当审核完毕的时间 */
            readonly dueAt: string;
            /** Format: uuid */
            readonly id: string;
            /** @description 紧急工单先办后议：工单不停办，异议另行审核 */
            readonly isBeside: boolean;
            /**
             * Format: uuid
             * @description 提出异议的单位
             */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly photoIds: readonly string[];
            readonly raisedAt: string;
            readonly reason: components["schemas"]["DisputeReason"];
            /** @description 当时派单所依据的规则 */
            readonly ruleIds: readonly string[];
            readonly state: components["schemas"]["DisputeState"];
            readonly text: string;
            /** @description 审核后的主办单位 */
            readonly toUnitId: string | null;
        };
        /** @enum {string} */
        readonly DisputeReason: "NOT_OUR_DUTY" | "WRONG_PLACE" | "OTHER_UNIT_IN_CHARGE" | "BEYOND_POWERS" | "DUPLICATE" | "OTHER";
        /** @enum {string} */
        readonly DisputeState: "OPEN" | "UPHELD" | "REJECTED";
        readonly DocumentBlock: {
            readonly text: string;
            /** @constant */
            readonly type: "HEADING";
        } | {
            readonly text: string;
            /** @constant */
            readonly type: "SUBHEADING";
        } | {
            readonly text: string;
            /** @constant */
            readonly type: "TEXT";
        } | {
            readonly text: string;
            /** @constant */
            readonly type: "PLAIN";
        } | {
            readonly lines: readonly string[];
            /** @constant */
            readonly type: "LINES";
        } | {
            readonly rows: readonly (readonly [
                string,
                string
            ])[];
            /** @constant */
            readonly type: "FACTS";
        } | {
            readonly columns: readonly {
                readonly head: string;
                /** @enum {string} */
                readonly kind: "TEXT" | "MIDDLE" | "NUMBER";
                /** @description 相对宽度；0 为随内容 */
                readonly width: number;
            }[];
            readonly rows: readonly (readonly string[])[];
            readonly sum: readonly string[] | null;
            readonly title: string | null;
            /** @constant */
            readonly type: "TABLE";
        } | {
            readonly name: string;
            /** @constant */
            readonly type: "HASH";
            readonly value: string;
        } | {
            readonly rows: readonly {
                readonly mark: string;
                readonly seat: string;
                readonly unit: string;
            }[];
            /** @constant */
            readonly type: "SIGNATURES";
        } | {
            readonly issuer: string;
            readonly on: string;
            /** @constant */
            readonly type: "SEAL";
        } | {
            readonly text: string;
            /** @constant */
            readonly type: "NOTE";
        };
        /** @enum {string} */
        readonly DocumentForm: "PDF" | "DATA";
        /** @enum {string} */
        readonly DocumentKind: "MEETING_NOTICE" | "MINUTES" | "RESOLUTION" | "BALLOTS_REPORT" | "PLAN_STATEMENT" | "PAYER_STATEMENTS" | "HOME_STATEMENTS" | "PUBLICITY_NOTICE" | "EMERGENCY_NOTICE";
        readonly Duty: {
            readonly doneAt: string | null;
            readonly dueAt: string;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["DutyKind"];
            readonly note: string | null;
            readonly on: string;
            /** @description 当班账号 */
            readonly onDuty: string | null;
            /** Format: uuid */
            readonly planId: string;
            readonly point: string | null;
            readonly startsAt: string;
            readonly state: components["schemas"]["DutyState"];
            readonly title: string;
            /** Format: uuid */
            readonly unitId: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly DutyKind: "CHECK" | "OUTREACH" | "SHIFT";
        readonly DutyPlan: {
            readonly from: string;
            /** Format: uuid */
            readonly id: string;
            readonly isActive: boolean;
            readonly kind: components["schemas"]["DutyKind"];
            readonly nextOn: string | null;
            readonly point: string | null;
            /** @description 值班表：账号依次轮值 */
            readonly rota: readonly string[];
            readonly rule: components["schemas"]["DutyRuleOutput"];
            readonly title: string;
            /** Format: uuid */
            readonly unitId: string;
            readonly until: string | null;
            readonly version: number;
        };
        readonly DutyRule: {
            /** @description 不晚于开始时刻的，到次日 */
            readonly endsAt: string;
            /** @enum {string} */
            readonly every: "DAY" | "WEEK" | "MONTH";
            /**
             * @description 每月：31 即月末
             * @default []
             */
            readonly monthDays: readonly number[];
            /**
             * @default KEEP
             * @enum {string}
             */
            readonly onDayOff: "KEEP" | "SKIP" | "NEXT_WORKING_DAY";
            readonly startsAt: string;
            /**
             * @description 每周：1 为周一
             * @default []
             */
            readonly weekdays: readonly number[];
        };
        readonly DutyRuleOutput: {
            /** @description 不晚于开始时刻的，到次日 */
            readonly endsAt: string;
            /** @enum {string} */
            readonly every: "DAY" | "WEEK" | "MONTH";
            /**
             * @description 每月：31 即月末
             * @default []
             */
            readonly monthDays: readonly number[];
            /**
             * @default KEEP
             * @enum {string}
             */
            readonly onDayOff: "KEEP" | "SKIP" | "NEXT_WORKING_DAY";
            readonly startsAt: string;
            /**
             * @description 每周：1 为周一
             * @default []
             */
            readonly weekdays: readonly number[];
        };
        /** @enum {string} */
        readonly DutyState: "OPEN" | "DONE" | "MISSED" | "DONE_LATE";
        /** @enum {string} */
        readonly EmergencyCase: "ROOF_LEAK" | "LIFT_DANGER" | "WATER_PUMP" | "FACADE_FALLING" | "DRAIN_BURST" | "FIRE_SYSTEM" | "OLD_LIFT";
        readonly EmergencyEvidence: {
            /** @description 现场照片、检测报告、抢修方案等 */
            readonly documents: readonly string[];
            /** @description 外立面：有脱落危险的面积与该侧外立面面积，0.01 平方米 */
            readonly facade?: {
                readonly looseHundredths: number;
                readonly sideHundredths: number;
            };
            /** @description 消防部门要求维修的文书 */
            readonly fireDemand?: string;
            readonly lift?: {
                /** @description 检验不合格的重点项数 */
                readonly failedKeyItems?: number;
                /** @description 按 GB 7588—1995 或更早标准制造 */
                readonly isOldStandard?: boolean;
                readonly years?: number;
            };
        };
        /** @enum {string} */
        readonly EmergencyState: "FILED" | "NOTICED" | "CONFIRMED" | "POSTED" | "REFUSED";
        readonly EmergencyUse: {
            /** @description 最快 48 小时到账的目标时间 */
            readonly aimAt: string;
            readonly applicant: components["schemas"]["SeatKind"];
            /** @description 没有物业、业委会不履职等情形下由他方申请或组织的理由 */
            readonly applicantReason: string | null;
            readonly case: components["schemas"]["EmergencyCase"];
            readonly confirmedBy: readonly {
                readonly at: string;
                readonly seat: components["schemas"]["SeatKind"];
            }[];
            readonly contractor: string | null;
            readonly custodian: components["schemas"]["FundCustodian"];
            /** Format: uuid */
            readonly estateId: string;
            /** @description 以分为单位的十进制文本 */
            readonly estimateFen: string;
            readonly evidence: components["schemas"]["EmergencyEvidence"];
            /** @description 分摊的户数 */
            readonly homes: number | null;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 应急使用不经业主表决，也不是表决结果 */
            readonly notAVote: string;
            /** @description 显著告知的文字，由系统生成 */
            readonly notice: readonly string[];
            readonly noticedAt: string | null;
            readonly noticedWhere: string | null;
            readonly postedAt: string | null;
            readonly postedWhere: string | null;
            readonly refusedReason: string | null;
            readonly state: components["schemas"]["EmergencyState"];
            readonly usedFen: string | null;
            readonly version: number;
        };
        /** @enum {string} */
        readonly ErasureBasis: "PURPOSE_FULFILLED" | "TERM_ENDED" | "CONSENT_WITHDRAWN" | "UNLAWFUL" | "OTHER_LAW";
        /** @enum {string} */
        readonly ErasureState: "RESTRICTED" | "ERASED";
        readonly Estate: {
            readonly builtYear: number | null;
            /** Format: uuid */
            readonly communityId: string;
            readonly firmId: string | null;
            readonly fundCustodian: string | null;
            readonly homes: number;
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly ownersBody: ("OWNERS_COMMITTEE" | "PROPERTY_MGMT_COMMITTEE") | null;
            readonly rightsUnitId: string | null;
            readonly type: components["schemas"]["EstateType"];
        };
        /** @enum {string} */
        readonly EstateType: "COMMODITY" | "SGYY" | "CENTRAL_SOE" | "UNMANAGED";
        readonly ExpertReport: {
            /** Format: uuid */
            readonly documentId: string;
            readonly title: string;
        };
        readonly Extension: {
            readonly askedAt: string;
            readonly askedBy: string;
            readonly decidedAt: string | null;
            readonly decidedBy: string | null;
            readonly decisionReason: string | null;
            readonly newDueAt: string;
            readonly oldDueAt: string;
            /** @enum {string} */
            readonly outcome: "OPEN" | "GRANTED" | "REFUSED" | "LAPSED";
            readonly reason: string;
        };
        readonly ExternalSignature: {
            readonly certificate: string;
            readonly fileSha256: string;
            readonly provider: string;
            readonly recordedBy: string;
            readonly signedAt: string;
        };
        readonly FrozenRoll: {
            readonly areaBySource: {
                readonly [key: string]: number;
            };
            readonly areaHundredths: number;
            readonly frozenAt: string;
            readonly hash: string;
            readonly heads: number;
            readonly homes: number;
            readonly owners: number;
            readonly unsold: {
                readonly areaHundredths: number;
                readonly heads: number;
                readonly homes: number;
            };
        };
        /** @enum {string} */
        readonly FundCustodian: "CITY_FUND_CENTRE" | "OWNERS_ASSEMBLY" | "PROPERTY_RIGHTS_UNIT" | "NONE";
        /** @enum {string} */
        readonly GateCode: "VOTE_FUND" | "VOTE_NEW_MONEY" | "VOTE_REBUILD" | "VOTE_CHANGE_USE" | "COUNTED_AS_OWNER" | "UNIT_APPROVAL" | "UNIT_LETTER" | "POOL_APPROVAL" | "FIRM_SIGNED" | "GRANT_LETTER" | "POSITION" | "HOMES_NAMED";
        /** @enum {string} */
        readonly GrantKind: "FIXED" | "UP_TO" | "RATIO";
        readonly HandUpPilot: {
            /**
             * @description 分类路径；空表示全部分类
             * @default []
             */
            readonly categories: readonly (readonly string[])[];
            /**
             * @description 空表示全部渠道
             * @default []
             */
            readonly channels: readonly components["schemas"]["Channel"][];
            /** @description 试点小区；空表示自该日起停止试点 */
            readonly estateIds: readonly string[];
            /** Format: date */
            readonly from: string;
            readonly ladder: readonly ({
                /** @constant */
                readonly step: "FIRM";
            } | {
                /** @constant */
                readonly step: "COMMUNITY";
            } | {
                /** @constant */
                readonly step: "SECTION";
                /** Format: uuid */
                readonly unitId: string;
            } | {
                /** @constant */
                readonly step: "WHISTLE";
            })[];
            /**
             * @description 紧急的按紧急办理，不在此列
             * @default [
             *       "U",
             *       "N",
             *       "C"
             *     ]
             */
            readonly levels: readonly components["schemas"]["Level"][];
            readonly source: string;
        };
        /** @enum {string} */
        readonly HandUpStep: "FIRM" | "COMMUNITY" | "SECTION" | "WHISTLE";
        /** @enum {string} */
        readonly HomeNature: "COMMODITY" | "SOLD_PUBLIC" | "UNSOLD_PUBLIC" | "NON_RESIDENTIAL";
        /** @enum {string} */
        readonly HomesRule: "STATUTORY" | "AREA" | "EQUAL" | "WEIGHTS";
        readonly Household: {
            readonly done: boolean;
            /** Format: uuid */
            readonly homeId: string;
            readonly kind: components["schemas"]["HouseholdKind"];
            readonly note: string | null;
            readonly unitId: string | null;
            readonly visitedAt: string | null;
        };
        /** @enum {string} */
        readonly HouseholdKind: "ELDERLY_ALONE" | "DISABLED" | "INFANT" | "ILL" | "OTHER";
        readonly ImportResult: {
            readonly accepted: number;
            /** Format: uuid */
            readonly importId: string;
            readonly known: number;
            readonly parked: number;
            readonly rows: number;
        };
        readonly Incident: {
            readonly category: readonly string[];
            readonly concernedUnitIds: readonly string[];
            /** @description 并入的诉求 */
            readonly demands: number;
            /** @description 受影响户数，按房屋名册 */
            readonly homes: number;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly leadUnitId: string;
            /** @description 恢复后回访：仍有问题户数 */
            readonly notWell: number;
            readonly openedAt: string | null;
            /** @description 提出或发起的时间 */
            readonly raisedAt: string;
            /** @description 已告知户数；其余尚未告知 */
            readonly reached: number;
            readonly restoredAt: string | null;
            readonly reviewedAt: string | null;
            readonly scope: readonly components["schemas"]["ScopePart"][];
            readonly state: components["schemas"]["IncidentState"];
            readonly statusAt: string | null;
            /** @description 下一次通报最迟时间 */
            readonly statusDueAt: string | null;
            readonly statusNo: number;
            readonly statusText: string | null;
            readonly title: string;
            readonly version: number;
            /** @description 恢复后回访：正常户数 */
            readonly well: number;
        };
        readonly IncidentDetail: {
            readonly buildings: readonly {
                /** Format: uuid */
                readonly buildingId: string;
                /** Format: uuid */
                readonly estateId: string;
                readonly homes: number;
                readonly stairwell: string;
            }[];
            readonly category: readonly string[];
            readonly clocks: readonly components["schemas"]["Clock"][];
            readonly concernedUnitIds: readonly string[];
            readonly crewMinutes: number;
            /** @description 并入的诉求 */
            readonly demands: number;
            /** @description 受影响户数，按房屋名册 */
            readonly homes: number;
            readonly households: {
                readonly done: number;
                readonly listed: number;
            };
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly leadUnitId: string;
            /** @description 恢复后回访：仍有问题户数 */
            readonly notWell: number;
            readonly openedAt: string | null;
            readonly orders: readonly {
                readonly attachedAt: string;
                readonly byHand: boolean;
                readonly no: string;
                /** Format: uuid */
                readonly orderId: string;
            }[];
            readonly personMinutes: number;
            /** @description 提出或发起的时间 */
            readonly raisedAt: string;
            /** @description 已告知户数；其余尚未告知 */
            readonly reached: number;
            readonly restoredAt: string | null;
            readonly review: {
                readonly cause: string;
                readonly lessons: string;
            } | null;
            readonly reviewedAt: string | null;
            readonly scope: readonly components["schemas"]["ScopePart"][];
            readonly shifts: readonly components["schemas"]["CrewShift"][];
            readonly state: components["schemas"]["IncidentState"];
            readonly statusAt: string | null;
            /** @description 下一次通报最迟时间 */
            readonly statusDueAt: string | null;
            readonly statuses: readonly {
                readonly at: string;
                readonly no: number;
                readonly publicText: string;
                readonly unitId: string | null;
            }[];
            readonly statusNo: number;
            readonly statusText: string | null;
            readonly steps: readonly {
                readonly actor: string;
                readonly at: string;
                readonly kind: components["schemas"]["IncidentStep"];
                readonly note: string;
                readonly unitId: string | null;
            }[];
            readonly title: string;
            readonly version: number;
            /** @description 恢复后回访：正常户数 */
            readonly well: number;
        };
        /** @enum {string} */
        readonly IncidentState: "PROPOSED" | "OPEN" | "RESTORED" | "REVIEWED" | "DISMISSED";
        /** @enum {string} */
        readonly IncidentStep: "FOUND" | "REPORTED" | "SHUT_OFF" | "REPAIRING" | "RESTORING" | "SUPPLIES" | "OTHER";
        readonly Instalment: {
            /** @description 以分为单位的十进制文本；应退为负 */
            readonly amountFen: string;
            /** @description 质保金在质保期满前没有付款期限 */
            readonly dueAt: string | null;
            /** Format: uuid */
            readonly estateId: string;
            /** Format: uuid */
            readonly id: string;
            readonly isLate: boolean;
            /** Format: uuid */
            readonly issueId: string;
            readonly kind: components["schemas"]["InstalmentKind"];
            readonly name: string;
            /** @description 第几笔 */
            readonly no: number;
            /** @description 以分为单位的十进制文本；应退为负 */
            readonly openFen: string;
            /** @description 以分为单位的十进制文本；应退为负 */
            readonly paidFen: string;
            /** @description 出资方代码 */
            readonly payer: string;
            readonly payerName: string;
            /** Format: uuid */
            readonly resolutionId: string;
            /** @description 出资方的席位；没有席位的由社区催收、登记 */
            readonly seat: components["schemas"]["SeatKind"] | null;
            readonly state: components["schemas"]["InstalmentState"];
            /** Format: uuid */
            readonly tableId: string;
            /** @description 议题 */
            readonly title: string;
            /**
             * Format: uuid
             * @description 提醒谁
             */
            readonly unitId: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly InstalmentKind: "SIGNED" | "RETENTION" | "BALANCE" | "REFUND";
        /** @enum {string} */
        readonly InstalmentState: "OPEN" | "PAID" | "CLOSED";
        /** @enum {string} */
        readonly Interest: "CONTRACTOR" | "COMPLAINANT" | "OTHER";
        readonly Issue: {
            readonly bodyDecisions: readonly components["schemas"]["BodyDecision"][];
            /** Format: uuid */
            readonly communityId: string;
            readonly decisionClasses: readonly components["schemas"]["DecisionClass"][];
            /** Format: uuid */
            readonly estateId: string;
            /** @description 联名户数 */
            readonly households: number;
            /** Format: uuid */
            readonly id: string;
            /** @description 拟方案的一方 */
            readonly leadSeat: components["schemas"]["SeatKind"] | null;
            readonly matters: readonly components["schemas"]["ClassedMatter"][];
            readonly mergedInto: string | null;
            /** @description 来自或并入的工单 */
            readonly orderIds: readonly string[];
            readonly origin: components["schemas"]["IssueOrigin"];
            readonly payers: readonly components["schemas"]["PayingSeat"][];
            readonly planId: string | null;
            readonly problem: string;
            readonly proposedAt: string;
            /** @description 由席位提出时，是哪一方 */
            readonly proposedBy: components["schemas"]["SeatKind"] | null;
            readonly quorumFailures: number;
            readonly resolutionId: string | null;
            readonly roundId: string | null;
            /** @description 正在或刚刚会商的轮次；召集前为 0 */
            readonly roundNo: number;
            readonly scope: components["schemas"]["IssueScope"];
            readonly screening: readonly components["schemas"]["ScreeningOpinion"][];
            readonly seats: readonly components["schemas"]["IssueSeat"][];
            readonly state: components["schemas"]["IssueState"];
            /** Format: uuid */
            readonly tableId: string;
            readonly title: string;
            readonly version: number;
            readonly voteIds: readonly string[];
            readonly withdrawalAsked: {
                readonly at: string;
                readonly by: string;
                readonly reason: string;
            } | null;
        };
        /** @enum {string} */
        readonly IssueMatter: "NOTICE" | "OWN_DUTY" | "SHARED_WORKS" | "RULES_OF_PROCEDURE" | "COVENANT" | "COMMITTEE" | "FIRM" | "FUND_USE" | "FUND_RAISE" | "REBUILD" | "COMMON_PARTS" | "OTHER_MAJOR" | "EMERGENCY_REPAIR";
        /** @enum {string} */
        readonly IssueOrigin: "WORK_ORDER" | "CLUSTER" | "COURTYARD" | "OFFICE_DAY" | "SEAT" | "HOUSEHOLDS";
        readonly IssueScope: {
            readonly buildingId: string | null;
            /** Format: uuid */
            readonly estateId: string;
            readonly level: components["schemas"]["ScopeLevel"];
            readonly stairwell: string | null;
        };
        readonly IssueSeat: {
            /** @description 业主一方由谁出席；其他席位为空 */
            readonly body: components["schemas"]["OwnersBody"] | null;
            readonly deputy: components["schemas"]["SeatMandate"] | null;
            /** @description 表态是否约束本方；业主代表的意见仅供参考 */
            readonly isBinding: boolean;
            readonly kind: components["schemas"]["SeatKind"];
            /** @description 空缺或替代的原因 */
            readonly reason: string | null;
            readonly representative: components["schemas"]["SeatMandate"] | null;
            readonly state: components["schemas"]["SeatState"];
            readonly steppedBack: readonly components["schemas"]["SteppedBack"][];
            readonly unitId: string | null;
        };
        /** @enum {string} */
        readonly IssueState: "PROPOSED" | "SCREENED" | "CONVENED" | "ROUND_OPEN" | "ROUND_CLOSED" | "PLANNING" | "COST_DRAFT" | "AGREED" | "OWNER_VOTING" | "VOTED_PASS" | "VOTED_FAIL" | "EMERGENCY_GO" | "PUBLICITY" | "OBJECTION" | "SIGNING" | "EXECUTING" | "CHANGE" | "ACCEPTANCE" | "SETTLEMENT" | "WARRANTY" | "ARCHIVED" | "REFUSED" | "REJECTED" | "ESCALATED" | "WITHDRAWN" | "MERGED";
        readonly LeaderListContents: {
            readonly byUnit: readonly {
                readonly closed: number;
                readonly dueSoon: number;
                readonly overdue: number;
                readonly problem: number;
                readonly received: number;
                readonly supervised: number;
                /** Format: uuid */
                readonly unitId: string;
            }[];
            readonly dueSoon: readonly components["schemas"]["ListedOrder"][];
            readonly overdue: readonly components["schemas"]["ListedOrder"][];
            readonly problem: readonly components["schemas"]["ListedOrder"][];
            readonly supervised: readonly components["schemas"]["ListedOrder"][];
            readonly total: {
                readonly closed: number;
                readonly dueSoon: number;
                readonly overdue: number;
                readonly problem: number;
                readonly received: number;
                readonly supervised: number;
            };
        };
        /** @enum {string} */
        readonly LeaderListKind: "DAY_NOON" | "DAY" | "WEEK" | "ASSESSMENT_MONTH" | "MONTH";
        /** @enum {string} */
        readonly LedgerColour: "RED" | "YELLOW" | "GREEN";
        readonly LedgerEntry: {
            readonly category: components["schemas"]["Category"];
            readonly colour: components["schemas"]["LedgerColour"];
            readonly communityId: string | null;
            readonly dueAt: string;
            readonly isProblemOrder: boolean;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            /** @description 措施 */
            readonly measure: string | null;
            /** @description 下一个到期的时限 */
            readonly next: {
                readonly code: components["schemas"]["DeadlineCode"] | null;
                readonly dueAt: string;
            };
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
            /** @description 责任人 */
            readonly personAccountId: string | null;
            /** @description 计划完成时间 */
            readonly plannedAt: string | null;
            readonly receivedAt: string;
            readonly state: components["schemas"]["WorkOrderState"];
            readonly title: string;
        };
        readonly LedgerFilter: {
            /** @description 一级分类 */
            readonly category1?: string;
            /** Format: uuid */
            readonly communityId?: string;
            /** Format: date-time */
            readonly dueBefore?: string;
            readonly level?: components["schemas"]["Level"];
            readonly overdue?: string;
            /** @description 问题工单 */
            readonly problem?: string;
            readonly state?: components["schemas"]["WorkOrderState"];
            /**
             * Format: uuid
             * @description 主办单位
             */
            readonly unitId?: string;
            /** @description 还没有措施的 */
            readonly unplanned?: string;
        };
        readonly Leg: {
            readonly acceptedAt: string | null;
            readonly closedAt: string | null;
            readonly dueAt: string;
            readonly evidence: string | null;
            /**
             * Format: uuid
             * @description 主办一支的编号即工单编号
             */
            readonly id: string;
            readonly isOverdue: boolean;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly photoIds: readonly string[];
            /** @description 结果，或未能办成的原因 */
            readonly report: string | null;
            /** @enum {string} */
            readonly role: "LEAD" | "CO";
            /** @description 说明原因的，附阶段性报告 */
            readonly stageReport: string | null;
            readonly startedAt: string;
            readonly state: components["schemas"]["LegState"];
            readonly task: string | null;
            /** Format: uuid */
            readonly unitId: string;
        };
        /** @enum {string} */
        readonly LegOutcome: "RESULT" | "REASON";
        /** @enum {string} */
        readonly LegState: "OPEN" | "ACCEPTED" | "RETURNED" | "EXPLAINED" | "WAIVED" | "ENDED";
        /** @enum {string} */
        readonly Level: "E" | "U" | "N" | "C";
        /** @enum {string} */
        readonly LevelBasis: "WORDS" | "CLAIM" | "PERSON";
        /** @enum {string} */
        readonly LevelCheck: "OPEN" | "CONFIRMED" | "LOWERED";
        readonly LifeSegment: {
            /** @description 此段因何事件开始 */
            readonly because: string;
            readonly from: string;
            /** @enum {string} */
            readonly heldBy: "INTAKE" | "UNIT" | "REVIEWER" | "CALLBACK_DESK" | "NOBODY";
            readonly pausedFor: components["schemas"]["PauseKind"] | null;
            readonly state: components["schemas"]["WorkOrderState"] | "RECEIVED";
            readonly to: string;
            readonly unitId: string | null;
        };
        readonly LimitFinding: {
            readonly code: components["schemas"]["DeadlineCode"];
            readonly name: string;
            readonly source: string;
            readonly text: string;
        };
        readonly LimitSource: {
            readonly code: components["schemas"]["DeadlineCode"];
            readonly name: string;
            /** @description 时限表版本 */
            readonly policyVersion: number;
            readonly source: string;
            /** @description 街道时限表未列此项，按平台默认执行 */
            readonly standsIn: boolean;
            readonly text: string;
        };
        readonly ListedOrder: {
            readonly category: components["schemas"]["Category"];
            readonly dueAt: string;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
        };
        readonly MappingProfile: {
            /** @description 字段 → 表头写法 */
            readonly columns: {
                readonly [key: string]: readonly string[];
            };
            readonly doneStates: readonly string[];
            readonly id: string;
            readonly name: string;
            readonly required: readonly string[];
            /** @constant */
            readonly timeZone: "Asia/Shanghai";
            readonly unknownPlace: readonly string[];
        };
        readonly MaskedShare: {
            /** @description 查询码末三位，本户凭分户说明辨认 */
            readonly mark: string;
            /** @description 楼栋与单元 */
            readonly place: string;
            readonly shareFen: string;
        };
        /** @enum {string} */
        readonly MatterState: "RAISED" | "CONVENED" | "SETTLED" | "BROUGHT_TO_TABLE" | "DECLINED";
        /** @enum {string} */
        readonly MeetingBody: "TABLE" | "OWNERS_COMMITTEE" | "OWNERS_ASSEMBLY";
        /** @enum {string} */
        readonly MeetingState: "CONVENED" | "ADJOURNED";
        /** @enum {string} */
        readonly MemberState: "NAMED" | "DECLARED" | "RECUSED";
        readonly Message: {
            readonly body: string;
            readonly createdAt: string;
            readonly delivery: {
                readonly at: string;
                /** @constant */
                readonly channel: "IN_APP";
                readonly state: components["schemas"]["DeliveryState"];
            };
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            readonly readAt: string | null;
            readonly role: ("resident" | "phone_desk" | "community_worker" | "firm_handler" | "firm_manager" | "rights_unit_rep" | "owners_body_rep" | "counting_group" | "department_handler" | "section_chief" | "street_leader" | "callback_desk" | "inspector" | "citizen_supervisor" | "administrator") | null;
            /** @description 超时链上的位置 */
            readonly seat: components["schemas"]["ChainSeat"] | null;
            /** @description 工单或诉求 */
            readonly subjectId: string | null;
            readonly title: string;
            readonly unitId: string | null;
        };
        /** @enum {string} */
        readonly MinuteItem: "PROBLEM" | "CAUSES" | "OPTIONS" | "PLAN" | "ANSWERS" | "RESULT";
        readonly MonthlySlot: {
            /** Format: uuid */
            readonly communityId: string;
            readonly dueAt: string;
            readonly isMissed: boolean;
            readonly month: string;
            readonly projectId: string | null;
        };
        readonly Objection: {
            readonly answer: string | null;
            readonly answeredAt: string | null;
            readonly by: components["schemas"]["Objector"];
            readonly documentId: string | null;
            readonly dueAt: string;
            readonly homeLabel: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly isOverdue: boolean;
            /** Format: uuid */
            readonly publicityId: string;
            readonly raisedAt: string;
            readonly reason: string;
            readonly seat: string | null;
            readonly state: components["schemas"]["ObjectionState"];
        };
        /** @enum {string} */
        readonly ObjectionState: "OPEN" | "ANSWERED" | "UPHELD" | "WITHDRAWN";
        /** @enum {string} */
        readonly Objector: "OWNER" | "SEAT";
        readonly OfficeQuestion: {
            readonly answer: string | null;
            readonly answeredAt: string | null;
            readonly askedAt: string;
            /** Format: uuid */
            readonly communityId: string;
            readonly dueAt: string;
            /** Format: uuid */
            readonly id: string;
            readonly isAnsweredInTime: boolean | null;
            readonly issueId: string | null;
            readonly officeDayOn: string;
            readonly outcome: ("ANSWER_ENOUGH" | "PROJECT" | "ISSUE") | null;
            readonly projectId: string | null;
            readonly question: string;
            readonly state: components["schemas"]["QuestionState"];
            readonly title: string;
            /**
             * Format: uuid
             * @description 答题单位
             */
            readonly unitId: string;
            readonly version: number;
        };
        readonly OfficialDocument: {
            readonly foot: string;
            readonly issuer: string;
            readonly kind: components["schemas"]["DocumentKind"];
            readonly note: string;
            readonly number: string;
            readonly parts: readonly {
                readonly blocks: readonly components["schemas"]["DocumentBlock"][];
                readonly isOnNewPage: boolean;
                readonly title: string | null;
            }[];
            /** @enum {string} */
            readonly size: "BOARD" | "RECORD" | "FIGURES";
            readonly title: string;
        };
        readonly OrderHands: {
            readonly assistingCommunityIds: readonly string[];
            readonly claimedByUnitId: string | null;
            readonly coUnitIds: readonly string[];
            /** Format: uuid */
            readonly leadUnitId: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly sectionChief: string | null;
            readonly supervisors: readonly string[];
            readonly urges: number;
            readonly whistledUnitIds: readonly string[];
        };
        /** @enum {string} */
        readonly OrderRequest: "EXTENSION" | "SUSPENSION";
        readonly OutreachBuilding: {
            /** Format: uuid */
            readonly buildingId: string;
            /** Format: uuid */
            readonly estateId: string;
            readonly homes: number;
            /** @description 名册中的楼名；楼栋没有登记时为空 */
            readonly name: string | null;
            /** @description 去过或打过，没有见到人，仍算未告知 */
            readonly nobodyIn: number;
            readonly notWell: number;
            readonly reached: number;
            readonly well: number;
        };
        readonly OutreachHome: {
            readonly afterCare: components["schemas"]["AfterCare"] | null;
            readonly afterCareAt: string | null;
            /** Format: uuid */
            readonly homeId: string;
            readonly stairwell: string;
            readonly told: components["schemas"]["ToldHow"] | null;
            readonly toldAt: string | null;
        };
        /** @enum {string} */
        readonly OwnersBody: "OWNERS_COMMITTEE" | "PROPERTY_MGMT_COMMITTEE" | "OWNERS_REPS";
        /** @enum {string} */
        readonly OwnersMoney: "FUND" | "DIRECT";
        readonly OwnersVote: {
            readonly announcedAt: string;
            readonly buildingId: string | null;
            readonly calledOffReason: string | null;
            readonly closesAt: string;
            readonly countedAt: string | null;
            /** Format: uuid */
            readonly estateId: string;
            readonly how: string;
            /** Format: uuid */
            readonly id: string;
            readonly issueId: string | null;
            /** @description 表决档案至少保存至 */
            readonly keepUntil: string | null;
            readonly kind: components["schemas"]["VoteKind"];
            /** @description 意向征询时写明：不是业主共同决定 */
            readonly notice: string | null;
            /** @description 业主自知道之日起一年内可以请求人民法院撤销 */
            readonly objectionUntil: string | null;
            readonly opensAt: string;
            readonly postDueAt: string | null;
            readonly postedAt: string | null;
            readonly postedWhere: string | null;
            readonly questions: readonly components["schemas"]["VoteQuestion"][];
            readonly results: readonly components["schemas"]["PostedVoteResult"][] | null;
            readonly roll: components["schemas"]["FrozenRoll"] | null;
            readonly rulesVersion: string;
            /** @description 官方结果公布在何处 */
            readonly source: string | null;
            readonly stairwell: string | null;
            readonly state: components["schemas"]["OwnersVoteState"];
            /** @description 计票说明，逐行 */
            readonly statement: readonly string[] | null;
            readonly title: string;
            /** @description 交回选票的业主数；未公布他们的面积 */
            readonly turnout: {
                readonly isParticipationReached: boolean;
                readonly owners: number;
                readonly returnedOwners: number;
            } | null;
            readonly version: number;
        };
        /** @enum {string} */
        readonly OwnersVoteState: "ANNOUNCED" | "OPEN" | "CLOSED" | "COUNTED" | "CALLED_OFF";
        readonly OwnHomeShare: {
            /** @description 本方（本户）合计 */
            readonly amountFen: string;
            readonly hash: string | null;
            readonly homeLabel: string;
            readonly lines: readonly string[];
            readonly numberText: string;
            readonly objections: readonly {
                readonly answer: string | null;
                readonly dueAt: string;
                readonly raisedAt: string;
                readonly reason: string;
            }[];
            /** @enum {string} */
            readonly of: "PLAN" | "PAYER" | "HOME";
            /** Format: uuid */
            readonly planId: string;
            readonly scenario: string;
            /** @description 本户的份额 */
            readonly share: {
                readonly directFen: string;
                readonly fundFen: string;
                readonly shareFen: string;
            } | null;
            readonly steps: readonly {
                readonly amountFen: string;
                readonly entries: readonly {
                    readonly code: string;
                    readonly floorFen: string;
                    readonly name: string;
                    readonly rank: number;
                    readonly remainder: string;
                    readonly shareFen: string;
                    readonly weight: string;
                }[];
                readonly leftoverFen: string;
                readonly no: number;
                readonly title: string;
                readonly weightTotal: string;
            }[];
            readonly totalFen: string;
        };
        /** @enum {string} */
        readonly PaperKind: "APPROVAL" | "LETTER" | "POOL_APPROVAL" | "GRANT_LETTER" | "SIGNED_NOT_IN_CONTRACT" | "OWNER_CONSENT";
        readonly ParkedRow: {
            readonly cells: {
                readonly [key: string]: string;
            };
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly importId: string;
            readonly reasons: readonly string[];
            readonly sheetRow: number;
        };
        readonly Pause: {
            readonly from: string;
            readonly kind: components["schemas"]["PauseKind"];
            readonly reason: string;
            readonly to: string | null;
            readonly until: string;
        };
        /** @enum {string} */
        readonly PauseKind: "WAITING_FOR_COMPLAINANT" | "STATUTORY_NOTICE" | "PUBLICITY" | "OWNERS_VOTE";
        readonly PayerAccount: {
            readonly instalments: readonly components["schemas"]["Instalment"][];
            /** @description 未付；已付与未付之和即应付 */
            readonly openFen: string;
            /** @description 已付 */
            readonly paidFen: string;
            readonly payer: string;
            readonly payerName: string;
            readonly seat: components["schemas"]["SeatKind"] | null;
            /** @description 应付 */
            readonly shareFen: string;
        };
        /** @enum {string} */
        readonly PayerCapacity: "DUTY" | "GRANT" | "AGREED" | "SELLING_UNIT" | "OWNER";
        /** @enum {string} */
        readonly PayerKind: "OWNERS" | "MAINTENANCE_FUND" | "PROPERTY_RIGHTS_UNIT" | "DEVELOPER" | "PROPERTY_FIRM" | "STREET" | "COMMUNITY_FUND" | "DONOR" | "UTILITY" | "LIABLE_PERSON";
        readonly PayingSeat: {
            readonly amountFen: string | null;
            readonly seat: components["schemas"]["SeatKind"];
        };
        readonly PaymentEntry: {
            /** @description 冲销哪一笔 */
            readonly counterOf: string | null;
            /** @description 付款凭证 */
            readonly document: string | null;
            readonly documentId: string | null;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly instalmentId: string;
            readonly kind: components["schemas"]["PaymentKind"];
            /** @description 未付一栏的变动 */
            readonly openFen: string;
            /** @description 已付一栏的变动 */
            readonly paidFen: string;
            readonly paidOn: string | null;
            readonly reason: string | null;
            readonly recordedAt: string;
            /** @description 谁登记；系统产生的为空 */
            readonly seat: components["schemas"]["SeatKind"] | null;
            /** @description 应付一栏的变动；三栏之和为零 */
            readonly shareFen: string;
        };
        /** @enum {string} */
        readonly PaymentKind: "CHARGE" | "ADJUST" | "RECEIPT" | "COUNTER" | "CARRY";
        readonly PersonalCopy: {
            readonly demands: readonly {
                readonly callbacks: readonly {
                    readonly attempts: readonly {
                        readonly at: string;
                        readonly note: string | null;
                    }[];
                    readonly contacted: boolean | null;
                    readonly openedAt: string;
                    readonly recordedAt: string | null;
                    readonly remark: string | null;
                    readonly satisfaction: components["schemas"]["Satisfaction"] | null;
                    readonly solved: boolean | null;
                    readonly state: components["schemas"]["CallbackState"];
                }[];
                readonly callerName: string | null;
                readonly callerPhone: string | null;
                readonly category: components["schemas"]["Category"] | null;
                readonly channel: components["schemas"]["Channel"];
                readonly content: string | null;
                readonly erasure: components["schemas"]["ErasureState"] | null;
                /** Format: uuid */
                readonly id: string;
                readonly no: string;
                /** @description 热线导出表中其余的列 */
                readonly otherCells: {
                    readonly [key: string]: string;
                };
                readonly photos: readonly {
                    readonly addedAt: string;
                    readonly bytes: number;
                    /** Format: uuid */
                    readonly id: string;
                }[];
                readonly place: components["schemas"]["PlaceRef"];
                readonly point: string | null;
                /** @description 谁在何时因何看过明文 */
                readonly readBy: readonly {
                    readonly at: string;
                    readonly purpose: string;
                    readonly roles: readonly string[];
                }[];
                readonly receivedAt: string;
                readonly room: string | null;
                readonly state: components["schemas"]["DemandState"];
                readonly timeline: readonly {
                    readonly at: string;
                    readonly text: string;
                }[];
                readonly title: string | null;
                /** @description 研判时的告知 */
                readonly told: string | null;
            }[];
            /** @description 导入时待更正的行 */
            readonly waitingRows: readonly {
                readonly cells: {
                    readonly [key: string]: string;
                };
                readonly sheetRow: number;
            }[];
        };
        readonly Place: {
            readonly buildingId: string | null;
            readonly code: string;
            readonly communityId: string | null;
            readonly estateId: string | null;
            readonly name: string;
            readonly stairwell: string | null;
        };
        readonly PlaceRef: {
            readonly buildingId: string | null;
            readonly communityId: string | null;
            readonly estateId: string | null;
            readonly point: string | null;
        };
        readonly PlanComparison: {
            /** @description 对照方案：选定的；未选定时为第一个 */
            readonly base: string;
            readonly scenarios: readonly {
                readonly directFen: string;
                readonly fundFen: string;
                readonly groups: readonly {
                    readonly amountFen: string;
                    readonly areaHundredths: number;
                    /** @description 与对照方案之差；可为负 */
                    readonly differenceFen: string;
                    readonly group: string;
                    readonly homes: number;
                    readonly leastFen: string;
                    readonly mostFen: string;
                    readonly name: string;
                }[];
                /** @description 每户最少与最多；changed 为与对照方案不同的户数 */
                readonly homes: {
                    readonly changed: number;
                    readonly count: number;
                    readonly leastFen: string;
                    readonly mostFen: string;
                } | null;
                readonly name: string;
                readonly payers: readonly {
                    readonly amountFen: string;
                    /** @description 与对照方案之差；可为负 */
                    readonly differenceFen: string;
                    readonly name: string;
                    readonly payer: string;
                }[];
            }[];
        };
        readonly PlanConsent: {
            readonly condition: string | null;
            readonly conditionMet: {
                readonly at: string;
                readonly how: string;
            } | null;
            readonly payer: string;
            readonly planNo: number;
            readonly position: components["schemas"]["Position"];
            readonly roundId: string | null;
            readonly saidAt: string;
        };
        readonly PlanGate: {
            readonly amountFen: string;
            readonly capacity: components["schemas"]["PayerCapacity"] | null;
            readonly code: components["schemas"]["GateCode"];
            /** @description 打开这一关口的凭据 */
            readonly document: string | null;
            /** @description 由谁办 */
            readonly doneBy: string;
            readonly isMet: boolean;
            /** @description 尚缺同意书的房屋 */
            readonly missing: readonly string[];
            readonly money: components["schemas"]["OwnersMoney"] | null;
            /** @description 须具备什么 */
            readonly needs: string;
            readonly payer: string | null;
        };
        readonly PlanPaper: {
            readonly amountFen: string | null;
            readonly budgetSource: string | null;
            readonly document: string;
            readonly documentId: string | null;
            readonly filedAt: string;
            readonly homeId: string | null;
            /** Format: uuid */
            readonly id: string;
            /** @description 所对应的金额变了即不再有效 */
            readonly isInForce: boolean;
            readonly kind: components["schemas"]["PaperKind"];
            readonly payer: string;
            readonly planNo: number;
        };
        readonly PlanProblem: {
            readonly code: string;
            readonly index: number;
            readonly list: string;
            readonly scenario: string | null;
            readonly text: string;
        };
        /** @enum {string} */
        readonly PlanState: "DRAFT" | "CHOSEN" | "SUPERSEDED";
        readonly PlanStatement: {
            /** @description 本方（本户）合计 */
            readonly amountFen: string;
            readonly hash: string | null;
            readonly lines: readonly string[];
            readonly numberText: string;
            /** @enum {string} */
            readonly of: "PLAN" | "PAYER" | "HOME";
            /** Format: uuid */
            readonly planId: string;
            readonly scenario: string;
            /** @description 本户的份额 */
            readonly share: {
                readonly directFen: string;
                readonly fundFen: string;
                readonly shareFen: string;
            } | null;
            readonly steps: readonly {
                readonly amountFen: string;
                readonly entries: readonly {
                    readonly code: string;
                    readonly floorFen: string;
                    readonly name: string;
                    readonly rank: number;
                    readonly remainder: string;
                    readonly shareFen: string;
                    readonly weight: string;
                }[];
                readonly leftoverFen: string;
                readonly no: number;
                readonly title: string;
                readonly weightTotal: string;
            }[];
            readonly totalFen: string;
        };
        /** @enum {string} */
        readonly Position: "AGREE" | "AGREE_WITH_CONDITION" | "DISAGREE" | "ABSTAIN" | "ABSENT";
        /** @enum {string} */
        readonly PositionMedium: "ONLINE" | "PAPER" | "PHONE";
        readonly PostedVoteResult: {
            readonly abstainingHeads: number;
            readonly agreeing: readonly {
                readonly option: string;
                readonly weight: {
                    readonly area: number;
                    readonly heads: number;
                };
            }[];
            readonly agreement: readonly {
                readonly check: {
                    readonly passes: boolean;
                    readonly tests: readonly {
                        /** @enum {string} */
                        readonly measure: "area" | "heads";
                        readonly part: number;
                        readonly passes: boolean;
                        readonly smallest: number;
                        readonly threshold: {
                            readonly den: number;
                            readonly isStrict: boolean;
                            readonly num: number;
                            /** @enum {string} */
                            readonly of: "ALL" | "TAKING_PART";
                            readonly source: string;
                        };
                        readonly whole: number;
                    }[];
                };
                readonly option: string;
            }[];
            readonly all: {
                readonly area: number;
                readonly heads: number;
            };
            readonly disagreeingHeads: number;
            readonly invalidHeads: number;
            readonly outcome: components["schemas"]["VoteOutcome"];
            readonly participation: {
                readonly passes: boolean;
                readonly tests: readonly {
                    /** @enum {string} */
                    readonly measure: "area" | "heads";
                    readonly part: number;
                    readonly passes: boolean;
                    readonly smallest: number;
                    readonly threshold: {
                        readonly den: number;
                        readonly isStrict: boolean;
                        readonly num: number;
                        /** @enum {string} */
                        readonly of: "ALL" | "TAKING_PART";
                        readonly source: string;
                    };
                    readonly whole: number;
                }[];
            } | null;
            readonly passed: string | null;
            readonly question: components["schemas"]["VoteQuestion"];
            readonly silentHeads: number;
            readonly takingPart: {
                readonly area: number;
                readonly heads: number;
            };
            readonly voteClass: components["schemas"]["VoteClass"];
        };
        readonly PrintedDocument: {
            readonly document: components["schemas"]["OfficialDocument"] | null;
            readonly file: string | null;
            readonly fileName: string;
            /** @description 所交付内容的 SHA-256 */
            readonly sha256: string;
        };
        /** @description RFC 9457 */
        readonly Problem: {
            /** @enum {string} */
            readonly code: "access.denied" | "account.locked" | "account.name-taken" | "account.password-weak" | "account.sign-in-failed" | "account.sign-in-needed" | "body.numbers-unsound" | "callback.illegal-step" | "callback.own-order" | "callback.rework-not-allowed" | "category-tree.from-past" | "category-tree.invalid" | "category.unknown" | "check.not-found-there" | "check.recorded" | "check.too-early" | "claim.not-hard" | "claim.not-holder" | "claim.taken" | "classifier.model-unknown" | "classifier.too-few" | "council.illegal-step" | "council.party-missing" | "council.voice-missing" | "council.words-missing" | "courtyard.illegal-step" | "demand.answer-inquiry-only" | "demand.illegal-step" | "demand.incomplete" | "demand.level-not-open" | "demand.link-self" | "demand.nothing-new" | "demand.still-open" | "demand.too-long-ago" | "directory.draft-closed" | "directory.draft-exists" | "directory.draft-outdated" | "directory.edit-impossible" | "directory.from-past" | "directory.invalid" | "directory.later-version-waits" | "directory.not-scheduled" | "dispute.already-decided" | "dispute.already-open" | "dispute.own-unit" | "dispute.same-unit" | "dispute.window-lost" | "document.fonts-missing" | "document.too-large" | "due.past" | "duty.rule-empty" | "emergency.answered" | "emergency.applicant" | "emergency.confirmer" | "emergency.evidence-missing" | "emergency.illegal-step" | "emergency.no-fund" | "extension.date" | "extension.never" | "extension.past-due" | "extension.used-up" | "file.no-header" | "file.old-excel" | "file.unreadable" | "hand-up.at-the-top" | "hand-up.invalid" | "hand-up.no-refusal" | "hand-up.not-this-kind" | "home-share.not-found" | "image.too-many" | "image.unreadable" | "import.row-not-parked" | "incident.crew-on-site" | "incident.home-not-affected" | "incident.illegal-step" | "incident.nothing-told" | "incident.place-unknown" | "instalment.countered" | "instalment.not-open" | "instalment.nothing-paid" | "instalment.over-share" | "issue.illegal-step" | "issue.lead-needed" | "issue.merge-unfit" | "issue.not-open" | "issue.order-elsewhere" | "issue.proposer-silent" | "issue.rounds-used-up" | "issue.scope-unknown" | "issue.screening-incomplete" | "issue.text-private" | "leg.already-open" | "leg.illegal-step" | "leg.lead-itself" | "meeting.ended" | "meeting.not-on-agenda" | "minutes.finished" | "minutes.incomplete" | "minutes.unfinished" | "object.not-found" | "objection.illegal-step" | "objection.open-already" | "objection.paper-needed" | "pause.never" | "pause.until" | "pause.used-up" | "period.invalid" | "person.unknown" | "place.unknown" | "plan.area-differs" | "plan.area-source-missing" | "plan.area-unknown" | "plan.code-twice" | "plan.contractor-unquoted" | "plan.deposits-missing" | "plan.expert-needed" | "plan.grant-exceeds" | "plan.grant-incomplete" | "plan.group-owner-missing" | "plan.group-owner-unfit" | "plan.group-unknown" | "plan.has-problems" | "plan.home-missing" | "plan.home-not-registered" | "plan.home-outside-scope" | "plan.homes-agreement-missing" | "plan.illegal-step" | "plan.no-condition" | "plan.no-fund" | "plan.not-chosen" | "plan.not-covered" | "plan.paper-incomplete" | "plan.paper-unfit" | "plan.payer-seated" | "plan.payer-unfit" | "plan.payer-unknown" | "plan.priority-twice" | "plan.quotes-needed" | "plan.ratio-sum" | "plan.ratio-unfit" | "plan.register-changed" | "plan.retention-too-high" | "plan.scenario-unknown" | "plan.scope-incomplete" | "plan.utility-shares" | "plan.weight-missing" | "position.reason-needed" | "profile.unknown" | "project.community-needed" | "project.illegal-step" | "project.month-closed" | "project.month-taken" | "project.over-budget" | "project.program-full" | "publicity.hangs" | "publicity.illegal-step" | "publicity.no-assembly" | "publicity.objections-open" | "publicity.over" | "publicity.vote-first" | "rain.already" | "request.foreign-origin" | "request.invalid" | "request.key-reused" | "request.too-large" | "request.too-many" | "request.unknown-path" | "request.unsupported-media" | "request.wrong-method" | "resolution.empty" | "resolution.gates-open" | "resolution.hash-differs" | "resolution.limit-exceeded" | "resolution.not-signed-yet" | "resolution.schedule" | "resolution.seat-not-asked" | "resolution.seat-vacant" | "resolution.signed-by-all" | "resolution.void" | "round.illegal-step" | "round.no-quorum" | "round.not-current" | "round.not-emergency" | "round.not-present" | "round.notice-short" | "round.noticed" | "round.quorate" | "round.too-early" | "round.too-few-seats" | "seat.above-limit-needed" | "seat.account-unfit" | "seat.limit-too-high" | "seat.mandate-ended" | "seat.not-yours" | "seat.over-limit" | "seat.stepped-back" | "seat.unfit" | "seat.vacant" | "service.failed" | "service.timeout" | "service.unavailable" | "street.exists" | "street.needed" | "street.unknown" | "summons.illegal-step" | "supervision.illegal-step" | "suspension.date" | "sweep.source-open" | "table.exists" | "task.illegal-step" | "time-limits.invalid" | "time.future" | "tracking.not-found" | "unit.unknown" | "vote.area-unknown" | "vote.ballot-step" | "vote.ballot-twice" | "vote.empty-roll" | "vote.group-too-small" | "vote.home-twice" | "vote.illegal-step" | "vote.internet-refused" | "vote.matter-missing" | "vote.member-interested" | "vote.no-rules" | "vote.not-declared" | "vote.not-on-roll" | "vote.notice-short" | "vote.official-unsound" | "vote.options-unclear" | "vote.part-exceeds-whole" | "vote.period" | "vote.same-hand" | "vote.scan-unknown" | "vote.scan-unreadable" | "vote.serial-used" | "vote.still-open" | "vote.time-reversed" | "vote.unchecked" | "vote.unknown-choice" | "vote.wrong-kind" | "whistle.illegal-step" | "whistle.matter-needed" | "whistle.tasks-open" | "work-order.community-not-lead" | "work-order.estate-needed" | "work-order.evidence-needed" | "work-order.illegal-step" | "work-order.in-dispute" | "work-order.in-incident" | "work-order.legs-open" | "work-order.no-request" | "work-order.not-open" | "work-order.not-paused" | "work-order.own-request" | "work-order.paused" | "work-order.request-open" | "work-order.rework-not-used-up" | "work-order.same-unit" | "work-order.taken-up" | "work-order.text-needed" | "work-order.text-private" | "work-order.whistles-open";
            readonly detail: string;
            readonly facts?: {
                readonly [key: string]: unknown;
            };
            /** @description 请求编号 */
            readonly instance?: string;
            readonly status: number;
            readonly title: string;
            readonly type: string;
        };
        readonly Project: {
            /** @description 参加验收的居民代表与单位 */
            readonly acceptedBy: readonly string[];
            readonly afterPhotoIds: readonly string[];
            readonly approval: components["schemas"]["ProjectApproval"] | null;
            readonly beforePhotoIds: readonly string[];
            readonly budgetFen: string | null;
            /** Format: uuid */
            readonly communityId: string;
            /** Format: uuid */
            readonly id: string;
            /** @description “主动治理”每月一项所属的月份 */
            readonly month: string | null;
            readonly origin: components["schemas"]["ProjectOrigin"];
            readonly originIds: readonly string[];
            readonly place: components["schemas"]["PlaceRef"];
            readonly problem: string;
            readonly proposedAt: string;
            /** @description 不予批复或撤回的原因 */
            readonly reason: string | null;
            readonly result: string | null;
            readonly state: components["schemas"]["ProjectState"];
            readonly support: components["schemas"]["ProjectSupport"];
            readonly tasks: readonly components["schemas"]["ProjectTask"][];
            readonly title: string;
            readonly type: components["schemas"]["ProjectType"];
            readonly version: number;
            readonly zone: components["schemas"]["ProjectZone"] | null;
        };
        readonly ProjectApproval: {
            readonly amountFen: string;
            readonly approvedAt: string;
            readonly budgetSource: string;
            readonly document: string;
            /** @description 在本年度微民生项目库中的序号 */
            readonly programNo: number | null;
            readonly programYear: number | null;
        };
        /** @enum {string} */
        readonly ProjectOrigin: "ORDER" | "CLUSTER" | "ISSUE" | "OFFICE_DAY" | "COURTYARD" | "MONTHLY" | "SEASONAL";
        readonly ProjectProgram: {
            readonly quota: number;
            readonly source: string;
            readonly taken: number;
            readonly year: number;
        };
        /** @enum {string} */
        readonly ProjectState: "PROBLEM" | "TASKED" | "SUBMITTED" | "APPROVED" | "DECLINED" | "UNDER_WAY" | "DONE" | "ACCEPTED" | "WITHDRAWN";
        readonly ProjectSupport: {
            readonly money: string | null;
            readonly path: string | null;
            readonly people: string | null;
        };
        readonly ProjectTask: {
            /** Format: date */
            readonly dueOn: string;
            /** Format: uuid */
            readonly unitId: string;
            readonly what: string;
        };
        /** @enum {string} */
        readonly ProjectType: "LIVEABLE" | "SAFE";
        /** @enum {string} */
        readonly ProjectZone: "BUSINESS" | "STREET_BLOCK" | "COMMUNITY" | "CAMPUS" | "INDUSTRIAL_PARK";
        /** @enum {string} */
        readonly Propriety: "PROPER" | "CLAIMED_IMPROPER" | "IMPROPER";
        readonly Publicity: {
            readonly endedAt: string | null;
            readonly endsAt: string;
            readonly homes: readonly components["schemas"]["MaskedShare"][];
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 公示文本 */
            readonly lines: readonly string[];
            /** @description 第几次公示 */
            readonly no: number;
            /** @description 方案编号 */
            readonly numberText: string;
            readonly payers: readonly {
                readonly amountFen: string;
                readonly name: string;
            }[];
            readonly photoIds: readonly string[];
            /** Format: uuid */
            readonly planId: string;
            /** @description 张贴地点 */
            readonly point: string;
            readonly postedAt: string;
            readonly state: components["schemas"]["PublicityState"];
            readonly title: string;
            readonly totalFen: string;
        };
        readonly PublicityFile: {
            readonly affectedOwners: number;
            /** @description 异议业主达到五分之一，须召开临时业主大会 */
            readonly assembly: {
                readonly at: string | null;
                readonly document: string | null;
                readonly neededAt: string;
                readonly outcome: components["schemas"]["AssemblyOutcome"] | null;
            } | null;
            readonly endedAt: string | null;
            readonly endsAt: string;
            readonly homes: readonly components["schemas"]["MaskedShare"][];
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 公示文本 */
            readonly lines: readonly string[];
            /** @description 第几次公示 */
            readonly no: number;
            /** @description 方案编号 */
            readonly numberText: string;
            readonly objectingOwners: number;
            readonly objections: readonly components["schemas"]["Objection"][];
            readonly payers: readonly {
                readonly amountFen: string;
                readonly name: string;
            }[];
            readonly photoIds: readonly string[];
            /** Format: uuid */
            readonly planId: string;
            /** @description 张贴地点 */
            readonly point: string;
            readonly postedAt: string;
            readonly state: components["schemas"]["PublicityState"];
            readonly title: string;
            readonly totalFen: string;
        };
        /** @enum {string} */
        readonly PublicityState: "POSTED" | "ENDED" | "AMENDED";
        /** @enum {string} */
        readonly QuestionState: "ASKED" | "ANSWERED" | "SETTLED";
        readonly Quote: {
            readonly amountFen: string;
            /**
             * Format: uuid
             * @description 报价单附件
             */
            readonly documentId: string;
            readonly firm: string;
        };
        readonly Rain: {
            readonly isOn: boolean;
            readonly since: string | null;
            readonly until: string | null;
            readonly version: number;
        };
        readonly Rates: {
            /** @description 基本满意 */
            readonly B: number;
            /** @description 联系 */
            readonly C: number;
            /** @description 综合成绩，两位小数 */
            readonly composite: string | null;
            /** @description 满意 */
            readonly M: number;
            readonly name: string;
            readonly note: ("ZERO_DEMAND" | "TOO_FEW") | null;
            readonly received: number;
            readonly resolutionRate: number | null;
            readonly responseRate: number | null;
            /** @description 解决 */
            readonly S: number;
            readonly satisfactionRate: number | null;
            /** @description 不详为 null */
            readonly unitId: string | null;
            /** @description 有效回访 */
            readonly V: number;
        };
        readonly Receipt: {
            /** Format: uuid */
            readonly id: string;
            readonly level: components["schemas"]["Level"];
            readonly message: string;
            readonly no: string;
            readonly orderId: string | null;
            readonly receivedAt: string;
            readonly state: components["schemas"]["DemandState"];
        };
        /** @enum {string} */
        readonly RefusalGround: "NOT_COMMON" | "IN_COURT" | "OTHER_AUTHORITY" | "ALREADY_DECIDED" | "OUT_OF_SCOPE";
        readonly RegisteredPerson: {
            /** @description 谁在何时因何看过明文 */
            readonly readBy: readonly {
                readonly at: string;
                readonly purpose: string;
                readonly roles: readonly string[];
            }[];
            readonly records: readonly {
                /** @description 作为联系人的单位 */
                readonly contactOf: readonly string[];
                readonly erasure: components["schemas"]["ErasureState"] | null;
                readonly homes: readonly {
                    readonly areaHundredths: number;
                    readonly buildingName: string;
                    readonly estateName: string;
                    /** Format: uuid */
                    readonly homeId: string;
                    readonly nature: components["schemas"]["HomeNature"];
                    readonly ownerDepositFen: string;
                    readonly room: string;
                    readonly sellerDepositFen: string;
                    readonly stairwell: string;
                }[];
                /** Format: uuid */
                readonly id: string;
                /**
                 * @description 业主，或单位联系人
                 * @enum {string}
                 */
                readonly kind: "OWNER" | "CONTACT";
                readonly name: string | null;
                readonly phone: string | null;
            }[];
        };
        readonly RegistryImport: {
            readonly added: number;
            readonly changed: number;
            readonly error: string | null;
            readonly faults: readonly components["schemas"]["RowFault"][];
            /** Format: uuid */
            readonly id: string;
            readonly rowsDone: number;
            readonly rowsTotal: number;
            /** @enum {string} */
            readonly state: "RUNNING" | "DONE" | "FAILED";
            readonly unchanged: number;
        };
        readonly RequiredSigner: {
            /** @description 以分为单位的十进制文本 */
            readonly amountFen: string;
            readonly pays: boolean;
            readonly seat: components["schemas"]["SeatKind"];
            /** Format: uuid */
            readonly unitId: string;
            readonly unitName: string;
        };
        readonly Resolution: {
            readonly body: components["schemas"]["ResolutionBody"];
            /** @description 决议的规范字节（UTF-8 文本），各方完全相同 */
            readonly bytes: string;
            /** @description 规范字节的 SHA-256 */
            readonly hash: string;
            /** Format: uuid */
            readonly id: string;
            /**
             * @description 电子签署为内部审批记录，不是可靠电子签名
             * @constant
             */
            readonly isOfficial: false;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 尚未签署的席位 */
            readonly missing: readonly components["schemas"]["SeatKind"][];
            readonly no: number;
            readonly signatures: readonly components["schemas"]["SeatSignature"][];
            readonly signedAt: string | null;
            readonly state: components["schemas"]["ResolutionState"];
            readonly version: number;
            readonly voidReason: string | null;
        };
        readonly ResolutionBody: {
            readonly attachments: readonly {
                readonly name: string;
                readonly sha256: string;
            }[];
            /** @description 拟定时议题事件链的链头 */
            readonly chainHead: {
                readonly hash: string;
                readonly seq: number;
            };
            readonly commitments: readonly components["schemas"]["ResolvedCommitment"][];
            readonly drawnAt: string;
            readonly gates: readonly {
                readonly code: components["schemas"]["GateCode"];
                readonly document: string | null;
                readonly payer: string | null;
            }[];
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issueId: string;
            /** @description 第几版 */
            readonly no: number;
            readonly plan: {
                readonly hash: string;
                /** Format: uuid */
                readonly id: string;
                readonly no: number;
                readonly scenario: string;
                /** @description 以分为单位的十进制文本 */
                readonly totalFen: string;
            } | null;
            readonly positions: readonly {
                readonly position: components["schemas"]["Position"];
                readonly roundNo: number;
                readonly seat: components["schemas"]["SeatKind"];
                readonly unitId: string | null;
            }[];
            readonly schedule?: readonly components["schemas"]["ScheduledPayment"][];
            readonly shares: readonly components["schemas"]["ResolvedShare"][];
            readonly signers: readonly components["schemas"]["RequiredSigner"][];
            readonly streetId: string;
            readonly text: readonly string[];
            readonly title: string;
            /** @constant */
            readonly v: "wufang.resolution.v1";
        };
        readonly ResolutionBundle: {
            readonly exportedAt: string;
            readonly heads: {
                readonly issue: {
                    readonly hash: string;
                    readonly seq: number;
                };
                readonly resolution: {
                    readonly hash: string;
                    readonly seq: number;
                };
            };
            readonly issueChain: readonly {
                readonly body: unknown;
                readonly chainId: string;
                readonly hash: string;
                readonly prevHash: string | null;
                readonly seq: number;
                readonly streetId: string;
            }[];
            readonly plan: {
                readonly bytes: string;
                readonly hash: string;
            } | null;
            readonly resolution: {
                readonly bytes: string;
                readonly hash: string;
            };
            readonly resolutionChain: readonly {
                readonly body: unknown;
                readonly chainId: string;
                readonly hash: string;
                readonly prevHash: string | null;
                readonly seq: number;
                readonly streetId: string;
            }[];
            readonly signatures: readonly components["schemas"]["SeatSignature"][];
            /** @constant */
            readonly v: "wufang.bundle.v1";
        };
        /** @enum {string} */
        readonly ResolutionState: "DRAWN" | "SIGNED" | "VOID";
        readonly ResolvedCommitment: {
            /** Format: date */
            readonly dueOn: string;
            readonly evidence: string;
            readonly no: number;
            readonly seat: components["schemas"]["SeatKind"];
            readonly text: string;
            /** Format: uuid */
            readonly unitId: string;
        };
        readonly ResolvedShare: {
            /** @description 以分为单位的十进制文本 */
            readonly amountFen: string;
            readonly kind: components["schemas"]["PayerKind"];
            readonly lines: readonly {
                /** @description 以分为单位的十进制文本 */
                readonly amountFen: string;
                readonly capacity: components["schemas"]["PayerCapacity"];
                readonly homes: number;
                readonly money: components["schemas"]["OwnersMoney"];
            }[];
            readonly name: string;
            readonly payer: string;
            readonly seat: components["schemas"]["SeatKind"] | null;
        };
        readonly Resource: {
            /** @description 适用的问题分类，一级或二级 */
            readonly categories: readonly string[];
            /** @description 服务的社区；空即全街道 */
            readonly communityIds: readonly string[];
            /** @description 为什么排在这里：分类相符、就在本社区、会做 */
            readonly fits: readonly string[];
            /** @description 服务时间 */
            readonly hours: string;
            /** Format: uuid */
            readonly id: string;
            readonly isWithdrawn: boolean;
            readonly kind: components["schemas"]["ResourceKind"];
            readonly name: string;
            readonly officePhone: string | null;
            /** @description 能做什么，例如 防水、电工、法律咨询 */
            readonly skills: readonly string[];
            /** @description 在单位名册中时：可以吹哨召集、可以占物业一席 */
            readonly unitId: string | null;
            readonly version: number;
        };
        /** @enum {string} */
        readonly ResourceKind: "UNIT" | "CHAMBER" | "ASSOCIATION" | "SHOP" | "SOCIAL_ORG" | "VOLUNTEERS" | "HELPER_FIRM";
        readonly Round: {
            readonly absent: readonly components["schemas"]["SeatKind"][];
            readonly agenda: readonly string[];
            readonly attendance: readonly components["schemas"]["Attendance"][];
            readonly bodies: readonly components["schemas"]["MeetingBody"][];
            readonly closedAt: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly isEmergency: boolean;
            /** Format: uuid */
            readonly issueId: string;
            readonly minutes: components["schemas"]["RoundMinutes"];
            readonly no: number;
            readonly noticedAt: string;
            /** @description 第几次通知 */
            readonly noticeNo: number;
            readonly openedAt: string | null;
            readonly outcome: components["schemas"]["RoundOutcome"] | null;
            readonly positions: readonly components["schemas"]["TakenPosition"][];
            readonly quorum: components["schemas"]["RoundQuorum"];
            readonly startsAt: string;
            readonly state: components["schemas"]["RoundState"];
            /** Format: uuid */
            readonly tableId: string;
            readonly version: number;
        };
        readonly RoundMinutes: {
            readonly dueAt: string | null;
            readonly finishedAt: string | null;
            readonly items: {
                readonly [key: string]: string;
            };
            readonly missing: readonly components["schemas"]["MinuteItem"][];
        };
        /** @enum {string} */
        readonly RoundOutcome: "TALKED" | "AGREED" | "NOT_AGREED";
        readonly RoundQuorum: {
            /** @description 有人出席资格的席位数 */
            readonly held: number;
            readonly isMet: boolean;
            /** @description 必须到会而未到的 */
            readonly missing: readonly components["schemas"]["SeatKind"][];
            /** @description 须到会方数；席位不足三方时为空 */
            readonly needed: number | null;
            readonly present: number;
            readonly reasons: readonly string[];
        };
        /** @enum {string} */
        readonly RoundState: "NOTICED" | "OPEN" | "CLOSED" | "NO_QUORUM" | "CALLED_OFF";
        readonly RowFault: {
            readonly reason: string;
            readonly row: number;
            readonly sheet: string;
        };
        readonly RuleStatistics: {
            readonly completed: number;
            readonly completedByFirst: number;
            readonly directoryVersion: number;
            readonly endedElsewhere: readonly {
                readonly orders: number;
                /** Format: uuid */
                readonly unitId: string;
            }[];
            /** @description 首派准确率：首派单位办结的占已办结的 */
            readonly firstDispatchAccuracy: number | null;
            /** @description 一件工单经手几个单位 */
            readonly hops: {
                readonly max: number;
                readonly mean: number;
            };
            readonly objected: number;
            readonly objectionRate: number;
            /** @description 异议成立率：成立的占已裁定的 */
            readonly objectionSuccess: number | null;
            readonly orders: number;
            readonly rejected: number;
            readonly ruleId: string;
            readonly upheld: number;
        };
        readonly RuleSuggestion: {
            readonly isDrafted: boolean;
            readonly ruleId: string;
            readonly text: string;
        };
        /** @enum {string} */
        readonly Satisfaction: "SATISFIED" | "BASICALLY_SATISFIED" | "DISSATISFIED";
        readonly SavedView: {
            readonly filter: {
                readonly [key: string]: string;
            };
            /** Format: uuid */
            readonly id: string;
            readonly isMine: boolean;
            readonly isShared: boolean;
            readonly name: string;
            readonly version: number;
        };
        readonly ScheduledPayment: {
            readonly dueOn: string | null;
            readonly isRetention: boolean;
            readonly name: string;
            /** @description 百分数或分数，例如 12.5%、1/3 */
            readonly ratio: string;
        };
        readonly SchedulingMeeting: {
            readonly adjournedAt: string | null;
            readonly agenda: readonly components["schemas"]["AgendaItem"][];
            readonly drawnAt: string;
            /** @description 以前会议交办、此刻尚未完成的任务 */
            readonly followedTaskIds: readonly string[];
            /** Format: uuid */
            readonly id: string;
            readonly red: number;
            readonly state: components["schemas"]["MeetingState"];
            readonly taskIds: readonly string[];
            readonly version: number;
            readonly yellow: number;
        };
        /** @enum {string} */
        readonly ScopeLevel: "STAIRWELL" | "BUILDING" | "ESTATE";
        readonly ScopePart: {
            /** @default null */
            readonly buildingId: string | null;
            /** Format: uuid */
            readonly estateId: string;
            /** @default null */
            readonly stairwell: string | null;
        };
        readonly ScopePartInput: {
            /** @default null */
            readonly buildingId: string | null;
            /** Format: uuid */
            readonly estateId: string;
            /** @default null */
            readonly stairwell: string | null;
        };
        readonly ScreeningOpinion: {
            readonly accountId: string;
            readonly at: string;
            /** @enum {string} */
            readonly decision: "TAKE" | "REFUSE";
            readonly ground: components["schemas"]["RefusalGround"] | null;
            readonly matters: readonly components["schemas"]["IssueMatter"][];
            readonly reason: string;
            /** @enum {string} */
            readonly seat: "COMMUNITY" | "STREET";
        };
        /** @enum {string} */
        readonly ScreeningOutcome: "NORMAL" | "EMERGENCY_LINE" | "LEGAL_CHANNEL" | "ALREADY_HANDLED" | "SECRET_OR_PRIVATE" | "BEYOND_DUTIES" | "UNLAWFUL";
        readonly Seat: {
            /** @description 业主一方由谁出席；其他席位为空 */
            readonly body: components["schemas"]["OwnersBody"] | null;
            readonly deputy: components["schemas"]["SeatMandate"] | null;
            /** @description 表态是否约束本方；业主代表的意见仅供参考 */
            readonly isBinding: boolean;
            readonly kind: components["schemas"]["SeatKind"];
            /** @description 空缺或替代的原因 */
            readonly reason: string | null;
            readonly representative: components["schemas"]["SeatMandate"] | null;
            readonly state: components["schemas"]["SeatState"];
            readonly unitId: string | null;
        };
        readonly SeatedPayer: {
            readonly code: string;
            readonly kind: components["schemas"]["PayerKind"];
            readonly name: string;
            readonly seat: components["schemas"]["SeatKind"] | null;
            readonly unitId: string | null;
        };
        readonly SeatHolders: {
            readonly accountIds: readonly string[];
            readonly seat: components["schemas"]["ChainSeat"];
        };
        /** @enum {string} */
        readonly SeatKind: "STREET" | "COMMUNITY" | "RIGHTS_UNIT" | "FIRM" | "OWNERS_BODY";
        readonly SeatMandate: {
            /** @description 超过限额须由谁签字 */
            readonly aboveLimit: string | null;
            readonly accountId: string;
            /** @description 授权限额；不填为不限 */
            readonly amountLimitFen: string | null;
            /** @description 授权文书 */
            readonly document: string;
            readonly grantedAt: string;
            readonly until: string | null;
        };
        /** @enum {string} */
        readonly SeatRole: "REPRESENTATIVE" | "DEPUTY";
        readonly SeatSignature: {
            readonly external: components["schemas"]["ExternalSignature"] | null;
            readonly recordedAt: string;
            readonly seat: components["schemas"]["SeatKind"];
            readonly signed: components["schemas"]["SignedApproval"];
            /** Format: uuid */
            readonly unitId: string;
        };
        /** @enum {string} */
        readonly SeatState: "FILLED" | "VACANT" | "SUBSTITUTED";
        readonly ShareQuestion: {
            readonly answer: string | null;
            readonly answerDueAt: string;
            readonly answeredAt: string | null;
            readonly askedAt: string;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly ownerId: string;
            readonly question: string;
            readonly state: components["schemas"]["ShareQuestionState"];
            /** Format: uuid */
            readonly useId: string;
        };
        /** @enum {string} */
        readonly ShareQuestionState: "ASKED" | "ANSWERED";
        readonly SignedApproval: {
            readonly approval: components["schemas"]["Approval"];
            /** Format: base64 */
            readonly publicKey: string;
            /** Format: base64 */
            readonly signature: string;
        };
        readonly SimilarSweep: {
            readonly category: readonly string[];
            readonly checks: number;
            readonly doneAt: string | null;
            readonly found: number;
            /** Format: uuid */
            readonly id: string;
            readonly incidentId: string | null;
            readonly isDone: boolean;
            readonly notFound: number;
            readonly openedAt: string;
            readonly orderId: string | null;
            readonly version: number;
        };
        readonly SiteMeeting: {
            /** Format: date-time */
            readonly at: string;
            readonly point: string;
        };
        /** @enum {string} */
        readonly SoleDuty: "UTILITY_NETWORK" | "WARRANTY" | "CONTRACT" | "DAMAGE";
        readonly SteppedBack: {
            readonly accountId: string;
            readonly at: string;
            readonly declaredBy: string;
            readonly interest: components["schemas"]["Interest"];
            readonly reason: string;
        };
        readonly Suggestion: {
            /** @description 其他可能，最有把握的在前 */
            readonly alternatives: readonly {
                readonly category: components["schemas"]["Category"];
                readonly certainty: number;
            }[];
            readonly category: components["schemas"]["Category"] | null;
            /** @description 对分类的把握（已校准） */
            readonly certainty: number;
            readonly demandType: components["schemas"]["DemandType"] | null;
            readonly dictionaryVersion: number;
            readonly isAbstained: boolean;
            /** @description 有危险词，受理即按紧急派单，同时由人确认 */
            readonly isEmergency: boolean;
            readonly level: components["schemas"]["Level"] | null;
            readonly message: string;
            /** @description 训练出的模型；还没有训练过为空 */
            readonly modelNo: number | null;
            readonly place: components["schemas"]["PlaceRef"];
            /** @description 低于它就不建议分类，请人工判断 */
            readonly threshold: number;
            /** @description 由哪些词得出 */
            readonly words: readonly components["schemas"]["WordOfReason"][];
        };
        readonly Summons: {
            readonly answer: string | null;
            readonly answeredAt: string | null;
            readonly checkedInAt: string | null;
            readonly checkInPhotoId: string | null;
            readonly checkInPoint: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly improperReason: string | null;
            readonly isAnsweredInTime: boolean | null;
            readonly propriety: components["schemas"]["Propriety"];
            /** @description 未报到，已由街道报区（街道办事处条例第四十四条） */
            readonly reportedToDistrictAt: string | null;
            readonly respondDueAt: string;
            readonly result: string | null;
            readonly state: components["schemas"]["SummonsState"];
            readonly summonedAt: string;
            /** Format: uuid */
            readonly unitId: string;
        };
        /** @enum {string} */
        readonly SummonsState: "SUMMONED" | "EXPLAINED" | "REPORTED_IN" | "ON_SITE" | "RESULT_GIVEN" | "EXCUSED" | "LAPSED";
        readonly Supervision: {
            /** @description 督办要求 */
            readonly demand: string;
            readonly dueAt: string;
            readonly endedAt: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly isRepliedInTime: boolean | null;
            readonly issuedAt: string;
            readonly issuedBy: string;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly no: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly repliedAt: string | null;
            readonly reply: string | null;
            readonly state: components["schemas"]["SupervisionState"];
            readonly trigger: components["schemas"]["SupervisionTrigger"];
            readonly version: number;
        };
        /** @enum {string} */
        readonly SupervisionState: "OWED" | "REPLIED" | "LIFTED" | "REVOKED";
        /** @enum {string} */
        readonly SupervisionTrigger: "INSTRUCTION" | "DAY_VOLUME" | "MONTH_RESULT" | "RATE_BELOW_DISTRICT";
        readonly SupervisorComment: {
            readonly at: string;
            readonly by: string;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly orderId: string;
            readonly photoIds: readonly string[];
            readonly text: string;
        };
        readonly Suspension: {
            readonly askedAt: string;
            readonly askedBy: string;
            readonly decidedAt: string | null;
            readonly decidedBy: string | null;
            readonly decisionReason: string | null;
            readonly endedAt: string | null;
            readonly ground: components["schemas"]["SuspensionGround"];
            /** @enum {string} */
            readonly outcome: "OPEN" | "GRANTED" | "REFUSED" | "LAPSED";
            readonly reason: string;
            /**
             * Format: date
             * @description 复核日期
             */
            readonly reviewOn: string;
        };
        /** @enum {string} */
        readonly SuspensionGround: "LAW_OR_POLICY" | "PLANNING" | "FUNDS" | "TECHNICAL" | "SEASON" | "PENDING_PROCEEDINGS";
        readonly SweepCheck: {
            readonly buildingId: string | null;
            readonly category: readonly string[];
            readonly checkedAt: string | null;
            /** @description 据此登记的诉求编号 */
            readonly demandNo: string | null;
            readonly dueAt: string;
            /** Format: uuid */
            readonly estateId: string;
            /** Format: uuid */
            readonly id: string;
            readonly note: string | null;
            /** @description 发现问题：用这个操作登记一件巡查诉求 */
            readonly patrol: {
                readonly category: readonly string[];
                /** @constant */
                readonly channel: "PATROL";
                readonly operation: string;
                readonly place: components["schemas"]["PlaceRef"];
            } | null;
            readonly photoIds: readonly string[];
            readonly reason: string;
            readonly state: components["schemas"]["SweepCheckState"];
            /** Format: uuid */
            readonly sweepId: string;
            /** Format: uuid */
            readonly unitId: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly SweepCheckState: "OPEN" | "FOUND" | "NOT_FOUND";
        readonly SweepPlace: {
            /** @default null */
            readonly buildingId: string | null;
            /** Format: uuid */
            readonly estateId: string;
            readonly reason: string;
            /**
             * Format: uuid
             * @description 由谁去查：社区或物业
             */
            readonly unitId: string;
        };
        readonly Table: {
            /** Format: uuid */
            readonly communityId: string;
            /** Format: uuid */
            readonly estateId: string;
            /** Format: uuid */
            readonly id: string;
            readonly openedAt: string;
            readonly seats: readonly components["schemas"]["Seat"][];
            readonly version: number;
        };
        readonly TakenPosition: {
            readonly accountId: string | null;
            readonly as: components["schemas"]["SeatRole"] | null;
            readonly at: string;
            readonly condition: string | null;
            /** @description 书面、电话表态的凭证 */
            readonly evidence: string | null;
            readonly medium: components["schemas"]["PositionMedium"] | null;
            readonly position: components["schemas"]["Position"];
            readonly reason: string | null;
            /** @description 回执：表态人凭随机数可以核对 */
            readonly receipt: string | null;
            readonly recordedBy: string | null;
            readonly seat: components["schemas"]["SeatKind"];
        };
        /** @enum {string} */
        readonly TaskSource: "WHISTLE" | "MEETING" | "COMMITMENT";
        /** @enum {string} */
        readonly TaskState: "ENTRUSTED" | "DELIVERED" | "DROPPED";
        readonly TimeLimit: {
            readonly code: components["schemas"]["DeadlineCode"];
            readonly demandTypes?: readonly components["schemas"]["DemandType"][];
            readonly levels?: readonly components["schemas"]["Level"][];
            readonly limit: {
                /** @constant */
                readonly clock: "C";
                readonly minutes: number;
            } | {
                /** @constant */
                readonly clock: "CW";
                readonly from: string;
                readonly minutes: number;
                readonly to: string;
            } | {
                /** @constant */
                readonly clock: "W";
                readonly minutes: number;
            } | {
                readonly at: string;
                /** @constant */
                readonly clock: "SAME_DAY";
                readonly until: string;
            } | {
                /** @constant */
                readonly clock: "D";
                readonly days: number;
                readonly roll: boolean;
                /** @enum {string} */
                readonly unit: "calendar" | "working";
            };
            readonly source: string;
            readonly stages: readonly {
                readonly at: {
                    readonly minutes: number;
                } | {
                    readonly days: number;
                } | {
                    readonly clockTime: string;
                } | {
                    readonly fraction: readonly [
                        number,
                        number
                    ];
                } | {
                    readonly afterDueMinutes: number;
                };
                /** @enum {string} */
                readonly kind: "warning" | "breach" | "after";
                readonly tell: readonly components["schemas"]["ChainSeat"][];
            }[];
        };
        readonly TimelineEntry: {
            readonly actor: string;
            readonly at: string;
            readonly facts: {
                readonly [key: string]: unknown;
            };
            readonly publicText: string | null;
            readonly type: string;
            readonly unitId: string | null;
        };
        /** @enum {string} */
        readonly ToldHow: "MESSAGE" | "NOTICE" | "PHONE" | "IN_PERSON" | "NOBODY_IN";
        readonly Unit: {
            readonly dutyPhone: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["UnitKind"];
            readonly name: string;
            readonly parentName: string | null;
        };
        /** @enum {string} */
        readonly UnitKind: "STREET" | "COMMUNITY" | "VILLAGE" | "STREET_OFFICE" | "PROPERTY_FIRM" | "PROPERTY_RIGHTS_UNIT" | "OWNERS_BODY" | "DISTRICT_DEPARTMENT" | "UTILITY" | "DISTRICT";
        /** @enum {string} */
        readonly VoteClass: "OWNER_ORD" | "OWNER_SPEC" | "UNANIMOUS_AFFECTED";
        /** @enum {string} */
        readonly VoteKind: "PAPER" | "OFFICIAL" | "ADVISORY";
        /** @enum {string} */
        readonly VoteMatter: "RULES_OF_PROCEDURE" | "COVENANT" | "COMMITTEE" | "FIRM" | "FUND_USE" | "FUND_RAISE" | "REBUILD" | "COMMON_PARTS" | "OTHER_MAJOR" | "HOME_TO_BUSINESS";
        /** @enum {string} */
        readonly VoteOutcome: "PASSED" | "NOT_PASSED" | "TOO_FEW";
        readonly VoteQuestion: {
            readonly code: string;
            readonly matter: components["schemas"]["VoteMatter"];
            /** @description 一个选项即同意与否；几个选项即几个方案 */
            readonly options: readonly {
                readonly code: string;
                readonly title: string;
            }[];
            readonly title: string;
        };
        readonly WatchCheck: {
            readonly category: components["schemas"]["Category"];
            readonly checkedAt: string | null;
            readonly childOrderId: string | null;
            /** @description 等待降雨的尚无到期时间 */
            readonly dueAt: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["WatchKind"];
            readonly no: string;
            readonly note: string | null;
            readonly openFrom: string | null;
            /** Format: uuid */
            readonly orderId: string;
            readonly photoIds: readonly string[];
            readonly place: components["schemas"]["PlaceRef"];
            readonly state: components["schemas"]["WatchState"];
            /** Format: uuid */
            readonly unitId: string;
            readonly version: number;
        };
        readonly WatchedOrder: {
            readonly category: components["schemas"]["Category"];
            readonly communityId: string | null;
            readonly dueAt: string;
            /** Format: uuid */
            readonly id: string;
            readonly isOverdue: boolean;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            readonly no: string;
            readonly receivedAt: string;
            readonly state: components["schemas"]["WorkOrderState"];
        };
        /** @enum {string} */
        readonly WatchKind: "T7" | "T30" | "RAIN";
        /** @enum {string} */
        readonly WatchState: "WAITING" | "OPEN" | "PASSED" | "FAILED" | "DROPPED";
        readonly Whistle: {
            readonly askedAt: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly level: components["schemas"]["Level"];
            readonly meeting: components["schemas"]["SiteMeeting"] | null;
            readonly minutes: string | null;
            readonly orderId: string | null;
            readonly place: components["schemas"]["PlaceRef"];
            readonly reason: string;
            readonly result: string | null;
            readonly settledAt: string | null;
            readonly soundedAt: string | null;
            readonly state: components["schemas"]["WhistleState"];
            readonly summonedUnitIds: readonly string[];
            readonly version: number;
            /** Format: uuid */
            readonly whistlingUnitId: string;
        };
        readonly WhistleScore: {
            readonly answeredInTime: number;
            /** @description 吹哨：发出的召集 */
            readonly issued: number;
            /** @description 其中未被认定为不当的 */
            readonly proper: number;
            /** @description 按时应答并有结果 */
            readonly reportedIn: number;
            /** @description 报到：收到的召集，不含被认定不当的 */
            readonly summoned: number;
            /** Format: uuid */
            readonly unitId: string;
        };
        /** @enum {string} */
        readonly WhistleState: "ASKED" | "SOUNDED" | "DECLINED" | "SETTLED";
        readonly WitnessedHead: {
            /** Format: date */
            readonly day: string;
            readonly head: string;
            /** @enum {string} */
            readonly service: "gateway" | "registry" | "intake" | "dispatch" | "deliberation" | "scoring" | "notify";
            readonly streetId: string;
        };
        readonly WordOfReason: {
            /** @enum {string} */
            readonly about: "CATEGORY" | "LEVEL" | "DEMAND_TYPE" | "PLACE";
            /** @enum {string} */
            readonly source: "DANGER" | "DICTIONARY" | "MODEL" | "REGISTER";
            readonly weight: number | null;
            readonly word: string;
        };
        /** @enum {string} */
        readonly WorkKind: "REPAIR" | "CHANGE_USE" | "REBUILD";
        readonly WorkOrder: {
            readonly category: components["schemas"]["Category"];
            readonly closeBasis: components["schemas"]["CloseBasis"] | null;
            readonly closedAt: string | null;
            readonly completedAt: string | null;
            /** @description 有事您找我：首接单位，始终是诉求人的联系人 */
            readonly contactUnitId: string | null;
            readonly coUnitIds: readonly string[];
            readonly decision: components["schemas"]["Decision"];
            /** Format: uuid */
            readonly demandId: string;
            readonly demandType: components["schemas"]["DemandType"];
            /** @description 单位的时钟从此开始 */
            readonly dispatchedAt: string;
            /** @description 单位的办理时限；延期、暂停后顺延 */
            readonly dueAt: string;
            /** @description 顺延前的原时限；未顺延则为空 */
            readonly firstDueAt: string | null;
            /** @description 有事您找我：现在由哪一级办理 */
            readonly handUpStep: components["schemas"]["HandUpStep"] | null;
            /** Format: uuid */
            readonly id: string;
            readonly isProblemOrder: boolean;
            /** Format: uuid */
            readonly leadUnitId: string;
            readonly level: components["schemas"]["Level"];
            readonly no: string;
            /** @description 正在审核的派单异议 */
            readonly openDisputeId: string | null;
            /** @description 尚未返回的协办 */
            readonly openLegs: number;
            /** @description 待审的延期或挂账申请 */
            readonly openRequest: components["schemas"]["OrderRequest"] | null;
            /** @description 为此件吹的、尚未办结的哨 */
            readonly openWhistles: number;
            /** @description 暂停计时自 */
            readonly pausedSince: string | null;
            readonly place: components["schemas"]["PlaceRef"];
            /** @description 诉求人的时钟从此开始，不重置 */
            readonly receivedAt: string;
            readonly reworks: number;
            readonly state: components["schemas"]["WorkOrderState"];
            readonly title: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly WorkOrderState: "DISPATCHED" | "DISPUTED" | "ACCEPTED" | "HANDLING" | "JOINT" | "DELIBERATING" | "SUSPENDED" | "COMPLETED" | "REWORK" | "CLOSED_SOLVED" | "CLOSED_UNSOLVED" | "CLOSED_EXCLUDED" | "WATCHING" | "ARCHIVED";
    };
    responses: {
        /** @description request.invalid 填写有误；request.too-many 操作过于频繁；service.unavailable 暂时无法处理；service.timeout 处理超时；service.failed 系统出错 */
        readonly Refused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description account.sign-in-needed 请先登录；access.denied 没有此项权限；request.invalid 填写有误；request.too-many 操作过于频繁；service.unavailable 暂时无法处理；service.timeout 处理超时；service.failed 系统出错 */
        readonly RefusedSignedIn: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "gateway.account.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly accounts: readonly components["schemas"]["Account"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.account.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly displayName: string;
                    /** Format: uuid */
                    readonly id: string;
                    /** @default [] */
                    readonly mandates?: readonly {
                        readonly limitFen?: string;
                        /** @enum {string} */
                        readonly role: "resident" | "phone_desk" | "community_worker" | "firm_handler" | "firm_manager" | "rights_unit_rep" | "owners_body_rep" | "counting_group" | "department_handler" | "section_chief" | "street_leader" | "callback_desk" | "inspector" | "citizen_supervisor" | "administrator";
                        /** Format: uuid */
                        readonly unitId?: string;
                        /** Format: date-time */
                        readonly until?: string;
                    }[];
                    readonly name: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description account.name-taken 账号名已被使用 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account.password-weak 密码过于简单 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.account.disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.mandate.grant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly limitFen?: string;
                    /** @enum {string} */
                    readonly role: "resident" | "phone_desk" | "community_worker" | "firm_handler" | "firm_manager" | "rights_unit_rep" | "owners_body_rep" | "counting_group" | "department_handler" | "section_chief" | "street_leader" | "callback_desk" | "inspector" | "citizen_supervisor" | "administrator";
                    /** Format: uuid */
                    readonly unitId?: string;
                    /** Format: date-time */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.mandate.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly mandateId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.token.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /** Format: date-time */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly token: string;
                        /** Format: uuid */
                        readonly tokenId: string;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.token.revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly tokenId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.assigned-task.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly sourceId?: string;
                readonly state?: components["schemas"]["TaskState"];
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly tasks: readonly components["schemas"]["AssignedTask"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.assigned-task.deliver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly evidence: string;
                    /** @default [] */
                    readonly photoIds?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssignedTask"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description task.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.evidence-needed 请附办理依据；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.assigned-task.drop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssignedTask"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description task.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.audit.verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly witness?: readonly components["schemas"]["WitnessedHead"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly services: readonly {
                            readonly broken: readonly {
                                readonly chainId: string;
                                readonly reason: string;
                                readonly seq: number;
                            }[];
                            readonly chains: number;
                            readonly entries: number;
                            readonly service: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.building.homes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly buildingId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly homes: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly room: string;
                            readonly stairwell: string;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.calendar.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly days: readonly {
                        readonly date: string;
                        readonly isOffDay: boolean;
                        readonly name: string;
                    }[];
                    readonly papers: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly provisional: boolean;
                        readonly version: number;
                        readonly year: number;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.callback.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly orderId?: string;
                readonly state?: components["schemas"]["CallbackState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly callbacks: readonly components["schemas"]["Callback"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.callback.record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 承办单位是否联系过诉求人 */
                    readonly contacted: boolean;
                    /** @description 已解决但不满意时，回访员可附理由要求重办 */
                    readonly orderRework?: boolean;
                    readonly remark?: string;
                    readonly reworkReason?: string;
                    readonly satisfaction: components["schemas"]["Satisfaction"];
                    readonly solved: boolean;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Callback"];
                };
            };
            /** @description callback.own-order 不能回访自己办理的工单 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description callback.illegal-step 这次回访已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description callback.rework-not-allowed 不能要求重办 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.callback.attempt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Callback"];
                };
            };
            /** @description callback.own-order 不能回访自己办理的工单 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description callback.illegal-step 这次回访已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.category-tree.get": {
        readonly parameters: {
            readonly query?: {
                readonly version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CategoryTree"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.category-tree.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description 自此日零时（北京时间）起施行；不填即刻施行
                     */
                    readonly from?: string;
                    readonly leaves: readonly components["schemas"]["CategoryLeafInput"][];
                    /**
                     * @description 取消的分类改称什么
                     * @default []
                     */
                    readonly renames?: readonly components["schemas"]["CategoryRename"][];
                    /** @description 依据的文件 */
                    readonly source: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly leaves: number;
                        readonly version: number;
                    };
                };
            };
            /** @description category-tree.invalid 问题分类有误；category-tree.from-past 施行日期已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.category-tree.check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description 自此日零时（北京时间）起施行；不填即刻施行
                     */
                    readonly from?: string;
                    readonly leaves: readonly components["schemas"]["CategoryLeafInput"][];
                    /**
                     * @description 取消的分类改称什么
                     * @default []
                     */
                    readonly renames?: readonly components["schemas"]["CategoryRename"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly faults: readonly components["schemas"]["CategoryTreeFault"][];
                        readonly mayBePublished: boolean;
                    };
                };
            };
            /** @description category-tree.from-past 施行日期已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "notify.chain-seat.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly seats: readonly components["schemas"]["SeatHolders"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "notify.chain-seat.hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly seat: "S" | "V" | "T" | "R" | "CALLBACK_LEAD" | "DESK_LEAD";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly accountIds: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SeatHolders"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.claim.board": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly unclaimed?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["ClaimBoardEntry"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.claim.make": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 打算怎么办 */
                    readonly plan: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClaimBoardEntry"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description claim.taken 已被认领；claim.not-hard 不在揭榜范围 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.claim.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClaimBoardEntry"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description claim.not-holder 不是认领单位 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.classifier.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly models: readonly components["schemas"]["ClassifierModel"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.classifier.train": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default true */
                    readonly activate?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClassifierModel"];
                };
            };
            /** @description classifier.too-few 样本太少，不能训练 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.classifier.activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly modelNo: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClassifierModel"];
                };
            };
            /** @description classifier.model-unknown 没有这一版模型 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.commitment.list": {
        readonly parameters: {
            readonly query?: {
                readonly issueId?: string;
                readonly limit?: number;
                readonly state?: components["schemas"]["CommitmentState"];
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitments: readonly components["schemas"]["Commitment"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.commitment.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Commitment"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CostPlan"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.choose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly scenario: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CostPlan"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；plan.illegal-step 方案不在这一步；plan.register-changed 名册有变 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan.has-problems 方案还有问题；plan.scenario-unknown 没有这个方案 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.meet-condition": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly how: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CostPlan"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；plan.illegal-step 方案不在这一步；plan.no-condition 没有待满足的条件 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.gates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly canBeSigned: boolean;
                        readonly gates: readonly components["schemas"]["PlanGate"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan.not-chosen 方案还没有选定 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.home-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly homes: readonly {
                            readonly code: string;
                            /** Format: uuid */
                            readonly homeId: string;
                            readonly no: string;
                        }[];
                    };
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan.not-chosen 方案还没有选定 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.papers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly papers: readonly components["schemas"]["PlanPaper"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.file-paper": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description 批准金额
                     * @default null
                     */
                    readonly amountFen?: string | null;
                    /**
                     * @description 资金来源
                     * @default null
                     */
                    readonly budgetSource?: string | null;
                    /** @description 文件名称与文号 */
                    readonly document: string;
                    /**
                     * @description 扫描件
                     * @default null
                     */
                    readonly documentId?: string | null;
                    /**
                     * @description 业主本人同意书所属的房屋
                     * @default null
                     */
                    readonly homeId?: string | null;
                    readonly kind: components["schemas"]["PaperKind"];
                    /** Format: uuid */
                    readonly paperId: string;
                    /** @description 出资方代码 */
                    readonly payer: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanPaper"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；plan.illegal-step 方案不在这一步 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan.payer-unknown 没有这个出资方；plan.paper-unfit 凭据与出资方不符；plan.paper-incomplete 凭据不完整 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.state": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly homeId?: string;
                    /** @description 房屋编号对应的门牌，用于打印 */
                    readonly labels?: {
                        readonly [key: string]: string;
                    };
                    /** @enum {string} */
                    readonly of: "PLAN" | "PAYER" | "HOME";
                    readonly payer?: string;
                    /** @description 不填即选定的；未选定时为第一个 */
                    readonly scenario?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanStatement"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan.has-problems 方案还有问题；plan.scenario-unknown 没有这个方案 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly communityId?: string;
                readonly limit?: number;
                readonly state?: components["schemas"]["CouncilState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly sessions: readonly components["schemas"]["CouncilSession"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly communityId: string;
                    /** Format: uuid */
                    readonly estateId?: string;
                    /** Format: uuid */
                    readonly id: string;
                    /** Format: uuid */
                    readonly issueId?: string;
                    readonly topic: string;
                    /**
                     * @description 到场并可查看记录的产权单位、物业等
                     * @default []
                     */
                    readonly unitIds?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CouncilSession"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CouncilSession"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CouncilSession"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description council.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.lay-plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly plan: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CouncilSession"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description council.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.close-round-one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly attendance: readonly {
                        readonly party: components["schemas"]["CouncilParty"];
                        readonly people: number;
                    }[];
                    /** Format: date-time */
                    readonly heldAt: string;
                    readonly minutes: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CouncilSession"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description council.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；council.party-missing 到场各方不符；time.future 时间还没有到 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.council-session.close-round-two": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly attendance: readonly {
                        readonly party: components["schemas"]["CouncilParty"];
                        readonly people: number;
                    }[];
                    /** Format: date-time */
                    readonly heldAt: string;
                    readonly minutes: string;
                    readonly voices: readonly {
                        readonly party: components["schemas"]["CouncilParty"];
                        readonly voice: components["schemas"]["CouncilVoice"];
                        /** @default  */
                        readonly words?: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CouncilSession"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description council.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；council.party-missing 到场各方不符；council.voice-missing 表示不完整；council.words-missing 请写明意见；time.future 时间还没有到 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.bring": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly issueId: string;
                    readonly scope: components["schemas"]["IssueScope"];
                    /** Format: uuid */
                    readonly tableId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；issue.scope-unknown 涉及范围有误 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.convene": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unitIds: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；unit.unknown 没有这个单位 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly result: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.support": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard.list": {
        readonly parameters: {
            readonly query?: {
                readonly communityId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly courtyards: readonly components["schemas"]["Courtyard"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly branch: string;
                    /** Format: uuid */
                    readonly buildingId?: string;
                    /** Format: uuid */
                    readonly communityId: string;
                    /** Format: uuid */
                    readonly estateId?: string;
                    /** Format: uuid */
                    readonly id: string;
                    readonly name: string;
                    readonly stairwell?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Courtyard"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly limit?: number;
                readonly state?: components["schemas"]["MatterState"];
            };
            readonly header?: never;
            readonly path: {
                readonly courtyardId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matters: readonly components["schemas"]["CourtyardMatter"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.courtyard-matter.raise": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly courtyardId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly id: string;
                    readonly text: string;
                    readonly title: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CourtyardMatter"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.dead-event.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly events: readonly {
                            readonly consumer: string;
                            readonly diedAt: string;
                            readonly id: string;
                            readonly reason: string;
                            readonly service: string;
                            readonly tries: number;
                            readonly type: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.dead-event.replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly ids?: readonly string[];
                    readonly service: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly replayed: number;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly levelCheck?: components["schemas"]["LevelCheck"];
                readonly limit?: number;
                readonly no?: string;
                readonly state?: components["schemas"]["DemandState"];
                readonly text?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly demands: readonly {
                            /** @description 按身份脱敏 */
                            readonly callerName: string | null;
                            /** @description 按身份脱敏 */
                            readonly callerPhone: string | null;
                            readonly category: components["schemas"]["Category"] | null;
                            readonly channel: components["schemas"]["Channel"];
                            readonly dangerWords: readonly string[];
                            readonly demandType: components["schemas"]["DemandType"] | null;
                            readonly dueAt: string | null;
                            /** @description 结案后又有新情况的，此前的诉求 */
                            readonly earlierDemandId: string | null;
                            /** @description 个人信息限制处理或已删除 */
                            readonly erasure: components["schemas"]["ErasureState"] | null;
                            /** Format: uuid */
                            readonly id: string;
                            readonly leadUnitId: string | null;
                            readonly level: components["schemas"]["Level"];
                            /** @description 紧急级别由谁、由什么定的 */
                            readonly levelBasis: components["schemas"]["LevelBasis"] | null;
                            /** @description 危险词或居民自报的紧急级别，人是否已确认 */
                            readonly levelCheck: components["schemas"]["LevelCheck"] | null;
                            readonly linkedTo: string | null;
                            readonly no: string;
                            readonly orderId: string | null;
                            readonly orderState: components["schemas"]["WorkOrderState"] | null;
                            readonly place: components["schemas"]["PlaceRef"];
                            readonly receivedAt: string;
                            /** @description 按身份脱敏 */
                            readonly room: string | null;
                            readonly screening: components["schemas"]["ScreeningOutcome"] | null;
                            readonly state: components["schemas"]["DemandState"];
                            readonly title: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly callerName?: string;
                    /** @description 巡查可不填；接待与居民群转来的，可只填姓名 */
                    readonly callerPhone?: string;
                    readonly category?: components["schemas"]["Category"];
                    /** @enum {string} */
                    readonly channel: "HOTLINE_12345" | "PHONE_DESK" | "OUTREACH" | "PATROL" | "GROUP_MESSAGE";
                    readonly content: string;
                    readonly demandType?: components["schemas"]["DemandType"];
                    /**
                     * Format: uuid
                     * @description 同一事项结案后又有新情况：此前的诉求
                     */
                    readonly earlierDemandId?: string;
                    /** @description 已当场转 110、119、120、122，不再派单 */
                    readonly emergencyLine?: boolean;
                    /** Format: date-time */
                    readonly happenedAt?: string;
                    /**
                     * Format: uuid
                     * @description 由提交方选定；同一编号提交两次只算一次
                     */
                    readonly id: string;
                    readonly level?: components["schemas"]["Level"];
                    readonly place?: {
                        readonly buildingId?: string | null;
                        readonly communityId?: string | null;
                        readonly estateId?: string | null;
                        readonly point?: string | null;
                    };
                    readonly room?: string;
                    readonly title?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.still-open 此前的诉求还没有结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.incomplete 诉求要素不全；category.unknown 没有这个分类 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Demand"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: string;
                    /** @description 还没有定类型的，可同时定为咨询 */
                    readonly demandType?: components["schemas"]["DemandType"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description demand.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.answer-inquiry-only 只有咨询可以直接答复 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.complainant.reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly purpose: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly callerName: string | null;
                        readonly callerPhone: string | null;
                        readonly room: string | null;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.duplicates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly candidates: readonly {
                            /** Format: uuid */
                            readonly id: string;
                            readonly no: string;
                            readonly reasons: readonly ("SAME_PLACE_CATEGORY_OPEN" | "SAME_CALLER_MATTER_30_DAYS")[];
                            readonly receivedAt: string;
                            readonly title: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.level.confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.level-not-open 没有待确认的紧急级别 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.level.lower": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly level: "U" | "N" | "C";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.level-not-open 没有待确认的紧急级别 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly message: string;
                    /** Format: uuid */
                    readonly to: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description demand.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.link-self 不能并到这件诉求 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.attachment.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly photoId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly contentType: "image/jpeg";
                        /** Format: base64 */
                        readonly data: string;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.screen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly category?: components["schemas"]["Category"];
                    readonly demandType?: components["schemas"]["DemandType"];
                    readonly level?: components["schemas"]["Level"];
                    readonly message?: string;
                    readonly outcome: components["schemas"]["ScreeningOutcome"];
                    readonly place?: {
                        readonly buildingId?: string | null;
                        readonly communityId?: string | null;
                        readonly estateId?: string | null;
                        readonly point?: string | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description demand.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.incomplete 诉求要素不全；category.unknown 没有这个分类 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.suggestion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Suggestion"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.suggest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly callerName?: string;
                    readonly content: string;
                    readonly place?: {
                        readonly buildingId?: string | null;
                        readonly communityId?: string | null;
                        readonly estateId?: string | null;
                        readonly point?: string | null;
                    };
                    readonly title?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Suggestion"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.get": {
        readonly parameters: {
            readonly query?: {
                readonly version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string | null;
                        readonly rows: readonly components["schemas"]["DirectoryRow"][];
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 何时起施行：日期（当日零时）或时刻；不填即刻施行 */
                    readonly from?: string;
                    /** @default 整张发布 */
                    readonly reason?: string;
                    readonly rows: readonly components["schemas"]["DirectoryRowInput"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly rows: number;
                        readonly version: number;
                    };
                };
            };
            /** @description directory.later-version-waits 另有一版等待施行 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.invalid 派单目录有误；directory.from-past 施行时间已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.publish-csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file: string;
                    /** @description 何时起施行：日期（当日零时）或时刻；不填即刻施行 */
                    readonly from?: string;
                    /** @default 以表格发布 */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly rows: number;
                        readonly version: number;
                    };
                };
            };
            /** @description directory.later-version-waits 另有一版等待施行 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.invalid 派单目录有误；directory.from-past 施行时间已过；unit.unknown 没有这个单位；file.unreadable 文件无法读取；file.old-excel 请另存为 .xlsx */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.diff": {
        readonly parameters: {
            readonly query: {
                readonly from: number;
                readonly to: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changes: readonly components["schemas"]["DirectoryRowChange"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.list": {
        readonly parameters: {
            readonly query?: {
                readonly state?: "OPEN" | "PUBLISHED" | "DISCARDED";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly drafts: readonly components["schemas"]["DirectoryDraft"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly basedOn?: number;
                    /** Format: uuid */
                    readonly id: string;
                    readonly title: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDraft"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.draft-exists 草稿编号已被使用 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changes: readonly components["schemas"]["DirectoryRowChange"][];
                        readonly draft: components["schemas"]["DirectoryDraft"];
                        readonly rows: readonly components["schemas"]["DirectoryRow"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly findings: readonly components["schemas"]["DirectoryFinding"][];
                        readonly mayBePublished: boolean;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDraft"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.draft-closed 草稿已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description 与当时去向比较，或与所依据一版比较
                     * @default BASE
                     * @enum {string}
                     */
                    readonly against?: "SENT" | "BASE";
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDryRun"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.edit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly edits: readonly ({
                        /** @description 加在此行之前；不填加在末尾 */
                        readonly before?: string;
                        /** @constant */
                        readonly op: "add";
                        readonly row: components["schemas"]["DirectoryRowInput"];
                    } | {
                        /** @constant */
                        readonly op: "replace";
                        readonly row: components["schemas"]["DirectoryRowInput"];
                    } | {
                        readonly id: string;
                        /** @constant */
                        readonly op: "remove";
                    })[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDraft"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.draft-closed 草稿已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.edit-impossible 不能这样改 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 何时起施行：日期（当日零时）或时刻；不填即刻施行 */
                    readonly from?: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly rows: number;
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.later-version-waits 另有一版等待施行；directory.draft-closed 草稿已结束；directory.draft-outdated 草稿所依据的一版已更新 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.invalid 派单目录有误；directory.from-past 施行时间已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.rebase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDraft"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.draft-closed 草稿已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.edit-impossible 不能这样改 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.export": {
        readonly parameters: {
            readonly query?: {
                readonly format?: "csv" | "xlsx";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: base64 */
                        readonly file: string;
                        readonly fileName: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDraft"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.draft-closed 草稿已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.invalid 派单目录有误；unit.unknown 没有这个单位；file.unreadable 文件无法读取；file.old-excel 请另存为 .xlsx */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date */
                    readonly from?: string;
                    /** Format: date */
                    readonly to?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DirectoryDryRun"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.export": {
        readonly parameters: {
            readonly query?: {
                readonly format?: "csv" | "xlsx";
                readonly version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: base64 */
                        readonly file: string;
                        readonly fileName: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.roll-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 何时起施行：日期（当日零时）或时刻；不填即刻施行 */
                    readonly from?: string;
                    readonly reason: string;
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly rows: number;
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.later-version-waits 另有一版等待施行 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.invalid 派单目录有误；directory.from-past 施行时间已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.statistics": {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly ruleId?: string;
                readonly to?: string;
                readonly version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly rules: readonly components["schemas"]["RuleStatistics"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory-draft.suggest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date */
                    readonly from?: string;
                    /** Format: uuid */
                    readonly id: string;
                    /** Format: date */
                    readonly to?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description 没有可建议的改动时为空 */
                        readonly draft: components["schemas"]["DirectoryDraft"] | null;
                        readonly suggestions: readonly components["schemas"]["RuleSuggestion"][];
                    };
                };
            };
            /** @description directory.draft-exists 草稿编号已被使用 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly versions: readonly components["schemas"]["DirectoryVersion"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.directory.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly version: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description directory.not-scheduled 不能撤回 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.dispute.list": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
                readonly state?: components["schemas"]["DisputeState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly disputes: readonly {
                            readonly decidedAt: string | null;
                            readonly decisionText: string | null;
                            readonly directoryVersion: number;
                            /** @description 应当审核完毕的时间 */
                            readonly dueAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            /** @description 紧急工单先办后议：工单不停办，异议另行审核 */
                            readonly isBeside: boolean;
                            readonly isOverdue: boolean;
                            /**
                             * Format: uuid
                             * @description 提出异议的单位
                             */
                            readonly leadUnitId: string;
                            readonly level: components["schemas"]["Level"];
                            readonly no: string;
                            /** Format: uuid */
                            readonly orderId: string;
                            readonly photoIds: readonly string[];
                            readonly raisedAt: string;
                            readonly reason: components["schemas"]["DisputeReason"];
                            /** @description 当时派单所依据的规则 */
                            readonly ruleIds: readonly string[];
                            readonly state: components["schemas"]["DisputeState"];
                            readonly text: string;
                            /** @description 审核后的主办单位 */
                            readonly toUnitId: string | null;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.duty.list": {
        readonly parameters: {
            readonly query?: {
                readonly at?: string;
                readonly limit?: number;
                readonly planId?: string;
                readonly state?: components["schemas"]["DutyState"];
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly duties: readonly components["schemas"]["Duty"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.duty.done": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Duty"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description check.recorded 结果已经登记；check.too-early 还没有到时候 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.duty-plan.list": {
        readonly parameters: {
            readonly query?: {
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly plans: readonly components["schemas"]["DutyPlan"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.duty-plan.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description 缺省为今天
                     */
                    readonly from?: string;
                    /** Format: uuid */
                    readonly id: string;
                    readonly kind: components["schemas"]["DutyKind"];
                    readonly point?: string;
                    /** @default [] */
                    readonly rota?: readonly string[];
                    readonly rule: components["schemas"]["DutyRule"];
                    readonly title: string;
                    /** Format: uuid */
                    readonly unitId: string;
                    /** Format: date */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DutyPlan"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；duty.rule-empty 周期不完整；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.duty-plan.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DutyPlan"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyUse"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyUse"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做；emergency.confirmer 不需要本方确认；issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.my-shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly notAVote: string;
                        readonly questions: readonly components["schemas"]["ShareQuestion"][];
                        readonly shares: readonly {
                            readonly areaHundredths: number;
                            /** Format: uuid */
                            readonly homeId: string;
                            /** Format: uuid */
                            readonly ownerId: string;
                            /** @description 以分为单位的十进制文本 */
                            readonly shareFen: string;
                            readonly totalAreaHundredths: number;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly where: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyUse"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly questions: readonly components["schemas"]["ShareQuestion"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.ask-share": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly ownerId: string;
                    readonly question: string;
                    /** Format: uuid */
                    readonly questionId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareQuestion"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.answer-share": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly questionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareQuestion"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做；emergency.answered 已经答复 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.refuse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyUse"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.post-use": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly contractor: string;
                    /** @description 以分为单位的十进制文本 */
                    readonly usedFen: string;
                    readonly where: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyUse"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.estate.list": {
        readonly parameters: {
            readonly query?: {
                readonly communityId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly estates: readonly components["schemas"]["Estate"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.building.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly estateId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly buildings: readonly components["schemas"]["Building"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.estate.roll": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly estateId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description 以 0.01 平方米为单位的整数 */
                        readonly areaHundredths: number;
                        readonly byNature: readonly {
                            readonly areaHundredths: number;
                            readonly homes: number;
                            readonly nature: components["schemas"]["HomeNature"];
                        }[];
                        readonly heads: number;
                        readonly homes: number;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.event.retell": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @description 只重发这一个服务的；不填为全部 */
                    readonly service?: string;
                    /** @description 只重发最近这些秒的；不填为全部 */
                    readonly sinceSeconds?: number;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly services: readonly {
                            readonly events: number;
                            readonly service: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.hand-up-pilot.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly pilots: readonly {
                            /**
                             * @description 分类路径；空表示全部分类
                             * @default []
                             */
                            readonly categories: readonly (readonly string[])[];
                            /**
                             * @description 空表示全部渠道
                             * @default []
                             */
                            readonly channels: readonly components["schemas"]["Channel"][];
                            /** @description 试点小区；空表示自该日起停止试点 */
                            readonly estateIds: readonly string[];
                            /** Format: date */
                            readonly from: string;
                            readonly ladder: readonly ({
                                /** @constant */
                                readonly step: "FIRM";
                            } | {
                                /** @constant */
                                readonly step: "COMMUNITY";
                            } | {
                                /** @constant */
                                readonly step: "SECTION";
                                /** Format: uuid */
                                readonly unitId: string;
                            } | {
                                /** @constant */
                                readonly step: "WHISTLE";
                            })[];
                            /**
                             * @description 紧急的按紧急办理，不在此列
                             * @default [
                             *       "U",
                             *       "N",
                             *       "C"
                             *     ]
                             */
                            readonly levels: readonly components["schemas"]["Level"][];
                            readonly source: string;
                            readonly version: number;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.hand-up-pilot.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description 分类路径；空表示全部分类
                     * @default []
                     */
                    readonly categories?: readonly (readonly string[])[];
                    /**
                     * @description 空表示全部渠道
                     * @default []
                     */
                    readonly channels?: readonly components["schemas"]["Channel"][];
                    /** @description 试点小区；空表示自该日起停止试点 */
                    readonly estateIds: readonly string[];
                    /** Format: date */
                    readonly from: string;
                    readonly ladder: readonly ({
                        /** @constant */
                        readonly step: "FIRM";
                    } | {
                        /** @constant */
                        readonly step: "COMMUNITY";
                    } | {
                        /** @constant */
                        readonly step: "SECTION";
                        /** Format: uuid */
                        readonly unitId: string;
                    } | {
                        /** @constant */
                        readonly step: "WHISTLE";
                    })[];
                    /**
                     * @description 紧急的按紧急办理，不在此列
                     * @default [
                     *       "U",
                     *       "N",
                     *       "C"
                     *     ]
                     */
                    readonly levels?: readonly components["schemas"]["Level"][];
                    readonly source: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly version: number;
                    };
                };
            };
            /** @description hand-up.invalid 试点设置有误；unit.unknown 没有这个单位 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.health.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly ready: boolean;
                        readonly services: readonly {
                            readonly ready: boolean;
                            readonly reasons: readonly string[];
                            readonly service: string;
                            readonly version?: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "intake.import.run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file: string;
                    /** @default beijing-12345 */
                    readonly profile?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description file.unreadable 文件无法读取；file.old-excel 请另存为 .xlsx；file.no-header 找不到表头；profile.unknown 没有这种导出表 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.import.parked": {
        readonly parameters: {
            readonly query?: {
                readonly importId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly rows: readonly components["schemas"]["ParkedRow"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.import.retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly cells: {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly outcome: "accepted" | "known" | "parked";
                        readonly reasons: readonly string[];
                    };
                };
            };
            /** @description import.row-not-parked 这一行不在待更正之列 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description profile.unknown 没有这种导出表 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly state?: components["schemas"]["IncidentState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly incidents: readonly components["schemas"]["Incident"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly category: readonly string[];
                    /**
                     * Format: uuid
                     * @description 由提交方选定；同一编号提交两次只算一次
                     */
                    readonly id: string;
                    /** Format: uuid */
                    readonly leadUnitId: string;
                    /** @description 第一次通报 */
                    readonly publicText: string;
                    readonly scope: readonly components["schemas"]["ScopePartInput"][];
                    readonly title: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息；unit.unknown 没有这个单位；incident.place-unknown 范围没有登记 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.after-care": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly buildingId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 只登记这几户；不写就是还没登记的全部 */
                    readonly homeIds?: readonly string[];
                    readonly outcome: components["schemas"]["AfterCare"];
                    /** @description 只登记这一个楼门 */
                    readonly stairwell?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.home-not-affected 不在影响范围内 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly buildingId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: base64 */
                        readonly file: string;
                        readonly fileName: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.nothing-told 还没有通报 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.tell-homes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly buildingId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 只登记这几户；不写就是还没登记的全部 */
                    readonly homeIds?: readonly string[];
                    readonly how: components["schemas"]["ToldHow"];
                    /** @description 只登记这一个楼门 */
                    readonly stairwell?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.home-not-affected 不在影响范围内 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.candidates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly orders: readonly {
                            readonly isCertain: boolean;
                            readonly no: string;
                            /** Format: uuid */
                            readonly orderId: string;
                            readonly place: components["schemas"]["PlaceRef"];
                            readonly receivedAt: string;
                            readonly title: string;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly category?: readonly string[];
                    /** Format: uuid */
                    readonly leadUnitId?: string;
                    readonly publicText: string;
                    readonly scope?: readonly components["schemas"]["ScopePartInput"][];
                    readonly title?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息；unit.unknown 没有这个单位；incident.place-unknown 范围没有登记 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.dismiss": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.homes": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly homes: readonly {
                            /** Format: uuid */
                            readonly buildingId: string;
                            /** Format: uuid */
                            readonly estateId: string;
                            /** Format: uuid */
                            readonly homeId: string;
                            readonly stairwell: string;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.households": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly households: readonly components["schemas"]["Household"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.add-households": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly households: readonly {
                        /** Format: uuid */
                        readonly homeId: string;
                        readonly kind: components["schemas"]["HouseholdKind"];
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.home-not-affected 不在影响范围内 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.visit-household": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly homeId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly done: boolean;
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.attach": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly orderIds: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly {
                            readonly attached: boolean;
                            readonly code: string | null;
                            /** Format: uuid */
                            readonly orderId: string;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.detach": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly orderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.outreach": {
        readonly parameters: {
            readonly query?: {
                readonly buildingId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly buildings: readonly components["schemas"]["OutreachBuilding"][];
                        readonly homes: readonly components["schemas"]["OutreachHome"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 恢复告知，含后续注意事项 */
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly cause: string;
                    readonly lessons: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作；incident.crew-on-site 班组还在现场 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.shift-start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly persons: number;
                    /** Format: uuid */
                    readonly shiftId: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.shift-end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly shiftId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.hand-over": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly shiftId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly nextShiftId: string;
                    readonly note: string;
                    readonly persons: number;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.step": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly kind: components["schemas"]["IncidentStep"];
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.incident.widen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly scope: readonly components["schemas"]["ScopePartInput"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident.place-unknown 范围没有登记 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.instalment.payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["PaymentEntry"][];
                        readonly instalment: components["schemas"]["Instalment"];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.instalment.receipt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 本次付款（应退的为本次退款） */
                    readonly amountFen: string;
                    /** @description 凭证名称或编号 */
                    readonly document: string;
                    /**
                     * Format: uuid
                     * @description 凭证附件
                     */
                    readonly documentId: string;
                    /** Format: date */
                    readonly paidOn: string;
                    /** Format: uuid */
                    readonly receiptId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Instalment"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description instalment.not-open 这一笔不能再登记 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；instalment.over-share 超过应付金额；instalment.nothing-paid 金额为零；time.future 时间还没有到 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.instalment.counter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly receiptId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly entryId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Instalment"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description instalment.not-open 这一笔不能再登记；instalment.countered 已经冲销 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly limit?: number;
                readonly orderId?: string;
                readonly state?: components["schemas"]["IssueState"];
                readonly tableId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly issues: readonly components["schemas"]["Issue"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly id: string;
                    /**
                     * @description 反复反映同一问题的工单
                     * @default []
                     */
                    readonly orderIds?: readonly string[];
                    readonly problem: string;
                    readonly scope: components["schemas"]["IssueScope"];
                    /** Format: uuid */
                    readonly tableId: string;
                    readonly title: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.scope-unknown 涉及范围有误；issue.order-elsewhere 工单不属于这个小区；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.body-decision.record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 到会委员 */
                    readonly attended: number;
                    /** @enum {string} */
                    readonly body: "OWNERS_COMMITTEE" | "PROPERTY_MGMT_COMMITTEE";
                    readonly document: string;
                    /** Format: date */
                    readonly heldOn: string;
                    /** @description 全体委员人数 */
                    readonly members: number;
                    /** @description 其中业主代表 */
                    readonly ownerReps: number;
                    /** @description 其中业主代表 */
                    readonly ownerRepsAttended: number;
                    /** @description 签字同意的委员 */
                    readonly signed: number;
                    /**
                     * Format: date
                     * @description 告知居委会的日期（业委会须五日前）
                     */
                    readonly toldOn?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.not-open 议题已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body.numbers-unsound 人数有误；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly into: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；issue.proposer-silent 提出方还没有请求撤回 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.merge-unfit 不能并入这件议题；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.decide-next": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 拟方案的一方，拟方案时必填 */
                    readonly leadSeat?: components["schemas"]["SeatKind"];
                    readonly reason: string;
                    /** @enum {string} */
                    readonly step: "plan" | "replan" | "amend" | "reject" | "escalate" | "archive";
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；issue.rounds-used-up 轮次已用完；publicity.hangs 方案正在公示；minutes.unfinished 纪要还没有定稿；seat.vacant 这个席位空缺 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.lead-needed 请写明由谁拟方案；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.report-plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly progress: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly rounds: readonly components["schemas"]["Round"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agenda: readonly string[];
                    /**
                     * @default [
                     *       "TABLE"
                     *     ]
                     */
                    readonly bodies?: readonly components["schemas"]["MeetingBody"][];
                    /** @default false */
                    readonly isEmergency?: boolean;
                    /** @description 可能出资的各方，必须到会；已有分摊方案时从方案 */
                    readonly payers?: readonly components["schemas"]["SeatKind"][];
                    /** Format: uuid */
                    readonly roundId: string;
                    /** Format: date-time */
                    readonly startsAt: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；round.noticed 已经发过通知；round.too-few-seats 到场资格不足三方；seat.vacant 这个席位空缺 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；round.notice-short 通知时间不够；round.not-emergency 不是应急议题 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；round.too-early 还没有到时间 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.minutes.write": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly items: {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；minutes.finished 纪要已定稿 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.minutes.finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；minutes.finished 纪要已定稿 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；minutes.incomplete 纪要还缺内容 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.fail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；round.too-early 还没有到时间；round.quorate 到会方数已够 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；round.too-early 还没有到时间；round.no-quorum 到会方数不足 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.position.take": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 有条件同意时必填 */
                    readonly condition?: string;
                    /** @enum {string} */
                    readonly position: "AGREE" | "AGREE_WITH_CONDITION" | "DISAGREE" | "ABSTAIN";
                    /** @description 除同意外必填 */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly nonce: string;
                        readonly receipt: string;
                        readonly round: components["schemas"]["Round"];
                    };
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避；seat.over-limit 超过授权限额 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；round.not-present 请先签到 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；position.reason-needed 请写明理由 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.position.record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly roundId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly as: components["schemas"]["SeatRole"];
                    /** @description 有条件同意时必填 */
                    readonly condition?: string;
                    /** @description 书面原件编号、通话录音编号 */
                    readonly evidence: string;
                    /** @enum {string} */
                    readonly medium: "PAPER" | "PHONE";
                    /** @enum {string} */
                    readonly position: "AGREE" | "AGREE_WITH_CONDITION" | "DISAGREE" | "ABSTAIN";
                    /** @description 除同意外必填 */
                    readonly reason?: string;
                    readonly seat: components["schemas"]["SeatKind"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly nonce: string;
                        readonly receipt: string;
                        readonly round: components["schemas"]["Round"];
                    };
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避；seat.over-limit 超过授权限额 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description round.not-current 不是当前这一轮；round.illegal-step 当前状态不能这样操作；issue.illegal-step 当前状态不能这样操作；seat.vacant 这个席位空缺 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；position.reason-needed 请写明理由 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.screen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly decision: "TAKE" | "REFUSE";
                    /** @description 不予列入时必填 */
                    readonly ground?: components["schemas"]["RefusalGround"];
                    /**
                     * @description 列入时必填
                     * @default []
                     */
                    readonly matters?: readonly components["schemas"]["IssueMatter"][];
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.screening-incomplete 意见不完整；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.seat.replace-mandate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly seat: components["schemas"]["SeatKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 有金额上限时必填：超过时须由谁签字 */
                    readonly aboveLimit?: string;
                    readonly accountId: string;
                    /** @description 以分为单位的十进制文本 */
                    readonly amountLimitFen?: string;
                    readonly as: components["schemas"]["SeatRole"];
                    readonly document: string;
                    /** Format: date-time */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description seat.vacant 这个席位空缺；issue.not-open 议题已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description seat.account-unfit 这个账号不能代表本席位；seat.above-limit-needed 请写明超限由谁签字；seat.limit-too-high 金额上限超过账号的授权；due.past 时间已过；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.seat.step-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly seat: components["schemas"]["SeatKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly accountId: string;
                    readonly interest: components["schemas"]["Interest"];
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.not-open 议题已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description seat.account-unfit 这个账号不能代表本席位；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；issue.proposer-silent 提出方还没有请求撤回 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.issue.ask-withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly plans: readonly components["schemas"]["CostPlan"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.cost-plan.draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly contractor?: components["schemas"]["ContractorChoice"] | null;
                    /** @default null */
                    readonly expertReport?: components["schemas"]["ExpertReport"] | null;
                    readonly fundCustodian: components["schemas"]["FundCustodian"];
                    /** @description 另行列出房屋时逐户与名册核对；不列即名册中范围内的全部房屋 */
                    readonly homeIds?: readonly string[];
                    /**
                     * @description 涉及结构、电梯、消防等专业判断，须有专家意见
                     * @default false
                     */
                    readonly isTechnical?: boolean;
                    readonly items: readonly {
                        /** @description 以分为单位的十进制文本 */
                        readonly amountFen: string;
                        readonly duty: {
                            readonly kind: components["schemas"]["SoleDuty"];
                            readonly payer: string;
                        } | null;
                        readonly name: string;
                        readonly work: components["schemas"]["WorkKind"];
                    }[];
                    /**
                     * @description 没有席位的出资方：社区基金、捐助人、专业经营单位等
                     * @default []
                     */
                    readonly otherPayers?: readonly {
                        readonly code: string;
                        readonly kind: components["schemas"]["PayerKind"];
                        readonly name: string;
                    }[];
                    /** @default [] */
                    readonly quotes?: readonly components["schemas"]["Quote"][];
                    readonly scenarios: readonly {
                        readonly agreement: {
                            readonly document: string;
                            readonly parts: readonly {
                                readonly payer: string;
                                /** @description 百分数或分数，例如 12.5%、1/3 */
                                readonly ratio: string;
                            }[];
                        } | null;
                        readonly grants: readonly {
                            /** @description 定额 */
                            readonly amountFen?: string | null;
                            /** @description 上限 */
                            readonly capFen?: string | null;
                            readonly kind: components["schemas"]["GrantKind"];
                            readonly payer: string;
                            readonly priority: number;
                            /** @description 占分摊总额的比例 */
                            readonly ratio?: string | null;
                        }[];
                        readonly homesAgreement: string | null;
                        readonly homesRule: components["schemas"]["HomesRule"];
                        readonly name: string;
                        readonly ownersMoney: components["schemas"]["OwnersMoney"];
                    }[];
                    readonly title: string;
                    /**
                     * @description 按约定系数分摊时各户的系数
                     * @default []
                     */
                    readonly weights?: readonly {
                        /** Format: uuid */
                        readonly homeId: string;
                        readonly weight: number;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CostPlan"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly uses: readonly components["schemas"]["EmergencyUse"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.emergency.file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly case: components["schemas"]["EmergencyCase"];
                    readonly custodian: components["schemas"]["FundCustodian"];
                    /** @description 以分为单位的十进制文本 */
                    readonly estimateFen: string;
                    readonly evidence: components["schemas"]["EmergencyEvidence"];
                    /** Format: uuid */
                    readonly id: string;
                    /** @description 由他方代为申请或组织时必填 */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyUse"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description emergency.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；emergency.evidence-missing 证明不足；emergency.applicant 申请人不符；emergency.no-fund 没有可以使用的维修资金 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.instalment.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly accounts: readonly components["schemas"]["PayerAccount"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.publicity.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly publicities: readonly components["schemas"]["PublicityFile"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.publicity.post": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 张贴照片 */
                    readonly photoIds: readonly string[];
                    readonly point: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Publicity"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；publicity.illegal-step 公示不在这一步；plan.not-chosen 方案还没有选定；publicity.vote-first 先由业主表决 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly resolutions: readonly components["schemas"]["Resolution"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.draw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly issueId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly attachments?: readonly {
                        readonly name: string;
                        readonly sha256: string;
                    }[];
                    /** @default [] */
                    readonly commitments?: readonly {
                        /** Format: date */
                        readonly dueOn: string;
                        /** @description 完成时须提交什么 */
                        readonly evidence: string;
                        readonly seat: components["schemas"]["SeatKind"];
                        readonly text: string;
                    }[];
                    /** Format: uuid */
                    readonly id: string;
                    /**
                     * @description 每个出资方按此比例分期付款；不填即一次付清
                     * @default []
                     */
                    readonly schedule?: readonly components["schemas"]["ScheduledPayment"][];
                    readonly text: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；plan.not-chosen 方案还没有选定；resolution.gates-open 签约条件尚未具备；resolution.seat-vacant 应签署的席位空缺 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息；resolution.empty 决议没有内容可执行；resolution.schedule 分期安排有误；plan.retention-too-high 质保金过高；due.past 时间已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leader-list.list": {
        readonly parameters: {
            readonly query?: {
                readonly kind?: components["schemas"]["LeaderListKind"];
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly lists: readonly {
                            readonly from: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly kind: components["schemas"]["LeaderListKind"];
                            readonly madeAt: string;
                            readonly to: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leader-list.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly contents: components["schemas"]["LeaderListContents"];
                        readonly from: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly kind: components["schemas"]["LeaderListKind"];
                        readonly madeAt: string;
                        readonly to: string;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.ledger.list": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly category1?: string;
                readonly communityId?: string;
                readonly dueBefore?: string;
                readonly level?: components["schemas"]["Level"];
                readonly limit?: number;
                readonly overdue?: string;
                readonly problem?: string;
                readonly state?: components["schemas"]["WorkOrderState"];
                readonly unitId?: string;
                readonly unplanned?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly asOf: string;
                        readonly entries: readonly components["schemas"]["LedgerEntry"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.ledger.export": {
        readonly parameters: {
            readonly query?: {
                readonly category1?: string;
                readonly communityId?: string;
                readonly dueBefore?: string;
                readonly level?: components["schemas"]["Level"];
                readonly overdue?: string;
                readonly problem?: string;
                readonly state?: components["schemas"]["WorkOrderState"];
                readonly unitId?: string;
                readonly unplanned?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: base64 */
                        readonly file: string;
                        readonly fileName: string;
                        readonly isCut: boolean;
                        readonly rows: number;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.saved-view.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly views: readonly components["schemas"]["SavedView"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.saved-view.save": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly filter: components["schemas"]["LedgerFilter"];
                    /** @default false */
                    readonly isShared?: boolean;
                    readonly name: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description access.denied 没有此项权限 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.saved-view.remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leg.list": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
                readonly open?: string;
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly legs: readonly components["schemas"]["Leg"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.mapping-profile.put": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 字段 → 表头写法 */
                    readonly columns: {
                        readonly [key: string]: readonly string[];
                    };
                    readonly doneStates: readonly string[];
                    readonly name: string;
                    readonly required: readonly string[];
                    /** @constant */
                    readonly timeZone: "Asia/Shanghai";
                    readonly unknownPlace: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MappingProfile"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "notify.message.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly subjectId?: string;
                readonly unread?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly messages: readonly components["schemas"]["Message"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "notify.message.read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.metrics.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.monthly-slot.list": {
        readonly parameters: {
            readonly query: {
                readonly month: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly slots: readonly components["schemas"]["MonthlySlot"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.home-share.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly shares: readonly components["schemas"]["OwnHomeShare"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.home-share.bind": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 分户说明上的查询码 */
                    readonly code: string;
                    /** @description 分户说明上的编号，例如 FT3A5C61B2-412 */
                    readonly no: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnHomeShare"];
                };
            };
            /** @description home-share.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.office-question.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly limit?: number;
                readonly officeDayOn?: string;
                readonly state?: components["schemas"]["QuestionState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly questions: readonly components["schemas"]["OfficeQuestion"][];
                        readonly totals: {
                            readonly issues: number;
                            readonly officeDays: number;
                            readonly projects: number;
                            readonly questions: number;
                        };
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.office-question.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly communityId: string;
                    /** Format: uuid */
                    readonly id: string;
                    /** Format: date */
                    readonly officeDayOn: string;
                    readonly question: string;
                    readonly title: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OfficeQuestion"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.office-question.answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OfficeQuestion"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.office-question.settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly issueId?: string;
                    /** Format: uuid */
                    readonly projectId?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OfficeQuestion"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description courtyard.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.open-api.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "deliberation.vote.list": {
        readonly parameters: {
            readonly query?: {
                readonly estateId?: string;
                readonly issueId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly votes: readonly components["schemas"]["OwnersVote"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.announce": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly buildingId?: string;
                    /** Format: date-time */
                    readonly closesAt: string;
                    /** Format: uuid */
                    readonly estateId: string;
                    /** @description 计票小组成员的账号，至少三人 */
                    readonly groupAccountIds: readonly string[];
                    /** @description 车位计入基数；本小区另有决定时写明 */
                    readonly hasParking?: boolean;
                    /** @description 投票地点与方式 */
                    readonly how: string;
                    /** Format: uuid */
                    readonly id: string;
                    /**
                     * @description 候选人、应标人等有利害关系者的账号
                     * @default []
                     */
                    readonly interestedAccountIds?: readonly string[];
                    /**
                     * Format: uuid
                     * @description 为某议题表决时写明；议题须已商定
                     */
                    readonly issueId?: string;
                    readonly kind: components["schemas"]["VoteKind"];
                    /** Format: date-time */
                    readonly opensAt: string;
                    readonly questions: readonly components["schemas"]["VoteQuestion"][];
                    readonly stairwell?: string;
                    readonly title: string;
                    /** @enum {string} */
                    readonly unsoldHeads?: "ONE" | "ONE_PER_HOME";
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnersVote"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.group-too-small 计票小组不足；issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.notice-short 公告时间不足；vote.period 表决期不合规；vote.options-unclear 事项的选项有误；vote.member-interested 计票小组成员有利害关系；vote.empty-roll 名册是空的；vote.matter-missing 表决事项与议题不符；vote.no-rules 没有适用的规则；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnersVote"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.ballots": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly ballots: readonly components["schemas"]["Ballot"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.enter-ballot": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly ballotId: string;
                    /** @description 每个事项的选择：选项编号，或 DISAGREE、ABSTAIN、INVALID；空白不填 */
                    readonly choices: {
                        readonly [key: string]: string;
                    };
                    /** Format: uuid */
                    readonly ownerId: string;
                    /** Format: uuid */
                    readonly scanId: string;
                    /** @description 选票上印的编号 */
                    readonly serial: number;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly ballotId: string;
                        readonly receipt: string;
                        /** @description 此前该业主已交过选票 */
                        readonly replaces: boolean;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.not-declared 请先声明；vote.group-too-small 计票小组不足；vote.wrong-kind 表决方式不符；vote.serial-used 选票编号已录入 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.not-on-roll 选票不属于名册中的业主；vote.unknown-choice 选项不认识；vote.scan-unknown 没有这份扫描件 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.check-ballot": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly ballotId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 每个事项的选择：选项编号，或 DISAGREE、ABSTAIN、INVALID；空白不填 */
                    readonly choices: {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly state: components["schemas"]["BallotState"];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.not-declared 请先声明；vote.group-too-small 计票小组不足；vote.same-hand 须由另一人办理；vote.ballot-step 选票状态不符 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.unknown-choice 选项不认识 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.settle-ballot": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly ballotId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 每个事项的选择：选项编号，或 DISAGREE、ABSTAIN、INVALID；空白不填 */
                    readonly choices: {
                        readonly [key: string]: string;
                    };
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly state: components["schemas"]["BallotState"];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.not-declared 请先声明；vote.group-too-small 计票小组不足；vote.same-hand 须由另一人办理；vote.ballot-step 选票状态不符 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.unknown-choice 选项不认识 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.board": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly count: number;
                        readonly receipts: readonly string[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.call-off": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnersVote"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.cast": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 每个事项的选择：选项编号，或 DISAGREE、ABSTAIN、INVALID；空白不填 */
                    readonly choices: {
                        readonly [key: string]: string;
                    };
                    /** Format: uuid */
                    readonly ownerId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly notice: string;
                        readonly receipt: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.internet-refused 这里不能网上投票 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.unknown-choice 选项不认识 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.count": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnersVote"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.not-declared 请先声明；vote.group-too-small 计票小组不足；vote.still-open 表决尚未截止；vote.unchecked 还有选票未核对；vote.wrong-kind 表决方式不符 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.name-group": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly groupAccountIds: readonly string[];
                    /** @default [] */
                    readonly interestedAccountIds?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly members: readonly {
                            readonly accountId: string;
                            readonly state: components["schemas"]["MemberState"];
                        }[];
                    };
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.group-too-small 计票小组不足 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.member-interested 计票小组成员有利害关系 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.declare-member": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly hasInterest: boolean;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly members: readonly {
                            readonly accountId: string;
                            readonly state: components["schemas"]["MemberState"];
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.mine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly {
                            readonly areaHundredths: number;
                            readonly heads: number;
                            readonly homes: readonly {
                                readonly areaHundredths: number;
                                readonly areaSource: components["schemas"]["AreaSource"];
                                /** Format: uuid */
                                readonly buildingId: string;
                                /** Format: uuid */
                                readonly homeId: string;
                                readonly ordinal: number;
                                readonly stairwell: string;
                            }[];
                            /** Format: uuid */
                            readonly ownerId: string;
                            readonly receipts: readonly {
                                readonly at: string;
                                readonly isCounted: boolean;
                                readonly receipt: string;
                            }[];
                        }[];
                        readonly notice: string | null;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.import-official": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 在何处、何时公布 */
                    readonly source: string;
                    readonly sums: readonly {
                        readonly abstaining: {
                            readonly area: number;
                            readonly heads: number;
                        };
                        readonly agreeing: readonly {
                            readonly option: string;
                            readonly weight: {
                                readonly area: number;
                                readonly heads: number;
                            };
                        }[];
                        readonly all: {
                            readonly area: number;
                            readonly heads: number;
                        };
                        readonly question: string;
                        readonly takingPart: {
                            readonly area: number;
                            readonly heads: number;
                        };
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnersVote"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.wrong-kind 表决方式不符；vote.still-open 表决尚未截止 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.official-unsound 官方结果核对不上；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.post-result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 张贴或公布的地点 */
                    readonly where: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnersVote"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.remind": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description 提醒了多少业主 */
                        readonly owners: number;
                    };
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.roll": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly owners: readonly {
                            readonly areaHundredths: number;
                            readonly hasReturned: boolean;
                            readonly heads: number;
                            readonly homes: readonly {
                                /** Format: uuid */
                                readonly buildingId: string;
                                /** Format: uuid */
                                readonly homeId: string;
                                readonly ordinal: number;
                                readonly stairwell: string;
                            }[];
                            /** Format: uuid */
                            readonly ownerId: string;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.add-scan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.illegal-step 现在不能这样做；vote.not-declared 请先声明；vote.group-too-small 计票小组不足 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description vote.scan-unreadable 扫描件不能识别 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.vote.scan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly scanId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly file: string;
                        readonly type: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.person.erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly basis: components["schemas"]["ErasureBasis"];
                    /** @description 怎样核验了申请人就是本人；留痕 */
                    readonly identityCheck: string;
                    /** @description 诉求编号：只这一件；与 phone 二选一 */
                    readonly no?: string;
                    /** @description 来电人电话：他的全部诉求；与 no 二选一 */
                    readonly phone?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description 已删除的诉求编号 */
                        readonly erased: readonly string[];
                        /** @description 尚未办结、办结后自动删除的诉求编号 */
                        readonly restricted: readonly string[];
                        /** @description 导入时待更正的行：先更正，再删除 */
                        readonly waitingRows: number;
                    };
                };
            };
            /** @description person.unknown 没有这个人的信息 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.person.export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 怎样核验了申请人就是本人；留痕 */
                    readonly identityCheck: string;
                    /** @description 诉求编号：只这一件；与 phone 二选一 */
                    readonly no?: string;
                    /** @description 来电人电话：他的全部诉求；与 no 二选一 */
                    readonly phone?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonalCopy"];
                };
            };
            /** @description person.unknown 没有这个人的信息 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.person.erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly basis: components["schemas"]["ErasureBasis"];
                    /**
                     * Format: uuid
                     * @description 房屋：登记的业主没有电话时；与 phone 二选一
                     */
                    readonly homeId?: string;
                    /** @description 怎样核验了申请人就是本人；留痕 */
                    readonly identityCheck: string;
                    /** @description 登记的电话；与 homeId 二选一 */
                    readonly phone?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description 已删除的登记 */
                        readonly erased: number;
                        /** @description 其名下的房屋 */
                        readonly homes: number;
                        /** @description 仍是业主、房屋全部转移后自动删除的登记 */
                        readonly restricted: number;
                    };
                };
            };
            /** @description person.unknown 没有这个人的信息 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.person.export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: uuid
                     * @description 房屋：登记的业主没有电话时；与 phone 二选一
                     */
                    readonly homeId?: string;
                    /** @description 怎样核验了申请人就是本人；留痕 */
                    readonly identityCheck: string;
                    /** @description 登记的电话；与 homeId 二选一 */
                    readonly phone?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisteredPerson"];
                };
            };
            /** @description person.unknown 没有这个人的信息 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.place.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly buildingId?: string;
                    /** Format: uuid */
                    readonly communityId?: string;
                    /** Format: uuid */
                    readonly estateId?: string;
                    /** Format: uuid */
                    readonly id: string;
                    readonly name: string;
                    readonly stairwell?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Place"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project-program.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly year: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectProgram"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly communityId?: string;
                readonly limit?: number;
                readonly state?: components["schemas"]["ProjectState"];
                readonly type?: components["schemas"]["ProjectType"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly counts: readonly {
                            readonly projects: number;
                            readonly state: components["schemas"]["ProjectState"];
                            readonly type: components["schemas"]["ProjectType"];
                        }[];
                        readonly projects: readonly components["schemas"]["Project"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly beforePhotoIds?: readonly string[];
                    /** Format: uuid */
                    readonly id: string;
                    readonly month?: string;
                    readonly origin: components["schemas"]["ProjectOrigin"];
                    /** @default [] */
                    readonly originIds?: readonly string[];
                    readonly place: components["schemas"]["PlaceRef"];
                    readonly problem: string;
                    readonly title: string;
                    readonly type: components["schemas"]["ProjectType"];
                    readonly zone?: components["schemas"]["ProjectZone"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.month-taken 当月项目已定 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.community-needed 请写明社区；project.month-closed 月份不对；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 职务或身份，不写姓名电话 */
                    readonly by: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 以分为单位的十进制文本 */
                    readonly amountFen: string;
                    readonly budgetSource: string;
                    readonly document: string;
                    readonly programYear?: number;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作；project.program-full 名额已满 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.over-budget 批复金额超过预算 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.begin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly afterPhotoIds: readonly string[];
                    readonly result: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.task": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 以分为单位的十进制文本 */
                    readonly budgetFen: string;
                    readonly support: components["schemas"]["ProjectSupport"];
                    readonly tasks: readonly components["schemas"]["ProjectTask"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；due.past 时间已过；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.project.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description project.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "intake.demand.receive-public": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly callerName?: string;
                    readonly callerPhone: string;
                    readonly category?: components["schemas"]["Category"];
                    readonly content: string;
                    readonly demandType?: components["schemas"]["DemandType"];
                    /** Format: uuid */
                    readonly id: string;
                    readonly isEmergency?: boolean;
                    readonly place?: {
                        readonly buildingId?: string | null;
                        readonly communityId?: string | null;
                        readonly estateId?: string | null;
                        readonly point?: string | null;
                    };
                    readonly placeCode?: string;
                    readonly room?: string;
                    readonly title?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description street.unknown 没有这个街道；place.unknown 没有这个点位 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.incomplete 诉求要素不全 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "intake.attachment.add": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bytes: number;
                        readonly height: number;
                        /** Format: uuid */
                        readonly id: string;
                        readonly width: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description image.unreadable 图片无法识别；image.too-many 照片过多 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request.too-many 操作过于频繁 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "deliberation.home-share.track": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 分户说明上的查询码 */
                    readonly code: string;
                    /** @description 分户说明上的编号，例如 FT3A5C61B2-412 */
                    readonly no: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnHomeShare"];
                };
            };
            /** @description home-share.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "intake.demand.tell-new-facts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly content: string;
                    /**
                     * Format: uuid
                     * @description 由提交方选定；同一编号提交两次只算一次
                     */
                    readonly id: string;
                    readonly no: string;
                    readonly phoneTail: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description tracking.not-found 没有查到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.still-open 此前的诉求还没有结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description demand.nothing-new 没有看到新情况；demand.too-long-ago 时间已久 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "deliberation.objection.raise-as-owner": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 分户说明上的查询码 */
                    readonly code: string;
                    /** @description 分户说明上的编号，例如 FT3A5C61B2-412 */
                    readonly no: string;
                    /** Format: uuid */
                    readonly objectionId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly dueAt: string;
                        /** Format: uuid */
                        readonly objectionId: string;
                    };
                };
            };
            /** @description home-share.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description publicity.over 公示已经结束；objection.open-already 已有一件异议待答复 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "registry.place.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly code: string;
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly buildingId: string | null;
                        readonly code: string;
                        readonly communityId: string | null;
                        readonly communityName: string | null;
                        readonly estateId: string | null;
                        readonly estateName: string | null;
                        readonly name: string;
                        readonly stairwell: string | null;
                    };
                };
            };
            /** @description place.unknown 没有这个点位 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "deliberation.publicity.board": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly publicities: readonly {
                            readonly endsAt: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly postedAt: string;
                            readonly title: string;
                            readonly totalFen: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "deliberation.publicity.read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly endedAt: string | null;
                        readonly endsAt: string;
                        readonly homes: readonly components["schemas"]["MaskedShare"][];
                        /** Format: uuid */
                        readonly id: string;
                        /** @description 公示文本 */
                        readonly lines: readonly string[];
                        /** @description 第几次公示 */
                        readonly no: number;
                        /** @description 方案编号 */
                        readonly numberText: string;
                        readonly payers: readonly {
                            readonly amountFen: string;
                            readonly name: string;
                        }[];
                        /** @description 张贴地点 */
                        readonly point: string;
                        readonly postedAt: string;
                        readonly state: components["schemas"]["PublicityState"];
                        readonly title: string;
                        readonly totalFen: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "intake.demand.track": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly streetId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly no: string;
                    readonly phoneTail: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description 有事您找我：首接单位，始终是您的联系人 */
                        readonly contactUnit: string | null;
                        readonly dueAt: string | null;
                        readonly handledBy: string | null;
                        readonly isOverdue: boolean;
                        readonly no: string;
                        readonly state: string;
                        readonly stateText: string;
                        readonly timeline: readonly {
                            readonly at: string;
                            readonly text: string;
                        }[];
                    };
                };
            };
            /** @description tracking.not-found 没有查到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "deliberation.publicity.amend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly objectionIds?: readonly string[];
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Publicity"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；publicity.illegal-step 公示不在这一步；objection.illegal-step 异议不在这一步；publicity.objections-open 还有异议没有了结 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.publicity.record-assembly": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: string;
                    /** Format: uuid */
                    readonly documentId: string;
                    readonly outcome: components["schemas"]["AssemblyOutcome"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Publicity"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；publicity.illegal-step 公示不在这一步；publicity.no-assembly 不需要登记大会结果 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.objection.record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly documentId?: string | null;
                    /** @default null */
                    readonly homeId?: string | null;
                    /** Format: uuid */
                    readonly objectionId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；publicity.illegal-step 公示不在这一步；publicity.over 公示已经结束；objection.open-already 已有一件异议待答复 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description objection.paper-needed 缺少书面原件；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.objection.answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly objectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；publicity.illegal-step 公示不在这一步；objection.illegal-step 异议不在这一步 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.objection.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly objectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default null */
                    readonly documentId?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.illegal-step 当前状态不能这样操作；publicity.illegal-step 公示不在这一步；objection.illegal-step 异议不在这一步 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description objection.paper-needed 缺少书面原件 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.rain.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rain"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.rain.declare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rain"];
                };
            };
            /** @description rain.already 不用重复操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.rain.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rain"];
                };
            };
            /** @description rain.already 不用重复操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "scoring.rates.get": {
        readonly parameters: {
            readonly query: {
                readonly by?: "community" | "unit";
                readonly period: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly by: "community" | "unit";
                        readonly formulaVersion: string;
                        readonly from: string;
                        readonly period: string;
                        readonly rows: readonly components["schemas"]["Rates"][];
                        readonly to: string;
                    };
                };
            };
            /** @description period.invalid 考核周期有误 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.import.start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryImport"];
                };
            };
            /** @description file.unreadable 文件无法读取；file.old-excel 请另存为 .xlsx；file.no-header 找不到表头 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.import.progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryImport"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.export-bundle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResolutionBundle"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.print": {
        readonly parameters: {
            readonly query?: {
                readonly form?: components["schemas"]["DocumentForm"];
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrintedDocument"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description document.too-large 文书过大 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description document.fonts-missing 缺少中文字体，暂不能排版 */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.record-external": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 证书序列号 */
                    readonly certificate: string;
                    /** @description 已签文件的 SHA-256 */
                    readonly fileSha256: string;
                    readonly provider: string;
                    readonly seat: components["schemas"]["SeatKind"];
                    /** Format: date-time */
                    readonly signedAt: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resolution.void 决议已作废；resolution.not-signed-yet 本席位尚未签署 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.sign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 所签决议的哈希；与现行版本不同则拒绝 */
                    readonly documentHash: string;
                    /** @description 本人密码，当场再次核验；不离开入口服务 */
                    readonly password: string;
                    readonly seat: components["schemas"]["SeatKind"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description account.sign-in-failed 登录失败 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避；resolution.limit-exceeded 超过授权限额；access.denied 没有此项权限 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resolution.void 决议已作废；resolution.hash-differs 所签的不是现行版本；resolution.seat-not-asked 本席位不需签署；resolution.gates-open 签约条件尚未具备；plan.not-chosen 方案还没有选定；issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account.locked 账号已暂时锁定 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.resolution.void": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表；seat.mandate-ended 授权已到期；seat.stepped-back 您已回避 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description resolution.void 决议已作废；resolution.signed-by-all 决议已全部签署；issue.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.resource.find": {
        readonly parameters: {
            readonly query?: {
                readonly category1?: string;
                readonly category2?: string;
                readonly communityId?: string;
                readonly kind?: components["schemas"]["ResourceKind"];
                readonly limit?: number;
                readonly text?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly resources: readonly components["schemas"]["Resource"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.resource.put": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 适用的问题分类，一级或二级 */
                    readonly categories: readonly string[];
                    /** @description 服务的社区；空即全街道 */
                    readonly communityIds: readonly string[];
                    /** @description 服务时间 */
                    readonly hours: string;
                    readonly kind: components["schemas"]["ResourceKind"];
                    readonly name: string;
                    readonly officePhone: string | null;
                    /** @description 能做什么，例如 防水、电工、法律咨询 */
                    readonly skills: readonly string[];
                    /** @description 在单位名册中时：可以吹哨召集、可以占物业一席 */
                    readonly unitId: string | null;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.resource.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Round"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.round.watch": {
        readonly parameters: {
            readonly query?: {
                readonly seenVersion?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly isUnchanged: boolean;
                        readonly round: components["schemas"]["Round"] | null;
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.scheduling-meeting.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly meetings: readonly components["schemas"]["SchedulingMeeting"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.scheduling-meeting.draw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: uuid
                     * @description 只看一个单位主办的
                     */
                    readonly unitId?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchedulingMeeting"];
                };
            };
            /** @description unit.unknown 没有这个单位 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.scheduling-meeting.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly adjournedAt: string | null;
                        readonly agenda: readonly components["schemas"]["AgendaItem"][];
                        readonly drawnAt: string;
                        /** @description 以前会议交办、此刻尚未完成的任务 */
                        readonly followedTaskIds: readonly string[];
                        readonly followedTasks: readonly components["schemas"]["AssignedTask"][];
                        /** Format: uuid */
                        readonly id: string;
                        readonly red: number;
                        readonly state: components["schemas"]["MeetingState"];
                        readonly taskIds: readonly string[];
                        readonly tasks: readonly components["schemas"]["AssignedTask"][];
                        readonly version: number;
                        readonly yellow: number;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.scheduling-meeting.adjourn": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchedulingMeeting"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description meeting.ended 调度会已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.scheduling-meeting.decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly dueAt?: string;
                    /**
                     * Format: uuid
                     * @description 议程中的一件
                     */
                    readonly orderId?: string;
                    readonly text: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssignedTask"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description meeting.ended 调度会已结束 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description meeting.not-on-agenda 不在议程上；unit.unknown 没有这个单位；due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.session.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.session.sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly account: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description account.sign-in-failed 登录失败 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account.locked 账号已暂时锁定；request.too-many 操作过于频繁 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Refused"];
        };
    };
    readonly "gateway.session.sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.account.change-password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly newPassword: string;
                    readonly oldPassword: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description account.sign-in-failed 登录失败 */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account.password-weak 密码过于简单 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account.locked 账号已暂时锁定 */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.street.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly district: string;
                    readonly id: string;
                    readonly name: string;
                    readonly timeLimits?: readonly components["schemas"]["TimeLimit"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly name: string;
                    };
                };
            };
            /** @description street.exists 街道已存在 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.weigh-triggers": {
        readonly parameters: {
            readonly query: {
                readonly dayVolumeRank?: number;
                readonly districtResolutionRate?: number;
                readonly districtSatisfactionRate?: number;
                readonly monthResultRank?: number;
                readonly on: string;
                readonly resolutionRate?: number;
                readonly satisfactionRate?: number;
                readonly streetsInCity?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly met: readonly {
                            readonly reason: string;
                            readonly source: string;
                            readonly trigger: components["schemas"]["SupervisionTrigger"];
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly orderId?: string;
                readonly state?: components["schemas"]["SupervisionState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly supervisions: readonly components["schemas"]["Supervision"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supervision"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description supervision.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.reply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reply: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supervision"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description supervision.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supervision"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description supervision.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.send-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly demand: string;
                    /** Format: date-time */
                    readonly dueAt?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supervision"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description supervision.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.sweep-check.link-demand": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly demandNo: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SweepCheck"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description check.not-found-there 这一处没有发现问题 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.sweep-check.record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly demandNo?: string;
                    readonly found: boolean;
                    readonly note: string;
                    /** @default [] */
                    readonly photoIds?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SweepCheck"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description check.recorded 结果已经登记 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.sweep.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly sweeps: readonly components["schemas"]["SimilarSweep"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.sweep.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly id: string;
                    /** Format: uuid */
                    readonly incidentId?: string;
                    /** Format: uuid */
                    readonly orderId?: string;
                    readonly places: readonly components["schemas"]["SweepPlace"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly category: readonly string[];
                        readonly checks: number;
                        readonly doneAt: string | null;
                        readonly found: number;
                        /** Format: uuid */
                        readonly id: string;
                        readonly incidentId: string | null;
                        readonly isDone: boolean;
                        readonly notFound: number;
                        readonly openedAt: string;
                        readonly orderId: string | null;
                        readonly tasks: readonly components["schemas"]["SweepCheck"][];
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sweep.source-open 还没有结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；unit.unknown 没有这个单位；incident.place-unknown 范围没有登记 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.sweep.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly category: readonly string[];
                        readonly checks: number;
                        readonly doneAt: string | null;
                        readonly found: number;
                        /** Format: uuid */
                        readonly id: string;
                        readonly incidentId: string | null;
                        readonly isDone: boolean;
                        readonly notFound: number;
                        readonly openedAt: string;
                        readonly orderId: string | null;
                        readonly tasks: readonly components["schemas"]["SweepCheck"][];
                        readonly version: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.sweep.candidates": {
        readonly parameters: {
            readonly query?: {
                readonly incidentId?: string;
                readonly orderId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly places: readonly {
                            readonly buildingId: string | null;
                            /** Format: uuid */
                            readonly estateId: string;
                            readonly likeness: number;
                            readonly name: string;
                            readonly reason: string;
                            /**
                             * Format: uuid
                             * @description 建议由谁去查
                             */
                            readonly unitId: string;
                        }[];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.table.list": {
        readonly parameters: {
            readonly query?: {
                readonly communityId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly tables: readonly {
                            readonly awaiting: readonly components["schemas"]["Awaiting"][];
                            /** Format: uuid */
                            readonly communityId: string;
                            /** Format: uuid */
                            readonly estateId: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly openedAt: string;
                            readonly openIssues: number;
                            readonly seats: readonly components["schemas"]["Seat"][];
                            readonly version: number;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.table.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly estateId: string;
                    /** Format: uuid */
                    readonly id: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Table"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description table.exists 这个小区已有议事桌 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.table.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Table"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.seat.appoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly seat: components["schemas"]["SeatKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 有金额上限时必填：超过时须由谁签字 */
                    readonly aboveLimit?: string;
                    readonly accountId: string;
                    /** @description 以分为单位的十进制文本 */
                    readonly amountLimitFen?: string;
                    readonly as: components["schemas"]["SeatRole"];
                    readonly document: string;
                    /** Format: date-time */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Table"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description seat.vacant 这个席位空缺 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description seat.account-unfit 这个账号不能代表本席位；seat.above-limit-needed 请写明超限由谁签字；seat.limit-too-high 金额上限超过账号的授权；due.past 时间已过；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.seat.end-mandate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly seat: components["schemas"]["SeatKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly as: components["schemas"]["SeatRole"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Table"];
                };
            };
            /** @description seat.not-yours 您不是这个席位的代表 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "deliberation.seat.fill": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly seat: components["schemas"]["SeatKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 业主一方必填 */
                    readonly body?: components["schemas"]["OwnersBody"];
                    /** @default false */
                    readonly isSubstitute?: boolean;
                    /** @description 空缺或替代时必填 */
                    readonly reason?: string;
                    /** @description 不填单位即为空缺 */
                    readonly unitId: string | null;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Table"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；seat.unfit 席位填写有误；issue.text-private 内容里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.time-limits.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date */
                    readonly from: string;
                    readonly rows: readonly components["schemas"]["TimeLimit"][];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly from: string;
                        readonly version: number;
                    };
                };
            };
            /** @description time-limits.invalid 时限表有误 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.time-limit.findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly findings: readonly components["schemas"]["LimitFinding"][];
                        /** Format: date */
                        readonly from: string;
                        readonly version: number;
                    };
                };
            };
            /** @description street.unknown 没有这个街道 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "gateway.time.confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly services: readonly string[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "registry.unit.list": {
        readonly parameters: {
            readonly query?: {
                readonly kind?: components["schemas"]["UnitKind"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly units: readonly components["schemas"]["Unit"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.watch-check.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly orderId?: string;
                readonly state?: components["schemas"]["WatchState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly checks: readonly components["schemas"]["WatchCheck"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.watch-check.record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                    readonly passed: boolean;
                    /** @default [] */
                    readonly photoIds?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WatchCheck"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description check.recorded 结果已经登记；check.too-early 还没有到时候 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.watched-order.list": {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly open?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly orders: readonly components["schemas"]["WatchedOrder"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.watched-order.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly category: components["schemas"]["Category"];
                        readonly comments: readonly components["schemas"]["SupervisorComment"][];
                        readonly communityId: string | null;
                        readonly dueAt: string;
                        /** Format: uuid */
                        readonly id: string;
                        readonly isOverdue: boolean;
                        /** Format: uuid */
                        readonly leadUnitId: string;
                        readonly level: components["schemas"]["Level"];
                        readonly no: string;
                        readonly receivedAt: string;
                        readonly state: components["schemas"]["WorkOrderState"];
                        readonly told: readonly {
                            readonly at: string;
                            readonly publicText: string;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.watched-order.comment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly photoIds?: readonly string[];
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SupervisorComment"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.scores": {
        readonly parameters: {
            readonly query: {
                readonly from: string;
                readonly to: string;
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly scores: readonly components["schemas"]["WhistleScore"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.list": {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly limit?: number;
                readonly orderId?: string;
                readonly state?: components["schemas"]["WhistleState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly whistles: readonly components["schemas"]["Whistle"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.sound": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 针对工单时从工单 */
                    readonly level?: components["schemas"]["Level"];
                    /** @description 现场会商的时间地点 */
                    readonly meeting?: components["schemas"]["SiteMeeting"];
                    /** Format: uuid */
                    readonly orderId?: string;
                    /** @description 不针对某件工单时写明地点 */
                    readonly place?: components["schemas"]["PlaceRef"];
                    readonly reason: string;
                    /** @description 被召集的单位 */
                    readonly unitIds: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-open 工单已结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；whistle.matter-needed 请写明为何事吹哨；due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly photoId: string;
                    readonly point: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Summons"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Summons"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.claim-improper": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Summons"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.judge-improper": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly isImproper: boolean;
                    readonly reason: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Summons"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.record-minutes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly minutes: string;
                    /** @default [] */
                    readonly tasks?: readonly {
                        /** Format: date-time */
                        readonly dueAt?: string;
                        readonly text: string;
                        /** Format: uuid */
                        readonly unitId: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.report-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 何人何时到场 */
                    readonly answer?: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Summons"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly result: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作；whistle.tasks-open 还有任务没有完成 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.sound-asked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @description 现场会商的时间地点 */
                    readonly meeting?: components["schemas"]["SiteMeeting"];
                    /** @description 被召集的单位 */
                    readonly unitIds?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作；work-order.not-open 工单已结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；due.past 时间已过 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.give-result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly result: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Summons"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description whistle.illegal-step 当前状态不能这样操作；summons.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.whistle.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 针对工单时从工单 */
                    readonly level?: components["schemas"]["Level"];
                    /** @description 现场会商的时间地点 */
                    readonly meeting?: components["schemas"]["SiteMeeting"];
                    /** Format: uuid */
                    readonly orderId?: string;
                    /** @description 不针对某件工单时写明地点 */
                    readonly place?: components["schemas"]["PlaceRef"];
                    readonly reason: string;
                    /** @description 被召集的单位 */
                    readonly unitIds: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly askedAt: string | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly level: components["schemas"]["Level"];
                        readonly meeting: components["schemas"]["SiteMeeting"] | null;
                        readonly minutes: string | null;
                        readonly orderId: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        readonly reason: string;
                        readonly result: string | null;
                        readonly settledAt: string | null;
                        readonly soundedAt: string | null;
                        readonly state: components["schemas"]["WhistleState"];
                        readonly summonedUnitIds: readonly string[];
                        readonly summonses: readonly components["schemas"]["Summons"][];
                        readonly version: number;
                        /** Format: uuid */
                        readonly whistlingUnitId: string;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-open 工单已结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；whistle.matter-needed 请写明为何事吹哨；due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.list": {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly limit?: number;
                readonly no?: string;
                readonly open?: string;
                readonly request?: components["schemas"]["OrderRequest"];
                readonly state?: components["schemas"]["WorkOrderState"];
                readonly unitId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly workOrders: readonly components["schemas"]["WorkOrder"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.get": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly category: components["schemas"]["Category"];
                        readonly clocks: readonly components["schemas"]["Clock"][];
                        readonly closeBasis: components["schemas"]["CloseBasis"] | null;
                        readonly closedAt: string | null;
                        readonly completedAt: string | null;
                        /** @description 有事您找我：首接单位，始终是诉求人的联系人 */
                        readonly contactUnitId: string | null;
                        readonly coUnitIds: readonly string[];
                        readonly decision: components["schemas"]["Decision"];
                        /** Format: uuid */
                        readonly demandId: string;
                        readonly demandType: components["schemas"]["DemandType"];
                        /** @description 单位的时钟从此开始 */
                        readonly dispatchedAt: string;
                        readonly disputes: readonly components["schemas"]["Dispute"][];
                        /** @description 单位的办理时限；延期、暂停后顺延 */
                        readonly dueAt: string;
                        /** @description 结案后又有新情况的，此前诉求的工单；不在查看人范围内的不列 */
                        readonly earlierOrder: {
                            /** Format: uuid */
                            readonly id: string;
                            readonly no: string;
                            readonly state: components["schemas"]["WorkOrderState"];
                        } | null;
                        /** @description 顺延前的原时限；未顺延则为空 */
                        readonly firstDueAt: string | null;
                        /** @description 有事您找我：现在由哪一级办理 */
                        readonly handUpStep: components["schemas"]["HandUpStep"] | null;
                        /** Format: uuid */
                        readonly id: string;
                        readonly isProblemOrder: boolean;
                        /** Format: uuid */
                        readonly leadUnitId: string;
                        readonly legs: readonly components["schemas"]["Leg"][];
                        readonly level: components["schemas"]["Level"];
                        readonly no: string;
                        /** @description 正在审核的派单异议 */
                        readonly openDisputeId: string | null;
                        /** @description 尚未返回的协办 */
                        readonly openLegs: number;
                        /** @description 待审的延期或挂账申请 */
                        readonly openRequest: components["schemas"]["OrderRequest"] | null;
                        /** @description 为此件吹的、尚未办结的哨 */
                        readonly openWhistles: number;
                        /** @description 暂停计时自 */
                        readonly pausedSince: string | null;
                        readonly place: components["schemas"]["PlaceRef"];
                        /** @description 诉求人的时钟从此开始，不重置 */
                        readonly receivedAt: string;
                        readonly reworks: number;
                        readonly state: components["schemas"]["WorkOrderState"];
                        readonly timeline: readonly components["schemas"]["TimelineEntry"][];
                        readonly title: string;
                        readonly version: number;
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly coUnitIds?: readonly string[];
                    /** Format: uuid */
                    readonly leadUnitId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.in-dispute 派单异议正在审核 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unit.unknown 没有这个单位；work-order.community-not-lead 社区不能主办此事项 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.check-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly photoId?: string;
                    readonly point: string;
                    readonly publicText?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.close-unsolved": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.rework-not-used-up 还应继续办理 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly evidence: string;
                    readonly photoIds?: readonly string[];
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.legs-open 协办尚未全部返回；work-order.whistles-open 吹哨尚未办结 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息；work-order.evidence-needed 请附办理依据 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.deliberate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly problem: string;
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息；work-order.estate-needed 工单没有小区 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.dispute.raise": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly photoIds?: readonly string[];
                    readonly reason: components["schemas"]["DisputeReason"];
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；dispute.window-lost 已过提出异议的时间；dispute.already-open 异议正在审核；hand-up.no-refusal 有事您找我工单不能退回 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.dispute.reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly disputeId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description dispute.own-unit 不能审核本单位的异议 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description dispute.already-decided 异议已经审核 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.dispute.uphold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly disputeId: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description 缺省沿用原协办单位 */
                    readonly coUnitIds?: readonly string[];
                    /** Format: uuid */
                    readonly leadUnitId: string;
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description dispute.own-unit 不能审核本单位的异议 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description dispute.already-decided 异议已经审核 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description dispute.same-unit 请指明新的主办单位；unit.unknown 没有这个单位；work-order.community-not-lead 社区不能主办此事项；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly extensions: readonly components["schemas"]["Extension"][];
                        /** @description 各项时限的依据 */
                        readonly limits: readonly components["schemas"]["LimitSource"][];
                        /** @description 扣除暂停计时后的时长 */
                        readonly netMs: number;
                        readonly pauses: readonly components["schemas"]["Pause"][];
                        /** @description 派单以来全部时长 */
                        readonly rawMs: number;
                        readonly segments: readonly components["schemas"]["LifeSegment"][];
                        readonly suspensions: readonly components["schemas"]["Suspension"][];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.extension.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description 希望延至哪一天（当日 24 时）
                     */
                    readonly dueOn: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；extension.past-due 已过办理时限；work-order.paused 工单正在暂停计时；work-order.request-open 已有待审申请 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；extension.never 此工单不能延期；extension.used-up 延期次数已用完；extension.date 延期日期不合规定 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.extension.decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly granted: boolean;
                    /** @description 同意时必填：告知诉求人 */
                    readonly publicText?: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description work-order.own-request 不能审核自己的申请 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.no-request 没有待审申请；extension.past-due 已过办理时限 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；work-order.text-needed 请写给诉求人看的话 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.feedback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.first-contact": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.hand-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly publicText: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly contactUnitId: string;
                        readonly coUnitIds: readonly string[];
                        /** Format: uuid */
                        readonly id: string;
                        /** Format: uuid */
                        readonly leadUnitId: string;
                        readonly state: components["schemas"]["WorkOrderState"];
                        readonly step: components["schemas"]["HandUpStep"];
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；hand-up.not-this-kind 此工单不能上交；hand-up.at-the-top 已到最上一级 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.hands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderHands"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leg.add": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly task: string;
                    /** Format: uuid */
                    readonly unitId: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Leg"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；leg.already-open 该单位正在协办；work-order.in-incident 已并入突发事件 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；unit.unknown 没有这个单位；leg.lead-itself 主办单位不能协办自己 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leg.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly legId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Leg"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description leg.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leg.return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly legId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly evidence?: string;
                    readonly outcome: components["schemas"]["LegOutcome"];
                    /** @default [] */
                    readonly photoIds?: readonly string[];
                    readonly report: string;
                    readonly stageReport?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Leg"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description leg.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；work-order.evidence-needed 请附办理依据 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.leg.waive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly legId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Leg"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description leg.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.ledger.note": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly measure: string;
                    /**
                     * Format: uuid
                     * @description 不填就是本人
                     */
                    readonly personAccountId?: string;
                    /** Format: date-time */
                    readonly plannedAt: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LedgerEntry"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-open 工单已结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.pause.start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly kind: components["schemas"]["PauseKind"];
                    readonly publicText: string;
                    readonly reason: string;
                    /** Format: date-time */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description access.denied 没有此项权限 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；extension.past-due 已过办理时限；work-order.paused 工单正在暂停计时；work-order.request-open 已有待审申请 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；pause.never 此工单不能暂停计时；pause.used-up 暂停次数已用完；pause.until 暂停期限不合规定；work-order.text-needed 请写给诉求人看的话 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.pause.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-paused 工单没有暂停计时 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-needed 请写给诉求人看的话；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.supervision.issue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly demand: string;
                    /** Format: date-time */
                    readonly dueAt?: string;
                    /** @default INSTRUCTION */
                    readonly trigger?: components["schemas"]["SupervisionTrigger"];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supervision"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-open 工单已结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description due.past 时间已过；work-order.text-private 答复里有个人信息 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.watched-order.comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly comments: readonly components["schemas"]["SupervisorComment"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.suspension.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly ground: components["schemas"]["SuspensionGround"];
                    readonly reason: string;
                    /** Format: date */
                    readonly reviewOn: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.paused 工单正在暂停计时；work-order.request-open 已有待审申请 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；suspension.date 复核日期不合规定 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.suspension.decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly granted: boolean;
                    /** @description 同意时必填：告知诉求人 */
                    readonly publicText?: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description work-order.own-request 不能审核自己的申请 */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.no-request 没有待审申请 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；work-order.text-needed 请写给诉求人看的话；suspension.date 复核日期不合规定 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.suspension.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；work-order.text-needed 请写给诉求人看的话 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.take-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderHands"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-open 工单已结案；work-order.taken-up 已有科长领办 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly leadUnitId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkOrder"];
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.illegal-step 当前状态不能这样操作；work-order.in-dispute 派单异议正在审核；work-order.paused 工单正在暂停计时；work-order.request-open 已有待审申请 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.text-private 答复里有个人信息；unit.unknown 没有这个单位；work-order.same-unit 主办单位没有变化；work-order.community-not-lead 社区不能主办此事项 */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.urge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly by: "COMPLAINANT" | "STREET";
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly orderId: string;
                        readonly told: readonly string[];
                        readonly urges: number;
                    };
                };
            };
            /** @description object.not-found 没有找到 */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description work-order.not-open 工单已结案 */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.accept-many": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly ids: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly components["schemas"]["BulkResult"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.assign-many": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly coUnitIds?: readonly string[];
                    readonly ids: readonly string[];
                    /** Format: uuid */
                    readonly leadUnitId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly components["schemas"]["BulkResult"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.feedback-many": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly ids: readonly string[];
                    readonly publicText: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly components["schemas"]["BulkResult"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.ledger.note-many": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly ids: readonly string[];
                    readonly measure: string;
                    /**
                     * Format: uuid
                     * @description 不填就是本人
                     */
                    readonly personAccountId?: string;
                    /** Format: date-time */
                    readonly plannedAt: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly components["schemas"]["BulkResult"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
    readonly "dispatch.work-order.urge-many": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 同一编号提交两次只算一次 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly by: "COMPLAINANT" | "STREET";
                    readonly ids: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly components["schemas"]["BulkResult"][];
                    };
                };
            };
            readonly default: components["responses"]["RefusedSignedIn"];
        };
    };
}
