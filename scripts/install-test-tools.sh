#!/bin/sh
# Installs what the tests read PDFs with and npm does not have: qpdf, poppler and Ghostscript, and
# Little CMS' own command line. None of it is part of the program. Does nothing where they are there.
set -e
missing=""
for tool in qpdf pdftotext gs transicc; do
  command -v "$tool" >/dev/null || missing="$missing $tool"
done
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null; then
  root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  $root apt-get update -qq
  $root apt-get install -y -qq --no-install-recommends qpdf poppler-utils ghostscript liblcms2-utils >/dev/null
elif command -v brew >/dev/null; then
  brew install qpdf poppler ghostscript little-cms2
else
  echo "install qpdf, poppler (pdftotext), Ghostscript (gs) and Little CMS (transicc), then run the tests again" >&2
  exit 1
fi
