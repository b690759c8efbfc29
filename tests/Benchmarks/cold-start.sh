#!/usr/bin/env bash
# How long one `emrsec assess` takes from its start to its end, and how much memory: 20 runs of the published program.
# Goals: 150 ms and 80 MB. Prints the median and the greatest; exit code 1 where a goal is missed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
runs=${1:-20}
program=artifacts/emrsec/emrsec
arguments=(assess samples/bac-ninh-hospital.yaml --as-of 2026-11-21)

# Builds the program where its source changed; leaves the exit code and the output to the runs below.
./emrsec --version >/dev/null
if [[ -z ${DOTNET_ROOT:-} && -r artifacts/emrsec/.dotnet-root ]]; then
  DOTNET_ROOT=$(<artifacts/emrsec/.dotnet-root)
  export DOTNET_ROOT
fi

# What a process held at most, in kB: the kernel keeps it until the process ends, so look until then.
peak_of() {
  local pid=$1 peak=0 line
  while read -r line 2>/dev/null < <(grep VmHWM "/proc/$pid/status" 2>/dev/null); do
    [[ $line =~ ([0-9]+) ]] && peak=${BASH_REMATCH[1]}
  done
  echo "$peak"
}

# Exit code 1 is an answer too; 2 and more mean that there was none.
run() {
  local status=0
  "$@" >/dev/null || status=$?
  ((status <= 1)) || { echo "emrsec ended with exit code $status" >&2; exit 2; }
}

times=() peaks=()
for ((i = 0; i < runs; i++)); do
  start=${EPOCHREALTIME//[.,]/}
  run "$program" "${arguments[@]}"
  times+=($((${EPOCHREALTIME//[.,]/} - start)))
done
for ((i = 0; i < runs; i++)); do
  if [[ -x /usr/bin/time ]]; then
    # The last line: the program's exit code may come before it.
    peaks+=("$( { /usr/bin/time -f %M "$program" "${arguments[@]}" >/dev/null; } 2>&1 | tail -n 1)")
  else
    "$program" "${arguments[@]}" >/dev/null &
    peaks+=("$(peak_of $!)")
    wait $! || true
  fi
done

# sorted NUMBER…: the numbers from the least to the greatest, one a line.
sorted() { printf '%s\n' "$@" | sort -n; }
median_ms=$(sorted "${times[@]}" | awk '{ a[NR] = $1 } END { printf "%d", a[int((NR + 1) / 2)] / 1000 }')
worst_ms=$(sorted "${times[@]}" | awk 'END { printf "%d", $1 / 1000 }')
peak_mb=$(sorted "${peaks[@]}" | awk 'END { printf "%d", $1 / 1024 }')
echo "cold start, $runs runs: median $median_ms ms, longest $worst_ms ms, at most $peak_mb MB resident"
((median_ms <= 150 && peak_mb <= 80))
