/** Made by test/corpus/weigh.ts from the replies of the development half; not to be edited. */
export const WEIGHTS = `
always=0-6,1-3,2-4,3+5,4-4,5+2,6+5,7-8,8+5 code:403=2+2,8-1 code:417=3+1,6-1
code:421=0-1,1-1,3+10,4-2,5-4,6+8,7-2,8-7 code:422=3-1,5+4,6-2,8-1 code:430=1+1,6+1
code:432=3-1,5+2,6+1,7-1,8-1 code:450=1-3,2-1,3-3,4-3,5+1,6-1,7+6,8+5 code:451=0-8,1-4,2-2,3-1,6+8,7+7,8+1
code:452=0-1,1-1,2-1,3+5,4+5,5-1,6-1,7-2,8-2 code:454=0+2,8-1 code:455=3+1,5-1,8-1
code:500=0-2,1-1,3+4,4-1,5-1,6+6,8-5 code:501=0-1,2-2,3+4,4-2,6-1,7-1,8+3 code:503=0+1,2+1,3-2,4-1,5-2,8+3
code:504=1+1,3-1,8+1 code:521=3-2,4+2,5+2,6-1,8-1 code:530=0-2,1+10,2+4,3-8,4-1,5-1,6-2,7-1,8+2
code:540=3-2,5+1,6-1,8+3 code:542=0-1,3-2,5-1,8+5 code:550=0+5,1-3,2-2,3+3,4+1,5+5,6-5,7-7,8-1
code:551=0+8,1+4,2-1,3-3,5-1,6-1,8-5 code:552=0-1,1-2,2-1,3+3,4-1,5+5,6+1,8-4
code:553=0-4,1+1,2+1,3+2,4-1,5+3,7-1,8+1 code:554=0-1,1-3,2+1,3+8,4-3,5-3,6-1,7-3,8+5
code:556=0-1,3-1,4+7,5-4,6-1,8+2 code:571=0-1,3+4,5-1,8-2 enhanced:0.0=0+2,1-1,2-1,3+2,4-2,5-2,6-1,7-2,8+4
enhanced:1.0=0-2,4-2,5+3,8+1 enhanced:1.1=0+4,1-1,2-1,3-5,4-6,5+9,6+2,7-2,8-1
enhanced:1.10=0-1,3-1,4+7,5-1,6-1,8-3 enhanced:1.2=0+5,3-2,4+5,5-4,6-1,8-2
enhanced:1.3=0-1,3+2,4-2,5-3,6-1,8+5 enhanced:1.6=0-1,4+2,5-1 enhanced:1.7=3+1
enhanced:1.8=1-1,3+6,4-2,5-1,6-1,8-1 enhanced:2.0=3+1,5-7,6+3,7+1,8+3 enhanced:2.1=0-1,3+2,5+8,6-6,7-3,8+1
enhanced:2.2=3-5,4-1,5+7,6-2,8+1 enhanced:3.0=0-1,1-1,2-1,3+1,4-3,5+2,6+6,7-4,8-1
enhanced:3.1=3-2,4+6,5-1,6-1,7-1,8-2 enhanced:3.2=0-2,1-1,2-1,3+2,5+1,6-2,7+5,8-3
enhanced:3.5=0-1,4-2,5-4,6+3,8+4 enhanced:4.0=0+2,3+1,4-3,6+2,7-1,8-1 enhanced:4.1=0-1,3-4,4-1,5+5,6+2,7-1
enhanced:4.3=3+1,4-1,5-1,7+3,8-2 enhanced:4.4=4+1 enhanced:4.5=3+2,5-1,6+1,7-1,8-1 enhanced:4.6=5-1,6+2,8-1
enhanced:5.0=1+1 enhanced:5.1=1+1,2-1,3+1 enhanced:5.2=0-1,1-1,2-1,3+3,5-1,8+1
enhanced:5.3=0+1,3+7,4-1,5-3,6-4,8+1 enhanced:7.0=0-2,1-1,2+3,3+2,4+2,6-3,7-3,8+4
enhanced:7.1=0+5,2-5,3+4,4-4,5-2,6-3,7+5,8+1 enhanced:7.23=0-1,3+7,5-1,8-3 enhanced:7.25=0-1,3+6,5-1,8-3
enhanced:7.27=3+1 enhanced:7.3=2+3,3-3,8+1 enhanced:7.57=0-1,1+2,3-1 enhanced:7.9=3-2,8+3
enhanced:none=1+2,2-1,3+2,4-3,5+1,6+1 links:banned=5+2,8-1 links:client=0-2,3+3,4-1,5+1,6-1
links:conduct=0-1,3+8,4-1,5-2,6-1,8-2 links:domain=0-1,3+1,4-1,6+4,7-1,8-2 links:failed=3+4,6-1,7-1,8-1
links:listed=0-1,3+8,4-1,5-3,6-1,8-2 links:notAccepted=3-2,5+3,8-1 links:server=5-2,8+2
links:trouble=3+2,5-1,8-1 links:unknown=3+1,5-2,8+2 says:address=0+3,1-2,2+1,3-2,4-2,5+3,6-8,7-2,8+10
says:auth=0+3,1+16,2-4,3-8,4-2,5-2,6-2,7-1,8-1 says:authMissing=0-1,1+19,2-1,3-10,4+1,5-2,6-1,7-1,8-4
says:banned=0-3,3+5,4-1,5+1,6-1,7-2,8+1 says:blocked=0-2,1-1,3+3,4-1,5-3,6-1,7-1,8+5
says:client=0+4,1-3,2+5,3+9,4-5,5-7,6-1,7-1,8-7 says:clientRejected=0-2,1-1,2-1,3+15,4-2,5-3,6-1,8-6
says:conduct=0-2,2-2,3+23,4-5,5-10,6-12,7-2,8-12 says:domain=0+9,1-4,2-1,3-4,4+11,5-2,6-2,7-1,8-6
says:domainRecords=0-2,4+6,5-2,6-1,8-1 says:domainSaid=0+9,1-1,2-1,3-2,4+17,5-10,6-5,7-2,8-5
says:failed=0-8,1+1,3-2,4+4,6+5,7-3,8+2 says:foreign=0+22,1-2,2-1,3-3,4-6,5-5,6+1,7-1,8-6
says:full=0-2,1-1,2-1,3-4,4-1,5+13,7-1,8-3 says:greylisting=3-8,4-1,5-2,6-6,7+20,8-4
says:inactive=0-3,1-1,2-1,4+4,5+10,6-3,7-1,8-5 says:listed=0-1,1-1,2-1,3+7,4-1,5-3,6-2,7-1,8+2
says:mailbox=0-1,1-1,2-1,3-2,4-4,5+13,6+3,7-3,8-6 says:mailboxSaid=0-7,1-1,3-5,4-1,5+23,6-1,7-1,8-7
says:malformed=0-2,1-1,3+1,4-2,5-6,6-1,8+11 says:negated=1-1,2+1,3+3,4-1,5-2,6+2,7+1,8-2
says:notAccepted=0-2,1-1,2-1,4-1,5+8,6+2,7-2,8-3 says:notInList=0-1,5+2,8-1 says:notOurs=0+4,3-2,4-3,5+2,8-1
says:openRelay=1-1,3+9,4-1,5-3,6-1,8-3 says:ownTrouble=0-2,1-1,2-1,3-5,4-2,5-5,6+21,7-1,8-5
says:place=0-4,1-1,2-1,3+5,5-3,6+6,8-3 says:policy=0-1,1-1,2-1,3-3,4-1,6+5,8+3
says:quoted=0+1,1-3,2-1,3-6,4+1,5+4,6+1,7+3,8+1 says:rate=0-3,1-1,2-1,3+13,4-2,5+7,6-5,7-5,8-4
says:recipient=0+1,1-4,2-1,3-5,5+10,7-4,8+1 says:recipientRule=0-2,1-1,2-1,3-1,4-2,5-6,6-2,8+15
says:refused=0+6,1+1,2-1,3+2,4-7,5-8,6-11,7+3,8+13 says:relay=0+24,1+2,2-2,3-8,4-3,5-3,6-5,7-1,8-11
says:required=0+2,1+7,2+10,3-1,4-3,5-7,6-4,7-2,8-5 says:sender=0-7,1+3,2+2,3+17,4-7,5-9,6-8,7+3,8-2
says:server=0-1,2-1,3-5,4-2,5+2,6+6,7-2,8+4 says:standardMailbox=3+1,5+6,6-1,7-1,8-3
says:temporary=1-2,2-3,3+2,4-1,5-6,6+2,7+10,8-3 says:tls=0-1,1-3,2+18,3-6,4-1,5-2,6-1,8-4
says:tlsMissing=0-2,1-7,2+23,3-7,4-1,5-2,6-2,7-1,8-3 says:trouble=0-2,3-1,4-2,5+3,6+8,7-4,8-2
says:troubleSaid=0-6,1-3,2-2,3-2,4-1,5-9,6+18,7+3,8-4 says:unavailable=0-4,1-1,2+1,3-6,4+2,5+2,6+4,7-3,8+5
says:unknown=0-4,1-3,2-3,3+1,4+1,5+11,6+1,7-3,8-6 says:vague=0-6,1-1,2-1,3-3,4-2,5+6,6-1,8+8
says:verification=0-2,3-3,4-1,6+7,7-2,8+1 stage:MAIL4=0-1,1-1,3+7,4-3,5-2,6+4,7-2,8-3
stage:MAIL5=0-12,1+12,2+6,3+17,4-6,5-8,6-5,7-2,8-4 stage:RCPT4=0-7,1-8,2-4,6+8,7+7,8+5
stage:RCPT5=0+7,1-5,2-6,3-2,4+3,5+7,6-3,7-10,8+8 states:address-notAccepted=0-1,4+1,5+2,8-1
states:address-refused=0+1,3-2,5+1 states:address-required=8+1 states:address-temporary=4-1,5-1,6-2,7-2,8+6
states:address-unknown=0-2,3-4,4-1,5+6,8+2 states:client-banned=0-1,3+6,5-1,6-1,7-1,8-2
states:client-blocked=3+2,8-1 states:client-failed=0+3,3-2 states:client-inactive=3+1
states:client-negated=2+2,3-2 states:client-rate=3+2,5-1 states:client-refused=2+2,3+5,4-1,5-1,8-4
states:client-required=2+2,3+1,6-1,8-1 states:client-temporary=3+3,7-2
states:client-unknown=0-2,2-1,3+3,4-1,6+3,7-1,8-1 states:domain-banned=3+2,5-1
states:domain-failed=0+1,3-2,4+3,5+1,6-1,8-1 states:domain-inactive=0-3,3-1,4+8,5-2,8-1
states:domain-negated=0+4,3-1,5-1,8-1 states:domain-notAccepted=0+2,3+1,4-1,8-1 states:domain-rate=0-1,3+3,4-1
states:domain-refused=0+5,1-1,3-1,5+2,6-1,7-1,8-3 states:domain-required=0-1,1+2,2+1,3+1,4-1,5-1
states:domain-temporary=0-1,3-1,4+6,5-1,6-1,7-1,8-1 states:domain-unknown=0+1,1-1,3-1,4+10,5-7,6-1,8-2
states:mailbox-full=3-1,5-1,6+4,8-1 states:mailbox-inactive=0-1,1-1,3+1,4-1,5+5,6-1,8-2
states:mailbox-negated=0-1,3-1,5+3,8-1 states:mailbox-policy=5-2,6+1,7-1,8+3
states:mailbox-refused=3+2,5-1,6-2,8+2 states:mailbox-temporary=3-1,5+5,6-1,7-2,8-1
states:mailbox-unavailable=5+5,6-1,7-1,8-2 states:mailbox-unknown=0-1,3-2,4-1,5+2,6+3,8-1
states:quoted-failed=4-1,5-1,6+5,8-2 states:quoted-inactive=0-1,3+1,4-1,5-3,6-1,7-1,8+5
states:quoted-negated=0-1,4-1,5-6,6-1,8+8 states:quoted-policy=3-1,5-1,7+3 states:quoted-rate=3+3,5-1,7-1,8-1
states:quoted-refused=0+4,1-1,3-2,5-3,6-1,7+1,8+1 states:quoted-unknown=0-1,4-2,5+2,8+1
states:recipient-banned=0-2,3-4,5+4,8+3 states:recipient-failed=0-1,3+3,4-1,5+1,8-2
states:recipient-full=0-1,5+5,6-2,8-1 states:recipient-inactive=0-1,3-1,4-1,5+7,8-3
states:recipient-negated=0-2,3-1,4+1,5+5,8-3 states:recipient-notAccepted=0-1,5-2,8+4
states:recipient-notInList=0-1,5+2,8-1 states:recipient-policy=0-1,3-1,5+5,8-3
states:recipient-rate=3+7,5-1,6-2,8-3 states:recipient-refused=0+1,1-1,2-1,3-1,4-1,5-3,6-1,7-1,8+7
states:recipient-required=0+4,5-2,8-2 states:recipient-temporary=3+1,4-1,5-1,6+4,7-2
states:recipient-unavailable=6+3,7-1,8-1 states:recipient-unknown=0+2,1-1,2-1,3-3,4-3,5+10,6-3,8-3
states:sender-banned=3+1,8-1 states:sender-failed=1-1,3+2 states:sender-negated=1-1,3+1
states:sender-notAccepted=3+3,5-1,8-1 states:sender-policy=3+2,8-2
states:sender-refused=0-2,1+6,2-1,3-1,7-1,8-1 states:sender-required=1-1,2+1
states:sender-temporary=3+3,6-2,7-1 states:sender-unknown=1-1,3+3,5-1 states:server-failed=3-1,5-2,6+7,7-1,8-3
states:server-full=5+1,8-1 states:server-refused=0+1,1+3,2-1,5-1,6+1,7-1,8-4
states:server-required=0+1,1-2,3+1 states:server-temporary=3-1,6+4,7-2,8-1 states:server-unavailable=6+1
stem:<addr=0+1,3+1,5-1,8-1 stem:<clie=0+1,1-2,2-1,3+8,4-2,5-3,6-4 stem:<doma=0+1,3-1,4+2,5+2,8-3
stem:<host=0-6,1-1,3+4,4+1,5-1,6+7,7-1,8-3 stem:<ip>=3-2,6+4 stem:<key>=0-1,4+1,5+2,8-1
stem:<reci=0+1,1-3,2-1,3-6,4+1,5+4,6+1,7+3,8+1 stem:<send=0-1,1-1,2+4,3+2,4-1,5-1,6-1,7+2,8-4
stem:<url>=0-3,1+1,3+2,4+1,5+4,6-5,7+4,8-4 stem:aaaa=4+1 stem:able=0-1,3-1,4+2,5-1,8+1
stem:abort=3-2,5+1,6+3,7-2,8-1 stem:absen=0-1,1-1,3+1,5+1 stem:abuse=3-1,5+2
stem:accep=0+1,1-1,3+4,4+1,5-2,6-2,7+1,8-2 stem:acces=0-1,1-2,2-1,3+8,4-1,5+3,7-1,8-5
stem:accou=0+2,1-1,2-1,3-1,4+3,5+7,6-4,7-1,8-4 stem:actio=1-1,4-1,5+3,6+2,7-2,8-1
stem:activ=3-2,4+1,6+1,7+1,8-1 stem:addit=3-1,5+1 stem:addre=0-2,1-6,2-2,3+3,4+6,5+2,6-3,7+2,8+1
stem:admin=1-1,3-2,4-1,5+2,8+3 stem:adres=0+6,2+2,3-4,4-1,5-5,6-1,8+2 stem:after=1+1,3-1,4+1
stem:again=0-2,1-1,2-1,4-1,5+1,6+1,7+5,8-2 stem:agent=6+2,7-1,8-1 stem:all=0-1,3-1,4+2,5+1,8-1
stem:alloc=3-1,5+3,6-1,8-1 stem:allow=0+9,1+5,2-1,3+1,4-3,5-4,6-3,7-1,8-4
stem:and=0-1,2+2,3+2,4+2,5+1,6-1,7-1,8-4 stem:anmel=3+1 stem:antis=3+2,8-1 stem:appro=0-1,3+4,5-1,8-2
stem:as=0+2,1-1,4+1,5+1,6-1,8-1 stem:at=0-1,3+1,4-1,5+3,6-1,7-1 stem:attac=3+2
stem:attem=0+2,1-1,3+1,5-1,6-1,7+1,8-1 stem:au=5+1 stem:auf=5+2,6-1 stem:auten=1+3,2-1,3-1,8-1
stem:auth=0-1,1+3,2-1,3+2,6-1,8-1 stem:authe=0+2,1+12,2-1,3-8,4-1,5-2,7-1
stem:autho=0-2,1+3,2-1,3+2,4-1,5-2,6-1,8+2 stem:avail=0-2,2+2,3-3,4+2,5-1,6+2,7-1,8+2
stem:away=1-1,3+2,5-1,6-1,8+2 stem:back=3+2,5-3,6-1,7+3 stem:bad=0-1,2+1,3+2,4-1,5-1,6-1,7-2,8+4
stem:badma=3+1 stem:banne=5+3,8-2 stem:becau=0-1,3+3,4+2,5-2,8-2 stem:befor=0-1,1+5,2-1,3+1,5-2,6-1,8-1
stem:behav=3+2,7-2 stem:benut=0-1,5+2,6-1,8-1 stem:black=0-3,1-1,2-1,3+4,4-1,5+1,6-1,7-2,8+4
stem:block=0-2,1-1,2-1,3+7,4-1,5-4,6-2,7-1,8+4 stem:boite=5+3,6-1 stem:bounc=3+4,5-2,8-2 stem:box=5+1
stem:busy=3-1,5+4,6+2,7-3,8-2 stem:but=0-1,3-2,4-1,5+1,8+2 stem:buzon=5+2 stem:by=0-1,1-1,3+5,5-1,6-4,7-1,8+2
stem:callo=3+2,5-1,6+3,8-2 stem:chann=3-1,6+1 stem:chara=0-1,3-1,4-1,5-3,8+5
stem:check=0-5,1+4,2+2,3+3,5-1,6+1,7-2,8-2 stem:chkus=0-1,3+4,4+1,5-1,8-2
stem:clien=0+1,2-1,3+4,4-1,5+3,6-1,7-2,8-3 stem:closi=2+1,3+1,8-1 stem:code=3+1 stem:come=3+2,5-3,6-1,7+3
stem:comma=0-2,2+5,3-6,5-1,8+5 stem:compl=3+1,5-1,6+3,8-2 stem:confi=0-7,1-1,2+2,3-4,4-1,5-4,6+12,7-1,8+3
stem:conne=0-1,1-1,2+2,3+5,4-1,5-2,6+2,7-1,8-2 stem:conta=0+1,1-1,5+2 stem:contr=6+1 stem:count=3+1,5-2,8+1
stem:custo=0-2,5+4,8-1 stem:daily=3+1,5-1 stem:datab=3-1,5-1,6+4,8-1 stem:db=3-2,5-1,6+6,8-2 stem:dd=5+2,8-1
stem:deact=5+1 stem:defau=0-1,5+1,8-1 stem:defer=0-1,3-4,5-1,6+1,7+2,8+4 stem:defin=0+1,1-1,3-1,8+2
stem:deliv=0+6,1-1,3-8,4-1,5+4,6-2,8+2 stem:denie=0+2,1-3,2-2,3-2,4-2,5+4,6-2,7+2,8+3 stem:desco=5+2
stem:desti=0-3,4-3,6-2,7-1,8+10 stem:detec=0-1,3+2,5-1,6+4,8-2 stem:diese=0+1,1-1,3+1
stem:direc=5+7,6-4,7-1,8-1 stem:disab=0-1,1-1,2-1,4+8,6-4,7-1 stem:disco=3+1,5+1,6-1,8-1
stem:disk=3-2,5+3,6+1,8-1 stem:dns=0-7,2-1,3+10,4+3,5-3,6+1,7-1,8-2 stem:dnsbl=3+2,5-1
stem:domai=0+11,1-2,2-2,3+4,4+11,5-11,6-8,7-3,8-2 stem:domin=0+7,3-2,4-2,5-1,6-1,8-1 stem:down=6+1
stem:due=0-2,1-1,2+3,3-1,4-1,5+1,7+1 stem:durin=1+1,3+2,6-2 stem:ehlo=3+3,5-1,8-1
stem:email=0+2,1-1,3-1,4-2,5+5,6-1,7+1,8-2 stem:empfa=5+1 stem:en=3+2,5-1 stem:enabl=0-1,4+1,5+2,6-1,8-1
stem:encon=0+4,3-1,4-1,5-1 stem:encry=0-1,1-1,2+10,3-5,5-1,6-1,8-1 stem:entry=5+2,8-1
stem:envel=0-1,3+1,5+1,8-1 stem:erro=6+1 stem:error=0-4,1-2,2-1,3+4,4+6,5-4,6+5,7-4 stem:este=0+3,3-1,8-1
stem:examp=0+4,3-1,5-2,8-1 stem:excee=0-1,1-1,2-1,3+1,4-1,5+4,6-4,7-2,8+3 stem:excha=6+1 stem:exhau=5+1,6+1
stem:exist=0+1,1-1,2-1,3-2,4+5,5+3,6-1,8-3 stem:expan=5-1,6+2,8-1 stem:expir=5+1 stem:expla=3-1,5+2
stem:exter=0+3,5-2 stem:fail=0-3,1+6,4-1,6-1,8-2 stem:faile=0-1,1+1,2+2,3+1,4-3,6+4,7-1,8-2
stem:failu=0-1,1-1,2-1,3+3,4-2,5-2,6+2,7-2,8+4 stem:fast=3+1,5-1,6-1,7+2,8-1 stem:few=3+3,5-3,6-2,7+3
stem:file=6+1 stem:filte=3+8,5-1,8-5 stem:find=0-3,4+5,5-1,8-1 stem:first=2+1,3-1 stem:fix=3+1,7-1
stem:follo=0+1 stem:for=0+4,1-4,2+1,3+1,4-1,5-8,6+5,7+3,8-1 stem:forbi=0+1,1+4,2-1,3-1,5-1,8-2
stem:forge=0+1,3-1 stem:forma=3-1,5-5,6+5,8+2 stem:forwa=0-2,3-4,5+6,6+6,8-5 stem:found=0+5,3+1,6-1,7-1,8-5
stem:fqdn=3+1 stem:frequ=0-1,3+4,4-1,5-1 stem:from=0+2,1+3,2-2,3+3,4-1,5-2,6-1,7+2,8-3 stem:full=5-2,6+5,8-1
stem:fully=8+2 stem:gate=0+2,3-1,5-1,8+1 stem:go=2-1,3+1,5-1,6-1,8+2 stem:got=0-1,3-1,5+1,8+2
stem:greet=2-1,3+3,6-1 stem:grey=6-2,7+3,8-1 stem:greyl=3-6,4-1,5-2,6-4,7+16,8-3 stem:hat=5+2,6-1,8-1
stem:helo=0-1,2-1,3+8,4-1,5-2,6-1,8-1 stem:here=0+1,3+3,4-3,5+2,8-3 stem:high=1-1,2+2,5-1,6+2,7-1,8-1
stem:host=0-5,1-1,2-2,3+3,4+4,5-6,6+5,7+1 stem:hoste=0+2,3-1,4+1,6-1 stem:hostn=0-1,5-2,6+5
stem:hosts=0+2,3-1,4+1,5-1 stem:hour=3-1,5+2,7-1 stem:hourl=3+1 stem:i=0+2,3+2,4-1,8-2 stem:ident=3+2,8-1
stem:if=0+2,3-1,5-1,6-1,7-1,8+2 stem:in=0+1,1+2,2-1,3+1,4+1,5+2,6-2,7+2,8-6 stem:inact=3-1,5+2
stem:inbou=0-2,3-4,4+3,5-3,6+8,7-1,8-1 stem:incom=0-1,3-1,5+3,6-1 stem:incon=0-3,5+4
stem:incor=0-1,3-3,5-1,6+6 stem:indic=0-1,3-1,4+2,7+1 stem:indis=5+2 stem:inesi=0-1,5+1 stem:inexi=5+1
stem:insuf=3-1,4-1,6+4,7-1 stem:inten=7+3,8-2 stem:inter=3-2,4-1,5-1,6+1,7+5,8-2
stem:inval=0+4,1-1,2-1,3+1,4-8,5+6,6+2,7-1,8-2 stem:ip=0+2,1-1,2+1,3+11,4-1,5-5,6-2,7-1,8-4
stem:ipv6=0-1,2+2,3-1 stem:issue=2+3,3-1 stem:istni=5+1 stem:key=6+1 stem:konto=5+1 stem:lack=2+3,3-2,8-1
stem:later=0-1,1-1,2-1,3+2,4-2,6-1,7+4,8+1 stem:ldap=0-1,3-1,4-1,5-1,8+4
stem:limit=0-2,1-1,2-1,3+8,4-1,5+4,6-4,7-3 stem:list=0-1,1-1,2-1,4-1,5-1,6+1,8+3 stem:lista=0+3,3+1,5-2,8-1
stem:liste=0-1,3+3,4-1,5+1,6-2,7+3,8-2 stem:liter=3+1 stem:load=3-1,6+3,7-1
stem:local=0+2,1+5,2-1,3-4,4-1,5+1,7-2,8-1 stem:locat=0+1,6+1,8-1 stem:locke=3-2,5+2
stem:login=0-1,4-1,5-3,8+6 stem:longe=3+2,8-1 stem:look=6+1 stem:looku=4-3,5+1,6+1,7-1,8+2
stem:loop=3-2,6+5,8-1 stem:mail=0-8,1+2,2-2,3-2,4+1,5+5,6+1,7+3,8-1
stem:mailb=0-3,1-1,2-1,3-3,4-2,5+9,6+5,7-3,8-1 stem:maili=5-1,6+2 stem:mails=5+2,6-1,7-1,8-1
stem:malfo=3+3,4-1,5-2,8+1 stem:many=0-1,1-1,3+8,4-1,6+1,7-1,8-3 stem:match=0+2,1-1,3-2,4-2,5+5,8-2
stem:maxim=3+2,5-1 stem:may=3-1,8+2 stem:me=0-1,3+2,5-1,8-1 stem:means=7+1 stem:memor=3-1,5-1,6+2
stem:messa=0-4,1-1,2+2,4-2,5+4,6-1,8+3 stem:mi=0+1 stem:minut=5+1,6-2,7+2,8-1 stem:misma=3-1,6-1,8+3
stem:missi=3+1,7-1 stem:mode=0-2,3-1,5-2,8+6 stem:moins=5+1 stem:more=3-1,8+2 stem:mta=0-5,3+4,5+2,6+1,7-1,8-1
stem:multi=3+3,4-1,5-2,6-1,7-1,8+1 stem:must=0-1,1+4,2+4,3-3,4-1,5-1,6-1,8-1 stem:mx=0+2,3+1,4+6,5-5,6-2,8-2
stem:my=0+1,3-1,5+2,8-1 stem:name=0+1,1-2,2-1,3+2,4+1,5+1,6-1,8-1 stem:nao=0+6,3-2,4-2,5+1,6-1,8-2
stem:neede=2+1,3-2,8+2 stem:negat=0+1,8-1 stem:netwo=3+1,6+1,8-1 stem:next=6-1,7+1
stem:nicht=1-1,3-2,4-1,5-4,6+5,8+4 stem:nie=5+1 stem:no=0-3,1-1,2-1,3+6,4+3,5+5,6-1,7-1,8-5
stem:non=0-3,1-1,3-1,4+4,5+6,6-2,8-2 stem:norma=0-1,3-1,5-1,8+3 stem:not=0+2,1-1,2-2,4+5,5+1,6-5,7-5,8+4
stem:now=3-1,5+2,6+2,7-1,8-1 stem:null=0-2,1-1,3+2,4+2,5+2,6+4,8-5 stem:numbe=3+4,5-3
stem:of=0+1,1-1,2+3,3-1,4-2,5+2,6+2,7-1,8-2 stem:on=0-2,1-1,2+1,3-2,5+10,6-1,7+1,8-7
stem:one=0-1,3+4,5+2,6-2,8-3 stem:only=0+6,3-1,4-1,5-3,6-1,8-1 stem:open=0+3,3-1,5-1,8-1
stem:or=0-2,1-1,3-2,5-2,6-2,8+9 stem:origi=3+1,8-1 stem:our=0+3,3+4,4-3,5+1,8-3 stem:out=5+1,7-1,8-1
stem:over=0-2,2+2,3-1,4-1,5+5,6-2,8-2 stem:param=3+1,5-1,6+1 stem:part=5-1,8+1 stem:path=0-1,3+3,4-1
stem:pelo=3+2,8-1 stem:per=3+1,5-1,6-1,7-1,8+2 stem:perio=4+1 stem:perma=4-1,5+2,6-1,8-1
stem:permi=0+1,1-1,3+1,5-2,6+1,7-1,8+1 stem:phase=3+2,8-1 stem:plugi=0+2,3-1,5-1,6+1,8-1 stem:plus=5+2,6-1
stem:point=0-1,4+2,5-1 stem:polic=0+1,1-1,2-1,4-2,6+4 stem:possi=0+1,3-1 stem:postm=0-1,5+3,8-1
stem:prefe=0-1,2+2,3-1,5-2,8+1 stem:preve=3-1,5+1 stem:probe=3+1,8-1 stem:probl=5-2,6+6,7-1,8-2
stem:proce=3-1,5-1,6+5,7-1,8-2 stem:progr=3-1,5-3,6+7,8-2 stem:prohi=0+1,3-2,5+1,8+2 stem:prope=0+1,1+1,3-1
stem:proto=3+1,8-1 stem:provi=0-1,5+1,6-1,8+1 stem:ptr=0+2,1-1,3+1,7-1 stem:qmail=6+2,8-1
stem:qq=3-1,5+7,6-4,7-1,8-1 stem:quali=8+2 stem:quick=3-2,5+3 stem:quota=0-1,4-1,5+7,6-3,7-1,8-1
stem:r=0-3,3+4 stem:rate=3+1,5+5,6-3,7-3,8+1 stem:rbl=3+1 stem:rcpt=1-1,3+2,4+2,5-6,6+4,8-1
stem:rcpth=0+4,3-2,8-1 stem:re=6+2,7-1 stem:reach=0-1,3+5,4+2,5-3,6-1,7-1,8-2 stem:reaso=0+2,3-2,5-1,6-1,8+2
stem:recei=0-1,1+5,2-1,3-3,4-1,5+4,6-2,7-1,8-1 stem:recha=0-1,5-1,8+2
stem:recip=0+3,1-4,2-2,3-5,5+6,6+2,7-2,8+4 stem:recon=6-1,7+2 stem:recor=0-2,3+1,4+4,5-2,7-1,8-1
stem:refer=3+1 stem:refus=0-1,2+2,3+4,4-1,5+1,6+2,7-2,8-5 stem:regis=0+3,3-2
stem:rejec=0-5,1-3,2-1,3+6,4-4,5+2,6-1,7+5 stem:relai=0+2,5+2,8-4 stem:relay=0+15,1+2,2-2,3-1,4-3,5-3,6-7,7-3
stem:reque=1-1,4-1,5+2,6+1,7-2,8+1 stem:requi=0-2,1+9,2+11,3-4,4-2,5-4,6-1,7-2,8-5 stem:resen=3-1,5+1,7+1
stem:reser=0-2,3+1,4+3,5-1,8-1 stem:resol=0+1,1-1,2-1,3-2,4-1,6+1,7-1,8+3 stem:resou=4-1,6-2,7+4,8-1
stem:restr=3-1,5-2,6-2,8+5 stem:retra=0+2,5-1,6-1,7+2,8-1 stem:retry=3+2,5-1,6+3,7-1,8-2 stem:retur=3+2,6-1
stem:rever=0-1,3+5,4-1,6-1,7-1,8-1 stem:rfc=0-1,3-1,4+3,5-2 stem:right=3-1,6+2,7-1
stem:route=0-3,1-1,2+3,3-2,4+4,5+4,6-1,8-3 stem:routi=3-1,6+2,8-1 stem:s=0-1,3-1,5+2,6+1,7-1,8-1
stem:say=0-1,3+6,5-1,8-2 stem:scono=5+3,8-2 stem:secon=5-1,6-1,7+3,8-1 stem:secur=0-2,1-1,2+6,5+4,6-1,8-5
stem:see=0+2,1-1,2-1,3+3,4-1,5+4,8-6 stem:send=0-4,1+5,2+4,3-2,4-1,5-2,6-1
stem:sende=0-5,1+3,2+4,3+14,4-4,5-8,6-6 stem:sendi=0-2,1+5,2-1,3+6,4-1,5-7,6+2,7-2,8-2
stem:sent=0+3,2+2,3-2,5-1,8-1 stem:serve=0-2,1+1,2-1,3+4,5-2,6+1,7-4,8+4
stem:servi=0+2,1-1,2-1,3+2,5-2,6-3,7+7,8-4 stem:sessi=2+4,3-3 stem:setti=0+1,1-1,5+1,8-1 stem:short=7+1
stem:shoul=0-1,5+2,8-1 stem:shutt=3-1,6+1 stem:singl=0-1,4+2,5-1 stem:siste=3+2,5+1,8-3
stem:smtp=0-6,1+3,3+2,4+1,5-1,7-1,8+2 stem:space=0-1,3-1,5+2,6+1,7-1,8-1 stem:spam=3+2,5-1,6-1,8+1
stem:spamh=3+1 stem:speci=0-1,3+2,4-1,5-3,8+3 stem:speic=5+1 stem:spf=0-1,3+10,4-1,5-1,6-8,7+3,8-2
stem:start=0-1,1-6,2+11,3+2,5-1,6-1,8-4 stem:stora=0-1,3-2,4-1,5+1,6+5,8-2
stem:submi=0-1,1+3,3-1,5-1,6+5,7-1,8-3 stem:such=0+1,3-3,5+4,8-1 stem:suppo=0+1,3+2,8-2
stem:suspe=0-1,3+2,5+1,7-1,8-1 stem:synta=3+1,5-1,8+1 stem:syste=0+6,1-1,3-2,4+5,5-2,6-1,7-1,8-4
stem:table=5+1 stem:taken=1-1,3+2,4-1,5+1,6-1,7-1 stem:tard=5+2,6-1 stem:targe=0+3,3-2,5+4,8-4
stem:tempo=0+1,1-1,2-1,3-2,4+8,5-5,6+7,7+1,8-7 stem:tenan=1-1,3+1,4+1,6-1 stem:than=2+2,8-1 stem:thru=0-4,3+4
stem:time=3+1,5+2,6+1,7-1,8-3 stem:tls=0-1,1-2,2+12,3-4,4-1,5-1,6-1,8-2 stem:token=0-1,3-1,4-1,5+5,6+1,7-1,8-1
stem:too=0-1,1-1,2+1,3+5,4-1,5+1,6+1,7-2,8-4 stem:traff=0+1,3+1,5-1,6-2,7+2,8-1
stem:trans=0-1,1-1,2-1,3-2,4-1,5-3,6+3,7-1,8+7 stem:trop=3+3,5-1,6-1,8-1
stem:try=0-1,1-2,2-1,3-1,4-1,6-2,7+2,8+7 stem:tryin=3-1,5+1 stem:turn=0+1,1-1,2+1 stem:ueber=5+1
stem:unabl=3-1,4-1,5-2,6+7,7-2 stem:unaut=0-2,1+5,2-1,3+4,4+1,5-1,6-1,8-4
stem:unava=0-3,1-1,2-1,3+1,4-1,5+5,6-2,7+6,8-3 stem:unbek=5+2 stem:undel=0-1,3-1,4+1,5+1,6+3,7-1,8-1
stem:unexp=6+1 stem:unkno=0+3,1-1,2-1,5+2,6-2,8+1 stem:unrou=0-2,3-2,4+9,5-3,8-2
stem:unver=3-3,5-4,6+2,7-1,8+5 stem:up=6+1 stem:use=0+3,2+5,3-3,4-1,5-1,8-2 stem:used=0-1,3-2,5+1,6+5,8-1
stem:user=0+8,1-2,2-1,3-2,4-3,5+5,6-2,7-1,8-3 stem:users=3+1,8-1 stem:using=1+1,3+1,6-1 stem:usuar=0-1,5+2
stem:utent=0-1,5+2 stem:valid=0-1,3+1,5+1,6+3,7-1,8-1 stem:verif=0-4,1-2,2-1,3+9,4+4,5+1,6+1,7-2,8-5
stem:versi=2+3,8-1 stem:via=2+2,3-2,6+1 stem:viola=0-1,3+7,5-2,8-2 stem:visit=5+1,6-1,8+1
stem:want=3-2,5-1,8+3 stem:we=0+1,3-3,4+2,6+2,7-1 stem:which=4+1,6-1 stem:while=0-1,6-1,7+2
stem:white=3-2,6-1,8+4 stem:with=2+2,3-3,4-1,5+2,6+1,8-1 stem:witho=0+1,1-1 stem:wrong=3+1,5-2,6-1,8+3
stem:yet=3-1,7+1 stem:you=0-2,2-1,3+10,4-1,5-4,6-2,7-1 stem:your=0+2,1+2,2+2,3-1,4-3,5+1,6-2,7+4,8-4
stem:zuvie=5+2,6-1 stem:不=0+4,3-1,4-1,6-1,8-1 stem:人=0-1,5+2,8-1 stem:件=0-1,5+2,8-1 stem:在=0-1,5+2 stem:存=5+1
stem:收=0+4,3-1,4-1,5-1,6-1,8-1 stem:未=5+1 subject:0=0+2,1-1,2-1,3+2,4-2,5-2,6-1,7-2,8+4
subject:1=0+3,1-2,2-3,3+1,4+6,5+3,6-2,7-3,8-2 subject:2=0-2,1-1,3-2,4-2,5+8,6-3,7-2,8+4
subject:3=0-3,1-2,2-2,3+1,4+2,5-1,6+6,8-1 subject:4=0+1,1-1,2-1,3-1,4-4,5+2,6+8,8-4
subject:5=0-1,2-2,3+9,4-2,5-4,7-1,8+1 subject:6=2+2,3-2,5-1,8+1 subject:7=0-2,2+3,3+6,4-5,5-4,6-6,7-1,8+6
subject:none=1+2,2-1,3+2,4-3,5+1,6+1
`;
