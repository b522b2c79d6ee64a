import type { LogKind, Role } from './roles';

/**
 * A header as words: `avgServiceMin`, `avg_service_min` and `avg. service (min)` are one; Chinese
 * stays without blanks.
 */
export function wordsOf(header: string): string {
  return header
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim();
}

/** How strongly a pattern in a header speaks for a role, from 0 to 1. */
type Pattern = readonly [RegExp, number];

const SERVICE = String.raw`(?:ser|serv\w*|service|handl\w*|process\w*|transaction|treatment|consult\w*|talk)`;
const QUEUE = '(?:q|queue|queueing|queuing|wait|waiting)';
const re = (source: string) => new RegExp(source, 'u');

/** Patterns by role; the strongest that matches counts. */
const PATTERNS: Readonly<Record<Role, readonly Pattern[]>> = {
  date: [
    [/^(?:date|day|日期|办理日期|业务日期|取号日期|统计日期|采集日期)$/, 1],
    [/日期|^date\b|\bdate$|\bday$|^日$/, 0.7],
  ],
  ticket: [
    [
      /取号|抽号|取票|领号|拿号|出票|发号|打号|签到|入队|排队开始|开始排队|等候开始|到达|到厅|取號|領號|抽號/,
      1,
    ],
    [re(String.raw`\b${QUEUE} (?:start\w*|entr\w*|enter\w*|begin\w*|began|join\w*|in)\b`), 1],
    [
      /\b(?:arriv\w*|check ?in|checked in|enqueue\w*|joined|join time|issue time|issued at|time issued|ticket (?:time|at|issued|taken|printed|created)|(?:taken|printed|drawn) at|ticket timestamp)\b/,
      1,
    ],
    [
      /\b(?:issued?|entered|entry|registered|created?|taken|printed|draw|drawn)\b|登记时间|排队时间|进厅/,
      0.6,
    ],
    [/\bticket\b/, 0.4],
  ],
  number: [
    [/号码|票号|排队号|取号号|号票|號碼|^票$|^号$/, 1],
    [
      /\b(?:ticket|token|queue) (?:no|number|num|nr|id|code|#)\b|^(?:ticket|token|ticketno|ticketid|ticketnumber)$/,
      1,
    ],
    [/\bcall (?:id|no)\b|^(?:id|no|number|nr|#)$|序号|流水号|编号/, 0.7],
    [/\bid\b|\bno\b|\bnumber\b/, 0.4],
  ],
  call: [
    [/叫号|呼叫|呼号|叫到|排队结束|等候结束|叫號/, 1],
    [re(String.raw`\b${QUEUE} (?:exit|end\w*|leave|left|out|finish\w*|stop\w*)\b`), 1],
    [/\b(?:call(?:ed|ing)?|call time|announced?|summoned|dequeue\w*)\b/, 0.9],
  ],
  start: [
    [
      /(?:开始|起始|開始)(?:办理|受理|服务|接待|辦理)|(?:办理|受理|服务|接待|业务|辦理)(?:开始|起始|開始)|受理时间|接件时间|接待时间/,
      1,
    ],
    [
      re(
        String.raw`\b${SERVICE} (?:start\w*|begin\w*|began|from|entry|in)\b|\b(?:start|begin\w*) (?:of )?${SERVICE}\b`,
      ),
      1,
    ],
    [
      /^开始(?:时间|时刻)?$|^開始|\bstart(?:ed|s|ing)?\b|\bbegin\w*\b|\bbegan\b|办理时间|\bserved at\b/,
      0.7,
    ],
  ],
  end: [
    [
      /(?:办理|受理|服务|接待|业务|辦理)(?:结束|完成|完毕|結束)|(?:结束|完成)(?:办理|服务|受理)|办结|结束时间|完成时间|離開|离开/,
      1,
    ],
    [
      re(
        String.raw`\b${SERVICE} (?:exit|end\w*|finish\w*|complet\w*|until|out|stop\w*)\b|\b(?:end|finish) (?:of )?${SERVICE}\b`,
      ),
      1,
    ],
    [
      /\b(?:end(?:ed|s|ing)?|finish\w*|complet\w*|clos\w*|exit|leav\w*|left|depart\w*|done|stop\w*)\b|结束|完成|完毕|結束/,
      0.7,
    ],
  ],
  wait: [
    [/(?:等候|等待|排队|候办|等候)(?:时长|用时|耗时|分钟|秒)/, 1],
    [
      re(
        String.raw`\b${QUEUE} (?:time|dur\w*|s|secs?|seconds|mins?|minutes|length s)\b|\b(?:time|minutes|seconds) (?:in queue|waited|waiting)\b`,
      ),
      1,
    ],
    [/等候时间|等待时间|排队时间|^等候|^等待|\bwait(?:ed|ing)?\b/, 0.8],
  ],
  service: [
    [/(?:办理|服务|受理|业务|处理|辦理)(?:时长|用时|耗时|分钟|秒)|平均(?:办理|服务|受理)/, 1],
    [
      re(
        String.raw`\b${SERVICE} (?:time|dur\w*|s|secs?|seconds|mins?|minutes)\b|\b(?:avg|average|mean) ${SERVICE}`,
      ),
      1,
    ],
    [/^时长|^用时|耗时|\bduration\b|服务时间|处理时间/, 0.7],
  ],
  window: [
    [/窗口(?:号|名称|编号|名)?$|^窗口|柜台|柜员|櫃台/, 1],
    [/\b(?:window|counter|desk|server|agent|clerk|teller|booth|cashier)\b/, 1],
    [
      /工作人员|坐席|座席|经办人|办理人|受理人|员工|\b(?:operator|station|employee|staff|resource|advisor)\b/,
      0.7,
    ],
  ],
  item: [
    [/事项|业务(?:类型|名称|类别|种类)?$|服务(?:类型|名称|项目)|办理(?:类型|事项|业务)|業務/, 1],
    [
      /\b(?:item|service (?:type|name|category|code)|transaction type|business|matter|purpose)\b/,
      1,
    ],
    [/\b(?:type|category|class|service|topic|subject|reason|product)\b|类型|类别|项目|種類/, 0.7],
  ],
  outcome: [
    [/结果|状态|办理情况|是否办结|狀態|結果/, 1],
    [/\b(?:outcome|status|result|disposition|final state)\b/, 1],
    [/\b(?:state|served|abandoned)\b|情况/, 0.5],
  ],
  priority: [
    [/优先|绿色通道|等级|级别|vip|優先/, 1],
    [/\b(?:priority|prio|urgency)\b/, 1],
  ],
  queue: [
    [/^(?:queue|queue name|队列|队列名称|排队队列|line)$/, 1],
    [/\bqueue\b|队列|队伍|\bline\b/, 0.6],
    [/\b(?:department|office|hall|branch|terminal|site|location)\b|部门|大厅|网点/, 0.45],
    [/\bairport\b|\bstation\b/, 0.3],
  ],
  at: [
    [
      /^(?:time|timestamp|datetime|date time|time timestamp|采集时间|记录时间|时间|时刻|统计时间|快照时间|办理时间|操作时间)$/,
      1,
    ],
    [
      /timestamp|\btime\b|\b(?:recorded|sampled|observed|captured|updated) at\b|时间|时刻|時間/,
      0.7,
    ],
  ],
  open: [
    [/(?:开放|在岗|在线|营业)(?:窗口|柜台|人数)|开窗|窗口数|开柜/, 1],
    [
      /\b(?:open|active|staffed|manned) (?:counters?|windows?|desks?|booths?|servers?|agents?|stations?|lanes?)\b|\b(?:counters?|windows?|desks?|booths?|lanes?) (?:open|active|staffed)\b/,
      1,
    ],
    [/\b(?:booths|counters|desks|agents|servers|lanes|staffing|staff)\b|窗口|在岗/, 0.7],
  ],
  waiting: [
    [/(?:等候|等待|排队|候办)(?:人数|数|人)|队长/, 1],
    [
      /^(?:waiting|queue length|queue size|people waiting|in queue|queued|queue len)$|\b(?:people|persons|customers|clients|number|num|tickets|visitors) (?:waiting|in (?:the )?queue)\b/,
      1,
    ],
    [/\bwaiting\b|\bqueue (?:length|size)\b/, 0.8],
  ],
  current: [
    [/当前(?:号|票|叫号)|正在(?:办理|呼叫)|现叫|最新号/, 1],
    [
      /\bcurrent (?:ticket|number|no|token|call)\b|\bnow serving\b|\blast (?:called|ticket)\b|\bserving\b/,
      1,
    ],
  ],
  interval: [
    [
      /^(?:hour|interval|period|slot|time (?:range|slot|band|period|interval)|half hour|时段|时间段|小时|区间)$/,
      1,
    ],
    [/时段|\b(?:hour|interval|period|slot)\b/, 0.7],
  ],
  from: [
    [
      /^(?:from|start|begin|start time|from time|interval start|period start|开始|开始时间|时段开始|起|起始时间)$/,
      1,
    ],
    [/\b(?:from|start)\b|开始|^time$|^时间$|^timestamp$|^datetime$/, 0.6],
  ],
  to: [
    [
      /^(?:to|until|end|end time|to time|interval end|period end|结束|结束时间|时段结束|止|终止时间)$/,
      1,
    ],
    [/\b(?:until|end)\b|结束/, 0.6],
  ],
  people: [
    [/(?:取号|办理|来访|到访|服务|总)(?:人数|人次|数|量)|^人数|^人次|业务量|办件量|总计|合计/, 1],
    [
      /^(?:people|persons|visitors|passengers|arrivals|customers|calls|total|all total|volume|count|tickets|offered)$|\b(?:number|num|no) of (?:people|visitors|customers|tickets|arrivals|calls|passengers)\b|\b(?:total|all) (?:people|visitors|passengers|arrivals|customers|tickets)\b/,
      1,
    ],
    [
      /\b(?:arrivals|arrived|visitors|passengers|customers|total|volume|count)\b|人数|人次|数量/,
      0.7,
    ],
  ],
  waitMean: [
    [/平均(?:等候|等待|排队)|(?:等候|等待)(?:均值|平均)/, 1],
    [
      /\b(?:avg|average|mean|ave) (?:wait\w*|queue\w*)|\bwait\w*(?: time)? (?:avg|average|mean)\b/,
      1,
    ],
  ],
  waitMax: [
    [/(?:最长|最大|最久)(?:等候|等待|排队)/, 1],
    [/\b(?:max|maximum|longest) (?:wait\w*|queue time)|\bwait\w*(?: time)? max\w*\b/, 1],
  ],
  case: [
    [
      /^(?:case concept name|case id|caseid|case|case number|case no)$|办件(?:编号|号)|案件(?:编号|号)|申办(?:编号|号)|受理(?:编号|号)|收件号|业务(?:流水号|编号)/,
      1,
    ],
    [/\b(?:application|dossier|permit|request|claim|file|case) (?:id|no|number|nr|key)\b/, 0.9],
  ],
  activity: [
    [
      /^(?:concept name|activity|activity name|task|step|event|action|task name|event name)$|环节|步骤|活动|节点/,
      1,
    ],
    [/\b(?:activity|task|step)\b|操作/, 0.7],
  ],
};

/** What a header says that makes a column the plan, a part of the whole, or another's key. */
const AGAINST =
  /\b(?:planned|plan|deadline|expected|estimated|scheduled|previous|birth|customer|vru|ivr)\b|计划|预计|预估|期限|截止|出生|身份证|预约/;
const WHOLE = /^(?:all|total|overall)\b|合计|总/;

/** How strongly a header speaks for a role of a kind of log, from 0 to 1. */
export function headerScore(words: string, role: Role, kind: LogKind): number {
  let best = 0;
  for (const [pattern, score] of PATTERNS[role])
    if (score > best && pattern.test(words)) best = score;
  if (best === 0) return 0;
  if (AGAINST.test(words)) best -= 0.4;
  if (kind === 'intervals' && WHOLE.test(words)) best += 0.1;
  if (role === 'queue' && /\bid\b|编号/.test(words)) best -= 0.2;
  return Math.max(0, best);
}

/** The unit that a header names. */
export function unitIn(header: string): 'ms' | 's' | 'min' | 'h' | null {
  const words = wordsOf(header);
  if (/毫秒|\bms\b|milli/.test(words)) return 'ms';
  if (/秒|\bs\b|\bsecs?\b|\bseconds?\b/.test(words)) return 's';
  if (/分|\bmins?\b|\bminutes?\b/.test(words)) return 'min';
  if (/小时|\bh\b|\bhrs?\b|\bhours?\b/.test(words)) return 'h';
  return null;
}

/** Whether a header speaks of time, so that plain digits under it may be one. */
export function speaksOfTime(words: string): boolean {
  return /time|hour|clock|时间|时刻|時間|\bat\b|start|end|entry|exit/.test(words);
}
