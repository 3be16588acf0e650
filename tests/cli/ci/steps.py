"""Runs what a CI file says, as its runner would: steps.py action FILE [KEY=VALUE...] |
workflow FILE ACTION | gitlab JOB FILE...

Expressions are replaced in `env`, `with` and `outputs` only: one in a script would be a hole. Each
step gets files for its outputs and its summary, in $RUNNER_TEMP. The status is that of the steps."""
import os, re, subprocess, sys
import yaml

EXPRESSION = re.compile(r"\$\{\{\s*([^}]*?)\s*\}\}")
HERE = os.environ["RUNNER_TEMP"]


def fill(text, inputs, steps):
    def value(match):
        part = match.group(1).split(".")
        if part[0] == "inputs":
            return inputs[part[1]]
        if part[0] == "steps" and part[2] == "outputs":
            return steps[part[1]][part[3]]
        sys.exit(f"steps: what is {match.group(0)}?")
    return EXPRESSION.sub(value, str(text))


def run(step, inputs, steps, more):
    script = step["run"]
    if EXPRESSION.search(script):
        sys.exit("steps: an expression in a script")
    if more and "shell" not in step:
        sys.exit("steps: a step of an action without a shell")
    output = os.path.join(HERE, "output")
    open(output, "w").close()
    env = dict(os.environ, GITHUB_OUTPUT=output, GITHUB_ACTIONS="true", **more,
               GITHUB_STEP_SUMMARY=os.path.join(HERE, "summary.md"))
    for name, text in step.get("env", {}).items():
        env[name] = fill(text, inputs, steps)
    done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], env=env)
    with open(output) as lines:
        steps[step.get("id", "")] = dict(line.rstrip("\n").split("=", 1) for line in lines)
    return done.returncode


def action(file, given):
    doc = yaml.safe_load(open(file))
    assert doc["runs"]["using"] == "composite" and doc["name"] and doc["description"]
    unknown = set(given) - set(doc["inputs"])
    if unknown:
        sys.exit(f"steps: no such input: {unknown}")
    inputs = {k: str(given.get(k, v.get("default", ""))) for k, v in doc["inputs"].items()}
    steps, status = {}, 0
    for step in doc["runs"]["steps"]:
        status = run(step, inputs, steps, {"GITHUB_ACTION_PATH": os.path.dirname(os.path.abspath(file))})
        if status:
            break
    outputs = {k: fill(v["value"], inputs, steps) for k, v in doc["outputs"].items()}
    return status, outputs


def workflow(file, ours):
    doc = yaml.safe_load(open(file))
    worst = 0
    for job in doc["jobs"].values():
        steps = {}
        for step in job["steps"]:
            if worst and step.get("if") != "always()":
                continue
            status = 0
            if "run" in step:
                status = run(step, {}, steps, {})
            elif "/.github/actions/ringback@" in step["uses"]:
                given = dict(step["with"], program=os.environ["RINGBACK"])
                status, steps[step.get("id", "")] = action(ours, given)
            else:
                for name in ("sarif_file",):
                    if name in step.get("with", {}) and not os.path.exists(step["with"][name]):
                        sys.exit(f"steps: {step['uses']} wants {step['with'][name]}")
            worst = worst or status
    return worst


def gitlab(job, files):
    jobs = {}
    for file in files:
        for name, value in yaml.safe_load(open(file)).items():
            jobs[name] = dict(jobs.get(name, {}), **value) if isinstance(value, dict) else value
    own = jobs[job]
    base = jobs[own["extends"]] if "extends" in own else {}
    both = dict(base, **own)
    # What a project sets holds over what a template has; the runner says the same of variables of CI.
    env = dict(base.get("variables", {}), **own.get("variables", {}))
    env.update(jobs.get("variables", {}))
    script = "\n".join(both.get("before_script", []) + both["script"])
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script],
                          env=dict(os.environ, **{k: str(v) for k, v in env.items()}))
    for report in both.get("artifacts", {}).get("reports", {}).values():
        if not os.path.exists(report):
            sys.exit(f"steps: no report {report}")
    return done.returncode


if sys.argv[1] == "action":
    status, outputs = action(sys.argv[2], dict(a.split("=", 1) for a in sys.argv[3:]))
    with open(os.path.join(HERE, "outputs"), "w") as out:
        out.writelines(f"{k}={v}\n" for k, v in outputs.items())
elif sys.argv[1] == "workflow":
    status = workflow(sys.argv[2], sys.argv[3])
else:
    status = gitlab(sys.argv[2], sys.argv[3:])
sys.exit(status)
