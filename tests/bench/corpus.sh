#!/bin/sh
# Drafts to measure with, the same every time: of 60 to 120 words, of many openings, reasons, asks and
# closes, good ones and bad ones.
#
#   corpus.sh N >DRAFTS.ndjson         a record for each
#   corpus.sh N FOLDER                 a file for each, FOLDER/00001.txt and so on; it must be new
n=${1:-0}
[ "$n" -ge 1 ] && [ "$n" -le 200000 ] || exit 64
[ -z "${2-}" ] || mkdir "$2" || exit 1
awk -v n="$n" -v folder="${2-}" '
# Whole numbers that any awk has exactly.
function dice(k) {
    seed = (seed * 16807) % 2147483647
    return seed % k + 1
}
function pick(list,    words, count) {
    count = split(list, words, "|")
    return words[dice(count)]
}
function number() {
    return sprintf("555 %03d %04d", 100 + dice(899), dice(9999))
}
function middle(k) {
    if (k == 1) return "I saw that you are hiring two more people for the front desk. "
    if (k == 2) return "We took " dice(8) + 1 " hours a week off the invoicing of three " pick(peers) " near you. "
    if (k == 3) return "The team at your second site told me that the rota still lives in a spreadsheet. "
    if (k == 4) return "We are the leading provider in the industry, and our platform is second to none. "
    if (k == 5) return "How many callers hang up before somebody answers? "
    if (k == 6) return "Last spring one of your neighbours cut the stock it writes off by a " pick("third|fifth|quarter") ". "
    if (k == 7) return "There is a page about it at www.example.test if you care to look. "
    if (k == 8) return "It is one of those things nobody notices until the end of the month. "
    if (k == 9) return "I know " pick(days) " is when the deliveries come, so I will keep this short. "
    if (k == 10) return "Our dashboard has filters, alerts, exports and a calendar. "
    if (k == 11) return "She says it gave her back her " pick(days) " afternoons. "
    return "What would you do with $" dice(40) * 250 " more at the end of the year? "
}
# Sentences in the middle come in a turn of their own, so that none comes twice.
function draft(    who, me, mine, phone, text, words, most, k, step) {
    who = pick("Dana|Omar|Priya|Luis|Mei|Tomasz|Ruth|Kofi|Anneke|Sorin")
    me = pick("Robin Vale|Jonas Weld|Ada Marsh|Femi Cole|Nora Lind")
    mine = pick("Ferncliff|Tallow Street|Brightwater|Larkspur|Halden Quill") " " pick("Scheduling|Freight|Foods|Software|Supply")
    phone = number()
    text = pick("Hi|Hello|Good morning") " " who ", " pick("this is|it is") " " me " " pick("from|at|with") " " mine ". "
    if (dice(4) == 1) text = text "I hope you are well; I am just checking in. "
    k = dice(12)
    step = pick("1|5|7|11")
    most = 45 + dice(50)
    do {
        text = text middle(k)
        k = (k + step - 1) % 12 + 1
        words = split(text, parts, " ")
    } while (words < most)
    text = text pick("Call me back on|You can reach me at|My number is") " " phone ", " pick("it takes two minutes|any time before five|I am in all day") ". "
    if (dice(2) == 1) text = text "Again, " me ", " phone ". "
    return text pick("I will try you again on " pick(days) " morning. |") pick("Thank you!|Thanks, " who ".|Have a good day.")
}
BEGIN {
    seed = 20117
    peers = "bakeries|clinics|garages|schools|hotels|depots"
    days = "Monday|Tuesday|Wednesday|Thursday|Friday"
    for (i = 1; i <= n; i++)
        if (folder == "") {
            printf "{\"id\":%d,\"text\":\"%s\"}\n", i, draft()
        } else {
            file = sprintf("%s/%05d.txt", folder, i)
            print draft() >file
            close(file)
        }
}'
