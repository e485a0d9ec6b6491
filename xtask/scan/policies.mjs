// Google's csp_evaluator on the policies that `cargo xtask scan` has collected:
// an object of addresses and policies on standard input. Ends with 1 if there is
// a finding.
import { readFileSync } from 'node:fs';
import evaluator from 'csp_evaluator';
import finding from 'csp_evaluator/dist/finding.js';
import parser from 'csp_evaluator/dist/parser.js';

const names = Object.fromEntries(Object.entries(finding.Severity).map(([name, value]) => [value, name]));
let found = 0;
for (const [where, policy] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  const findings = new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate();
  for (const { severity, directive, value, description } of findings) {
    console.log(`${where}: ${names[severity]} ${directive} ${value ?? ''}: ${description}`);
    found += 1;
  }
}
process.exitCode = found ? 1 : 0;
