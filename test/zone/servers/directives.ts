/** What three name servers make of directives. */
import { below, type ServedZone } from "./served-zone.ts";

export const DIRECTIVES: readonly ServedZone[] = [
  below("$GENERATE of addresses", "$GENERATE 1-3 mx$ A 192.0.2.$\n", "B--", "notice", ["generate"]),
  below("$GENERATE in quotes", '$GENERATE 1-3 @ MX "1$ mx"\n', "B--", "notice", ["generate"]),
  below("$GENERATE of MX without quotes", "$GENERATE 1-3 a$ MX 10 ns\n", "---", "error", [
    "generate-unquoted",
  ]),
  below("$GENERATE of MX with the host in quotes", '$GENERATE 1-3 a$ MX 10 "ns"\n', "---", "error", [
    "generate-unquoted",
  ]),
  below("$GENERATE of SRV without quotes", "$GENERATE 1-2 a$ SRV 0 0 25 ns\n", "---", "error", [
    "generate-unquoted",
  ]),
  below("$GENERATE of TXT without quotes", "$GENERATE 1-2 a$ TXT one two\n", "---", "error", [
    "generate-unquoted",
  ]),
  below("$GENERATE of TLSA without quotes", "$GENERATE 1-2 a$ TLSA 3 1 1 ab\n", "---", "error", [
    "generate-unquoted",
  ]),
  below("$GENERATE with nibbles", "$GENERATE 1-3 ${0,16,n} PTR a$\n", "B--", "warning", [
    "generate",
    "out-of-zone",
  ]),
  below("$GENERATE with nibbles in capitals", "$GENERATE 10-12 ${0,8,N} PTR a$\n", "B--", "warning", [
    "generate",
    "out-of-zone",
  ]),
  below("$GENERATE with an offset below zero", "$GENERATE 1-3 a${-1} A 192.0.2.$\n", "B--", "notice", [
    "generate",
  ]),
  below("$GENERATE with a result below zero", "$GENERATE 0-3 a${-1} A 192.0.2.9\n", "B--", "notice", [
    "generate",
  ]),
  below("$GENERATE with a TTL and a class", "$GENERATE 1-2 a$ 60 IN A 192.0.2.$\n", "B--", "notice", [
    "generate",
  ]),
  below("$GENERATE with two dollar signs", "$GENERATE 1-2 a$ TXT $$\n", "B--", "notice", ["generate"]),
  below("$GENERATE backwards", "$GENERATE 3-1 a$ A 192.0.2.$\n", "---", "refused", []),
  below("$GENERATE without data", "$GENERATE 1-3 a$ A\n", "---", "refused", []),
  below("$GENERATE of an unknown base", "$GENERATE 1-3 a${0,1,b} A 192.0.2.$\n", "---", "refused", []),
  below("$GENERATE with steps", "$GENERATE 1-9/4 a$ A 192.0.2.$\n", "B--", "notice", ["generate"]),
  below("$GENERATE in small letters", "$generate 1-2 a$ A 192.0.2.$\n", "B--", "notice", ["generate"]),
  below("$DATE, as BIND writes it", "$DATE 20261129051700\na TXT x\n", "B--", "notice", ["date"]),
  below("$GENERATE with nibbles and a zone behind", "$GENERATE 18-19 ${0,3,n}.x PTR a$\n", "B--", "notice", [
    "generate",
  ]),
  below("$DATE that is none", "$DATE yesterday\n", "---", "refused", []),
  below("$TTL without a time", "$TTL\n", "---", "refused", []),
  below("$TTL that is none", "$TTL soon\n", "---", "refused", []),
  below("$ORIGIN without a dot", "$ORIGIN sub\na TXT x\n", "B--", "notice", ["relative-origin"]),
  below("$ORIGIN of the whole name without a dot", "$ORIGIN example.com\na TXT x\n", "B--", "notice", [
    "relative-origin",
  ]),
  below("$ORIGIN with too much", "$ORIGIN a.example.com. b\n", "---", "refused", []),
  below("$INCLUDE of what is not there", "$INCLUDE nowhere.db\n", "---", "refused", []),
  below("an unknown directive", "$INCULDE x\n", "---", "refused", []),
  below("$UNSUPPORTED", "$UNSUPPORTED x\n", "---", "refused", []),
  below("$TTL twice", "$TTL 60\n$TTL 120\na TXT x\n", "BKN", "read", []),
  below("$TTL in capitals with units", "$TTL 1W2D\na TXT x\n", "BKN", "read", []),
  below("white space before a directive", " $TTL 60\na TXT x\n", "---", "refused", []),
];
