import { durations } from '../../../model/durations.ts';
import { opensslCommands } from '../../customer-ca/commands.ts';
import type { Language } from '../../i18n/languages.ts';
import { mapTexts } from '../../i18n/map.ts';
import { runbookTexts } from '../../i18n/runbook.ts';
import { quoted } from '../calls/generate-cli.ts';
import { duration } from '../words.ts';
import type { Check } from './after.ts';
import type { Step } from './steps.ts';
import type { Variable } from './variables.ts';

/** What a step is in both formats: what it does, bash, and what is to be seen afterwards. */
export interface Written {
  readonly title: string;
  readonly lines: readonly string[];
  readonly expected: readonly string[];
}

/** How much longer than at AWS a loop waits at the most. */
const patience = 2;
/** For what AWS shows at once, but maybe not everywhere at once; seconds. */
const atOnce = 60;

export const functions = (language: Language): string => {
  const { doc } = runbookTexts[language];
  return `set -euo pipefail
export AWS_PAGER=''

# ask NAME PROMPT
ask() { [ -n "\${!1:-}" ] || read -r -p "$2: " "$1"; }
# ask_secret NAME PROMPT
ask_secret() { [ -n "\${!1:-}" ] || { read -r -s -p "$2: " "$1" && echo; }; }

# ${doc.waits}
# wait_until SECONDS STATES COMMAND…
wait_until() {
  local end=$((SECONDS + $1)) wanted=$2 state=''
  shift 2
  while :; do
    state=$("$@" 2>&1) || true
    [[ $state =~ ^($wanted)$ ]] && break
    case $state in FAILED | DEGRADED) printf '%s %s\\n' ${quoted(doc.failed)} "$state" >&2; return 1 ;; esac
    if [ "$SECONDS" -ge "$end" ]; then printf '%s %s\\n' ${quoted(doc.late)} "$state" >&2; return 1; fi
    sleep "\${POLL_SECONDS:-20}"
  done
  printf '  %s\\n' "$state"
}

# refused CODE COMMAND…
refused() {
  local code=$1 said
  shift
  if said=$("$@" 2>&1); then printf '%s\\n' ${quoted(doc.notRefused)} >&2; return 1; fi
  case $said in *"$code"*) printf '  %s\\n' "$code" ;; *) printf '%s\\n' "$said" >&2; return 1 ;; esac
}`;
};

/** What all steps take as given. */
export const settings = (region: string, steps: readonly Step[]): string =>
  [`REGION=\${REGION:-${region}}`, ...(needsCli(steps) ? ['CLOUDHSM_CLI=${CLOUDHSM_CLI:-/opt/cloudhsm/bin/cloudhsm-cli}'] : [])].join('\n');

export const needsCli = (steps: readonly Step[]): boolean => steps.some(({ service }) => service === 'cloudhsmCli');

/** A step's title, bash, and expectations, in the reader's language. */
export function writtenStep(language: Language, step: Step): Written {
  const { doc, summaries } = runbookTexts[language];
  const { name, service, asks, gives, refused, checks } = step;
  const summaryOf: Readonly<Record<string, string>> = service === 'cloudhsmCli' ? doc.commands : summaries[service];
  const summary = summaryOf[name] ?? '';
  const kept = gives.map(({ variable }) => variable.name).join(', ');
  return {
    title: `${name}: ${summary.replaceAll('`', '')}`,
    lines: [
      ...asks.map((variable) => asking(language, variable, service)),
      ...(name === 'InitializeCluster' ? signing(language, String(step.command.match(/--cluster-id (\S+)/)?.[1] ?? '')) : []),
      command(step),
      ...checks.flatMap((check) => checking(language, check, name)),
    ],
    expected:
      refused !== undefined
        ? [doc.refusedAs(refused)]
        : [
            ...(kept ? [doc.gives(kept)] : []),
            ...(checks.length === 0 ? [nothingMore(language, step)] : checks.map((check) => `${doc.expected(wantedText(language, check))}${atAws(language, check, name)}`)),
          ],
  };
}

/** What is to be seen after a step that has nothing to wait for. */
function nothingMore(language: Language, { service, name }: Step): string {
  const { doc } = runbookTexts[language];
  if (service !== 'cloudhsmCli') return doc.expectedNothing;
  return name === 'login' ? doc.signedIn : name === 'logout' ? doc.signedOut : doc.expectedOfCli;
}

function asking(language: Language, { name, kind, was }: Variable, service: Step['service']): string {
  const { doc } = runbookTexts[language];
  const secret = kind === 'secret' || kind === 'secretBytes' || kind === 'password';
  const prompt = kind === 'password' ? (service === 'cloudhsmCli' ? doc.askUserPassword(was) : doc.askPassword) : secret ? doc.askSecret(name) : kind === 'bytes' ? doc.askBytes(name) : was && was.length <= 64 ? doc.askId(name, was) : doc.askOther(name);
  return `${secret ? 'ask_secret' : 'ask'} ${name} ${quoted(prompt)}`;
}

/** The command; what later steps need of its answer is kept. */
function command({ command: text, gives, refused }: Step): string {
  if (refused !== undefined) return `refused ${refused} ${text}`;
  const [first] = gives;
  if (!first) return text;
  const names = gives.map(({ variable }) => variable.name);
  if (gives.length === 1) return `${first.variable.name}=$(${text} \\\n  --query ${quoted(first.path)} --output text)\necho "  $${first.variable.name}"`;
  return `ANSWER=$(${text} \\\n  --query ${quoted(`[${gives.map(({ path }) => path).join(',')}]`)} --output text)\nread -r ${names.join(' ')} <<<"$ANSWER"`;
}

function checking(language: Language, check: Step['checks'][number], step: string): string[] {
  const { doc } = runbookTexts[language];
  const seconds = check.wait ? Math.ceil((durationOf(check, step) * patience) / 1000) : atOnce;
  return [
    ...(check.byHand ? [`printf '%s\\n' ${quoted(doc.activate)}`] : []),
    // A person has to do it first.
    `wait_until ${String(check.byHand ? 24 * 3600 : seconds)} ${check.wanted} ${check.command}`,
  ];
}

/** Milliseconds. A change of the HSM type takes its time for each HSM; there may be as many as a key store needs. */
const durationOf = ({ wait }: Check, step: string): number => (wait ? durations[wait].milliseconds * (step === 'ModifyCluster' ? 2 : 1) : 0);

function atAws(language: Language, check: Check, step: string): string {
  const { wait } = check;
  return wait ? ` (${mapTexts[language].aws[wait](duration(language, durationOf(check, step)))})` : '';
}

const wantedText = (language: Language, { wanted }: Check): string => {
  const { doc } = runbookTexts[language];
  return wanted.replaceAll(/['"]/g, '').split('|').map((state) => (state === 'None' ? doc.expectedGone : state)).join(doc.or);
};

/** From the cluster's request to the certificate that InitializeCluster takes. */
function signing(language: Language, ClusterId: string): string[] {
  const id = ClusterId.replaceAll('"', '').replace(/^\$(\w+)$/, '${$1}');
  const files = (text: string): string => text.replaceAll(/\$\{\w+\}_\w+\.\w+/g, (file) => `"${file}"`);
  const request = `"${id}_ClusterCsr.csr"`;
  return [
    `# ${runbookTexts[language].doc.sign}`,
    `[ -r ${request} ] || aws cloudhsmv2 describe-clusters --filters clusterIds="${id}" --region "$REGION" \\\n  --query 'Clusters[0].Certificates.ClusterCsr' --output text > ${request}`,
    ...opensslCommands(id).map(({ command: text, file }) => `[ -r ${files(file)} ] || ${files(text)}`),
  ];
}
