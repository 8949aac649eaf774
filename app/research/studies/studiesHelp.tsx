import { Disclosure } from '@/app/ui/field/disclosure';
import styles from '@/app/ui/study/helpWords.module.css';
import { WhatToBring } from './whatToBring';

const python = `import json, time, urllib.request as web

def ask(name, **given):
    address = "http://127.0.0.1:3000/api/trpc/studies." + name
    request = web.Request(address, json.dumps(given).encode(), {"content-type": "application/json"})
    return json.load(web.urlopen(request))["result"]["data"]

spec = {"kind": "encoding", "spaces": [{"name": "envelope", "series": "envelope"}]}
study = next(each["id"] for each in ask("list") if each["simulated"])
run = ask("analyses.start", studyId=study, spec=spec)["analysisId"]
while ask("analyses.get", analysisId=run)["state"] in ("queued", "running"): time.sleep(1)
report = ask("analyses.result", analysisId=run)["report"]
print(dict(zip([each["name"] for each in report["targets"]], report["models"][0]["groups"]["all"]["observed"])))`;

/** What can be brought, where the list does not say so, and how a notebook asks the same. */
export function StudiesHelp({ withKinds }: { withKinds: boolean }) {
  return (
    <div className={styles.help}>
      {withKinds && (
        <Disclosure title="What can be brought">
          <WhatToBring />
        </Disclosure>
      )}
      <Disclosure title="From Python">
        <div className={styles.words}>
          <p>
            Everything here can be asked by a notebook or a cluster job. With an access token, add the header{' '}
            <code>authorization: Bearer TOKEN</code>. On the command line the same is{' '}
            <code>npm run circumplex -- research</code>.
          </p>
          <pre className={styles.code} tabIndex={0} aria-label="Example in Python">
            <code>{python}</code>
          </pre>
        </div>
      </Disclosure>
    </div>
  );
}
