#!/usr/bin/env bash
# Everything that is checked, for people and for CI. Its last line is «N passed, N failed».
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./emrsec

passed=0
failed=0
results=$(mktemp -d)

# Whatever ends the run, the last line says how it ended.
finish() {
  local status=$?
  rm -rf -- "$results"
  if ((status != 0 && failed == 0)); then failed=1; fi
  echo "$passed passed, $failed failed"
  if ((failed != 0 && status == 0)); then exit 1; fi
}
trap finish EXIT

# need_deb PACKAGE COMMAND: the tests need this command.
need_deb() {
  command -v "$2" >/dev/null && return 0
  install_deb "$1" && command -v "$2" >/dev/null && return 0
  fail "Kiểm thử cần lệnh $2: sudo apt-get install $1"
}

# need_file PACKAGE FILE: the tests need this library.
need_file() {
  [[ -e $2 ]] && return 0
  install_deb "$1" && [[ -e $2 ]] && return 0
  fail "Kiểm thử cần $2: sudo apt-get install $1"
}

# PostgreSQL's server programs; the tests start a server of their own, so none is made or started by the package.
need_postgresql() {
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && return 0
  local as_root=()
  if ((EUID != 0)); then as_root=(sudo -n); fi
  install_deb postgresql-common && "${as_root[@]}" mkdir -p /etc/postgresql-common/createcluster.d &&
    echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.d/no-main-cluster.conf >/dev/null &&
    install_deb postgresql
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && return 0
  fail "Kiểm thử cần máy chủ PostgreSQL: sudo apt-get install postgresql"
}

# The programs of others that judge papers and signatures.
need_outside_tools() {
  need_deb poppler-utils pdfsig
  need_deb qpdf qpdf
  need_deb mupdf-tools mutool
  need_deb libnss3-tools certutil
  need_deb openssl openssl
  need_deb softhsm2 softhsm2-util
  need_deb opensc pkcs11-tool
  need_file libengine-pkcs11-openssl "$(openssl version -e | sed 's/.*"\(.*\)"/\1/')/pkcs11.so"
  need_deb default-jre-headless java
  need_file libpdfbox2-java /usr/share/java/preflight.jar
  need_file libactivation-java /usr/share/java/javax.activation.jar
  need_file libjaxb-api-java /usr/share/java/jaxb-api.jar
  need_deb util-linux setpriv
  need_postgresql
  need_deb chromium chromium
  need_deb libreoffice-writer-nogui soffice
  need_file libreoffice-calc-nogui /usr/lib/libreoffice/program/libsclo.so
  need_file fonts-liberation2 /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf
}

# A minute of mutated signed files: no crash, no hang, no forgery that passes. Longer by hand: see tests/Fuzz.
fuzz() {
  if "$dotnet" run -c Release --no-build --project tests/Fuzz -- "${EMRSEC_FUZZ_SECONDS:-60}"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# counter NAME TEXT: the number that the <Counters> element gives under this name.
counter() {
  if [[ $2 =~ [[:space:]]$1=\"([0-9]+)\" ]]; then echo "${BASH_REMATCH[1]}"; else echo 0; fi
}

# Adds up the results that `dotnet test` wrote, given its exit code.
count_tests() {
  local status=$1 file counters bad before=$failed ran=0
  for file in "$results"/*.trx; do
    [[ -e $file ]] || continue
    counters=$(tr '\r\n' '  ' <"$file" | grep -o '<Counters [^>]*>' | tail -n 1 || true)
    if [[ -z $counters ]]; then
      echo "No results in $file: its test project did not finish."
      failed=$((failed + 1))
      continue
    fi
    bad=$(($(counter failed "$counters") + $(counter error "$counters") + $(counter timeout "$counters") + $(counter aborted "$counters")))
    passed=$((passed + $(counter passed "$counters")))
    failed=$((failed + bad))
    ran=$((ran + $(counter passed "$counters") + bad))
  done
  if ((ran == 0)); then
    echo "No test ran."
    failed=$((failed + 1))
  elif ((status != 0 && failed == before)); then
    echo "dotnet test ended with exit code $status though no test failed: a test project crashed."
    failed=$((failed + 1))
  fi
}

check_rules() {
  if ./emrsec rules check rules; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

test_rules() {
  local status=0 last
  ./emrsec rules test rules | tee "$results/rules.txt" || status=$?
  last=$(tail -n 1 "$results/rules.txt" | tr -d '\r')
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    if ((status == 0 || BASH_REMATCH[2] != 0)) && ((BASH_REMATCH[1] + BASH_REMATCH[2] != 0)); then return 0; fi
  fi
  echo "emrsec rules test ended with exit code $status and the last line «$last»."
  failed=$((failed + 1))
}

need_dotnet
need_outside_tools
export DOTNET_ROOT=$dotnet_root PATH="$dotnet_root:$PATH" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A build server left behind would keep the pipe of a caller who reads this run.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

"$dotnet" restore EmrSec.sln
"$dotnet" build EmrSec.sln -c Release --no-restore --nologo -warnaserror
ensure_built

status=0
"$dotnet" test EmrSec.sln -c Release --no-build --nologo \
  --logger "trx;LogFilePrefix=tests" --results-directory "$results" || status=$?
count_tests "$status"
check_rules
test_rules
fuzz
