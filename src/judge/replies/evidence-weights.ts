/** Made by test/corpus/weigh.ts from the replies of the development half; not to be edited. */
export const WEIGHTS = `
always=0-1,1-2,2-3,3+3,4-3,5+1,6+3,7-4,8+2 asked:foreign=0+8,1-3,2-2,3+1,4+2,5-11,7-2,8+2
asked:mail=0-4,1+5,2+2,3+6,4-4,5-4,6+3,7-3,8-4 asked:own=0-10,1-4,2-3,3+1,4-3,5+6,6+2,7-2,8+4
code:421=0-1,1-2,3+4,4-2,5-2,6+4,7+1,8-1 code:422=5+1,6+2,8-2 code:430=6+1 code:432=6+1
code:450=0-3,1-2,2-1,3-3,5+2,6+1,7+4,8+4 code:451=0+3,1-3,2-2,3+3,4-1,5-6,6+4,7+2
code:452=0-1,1-1,2-1,3+2,4+3,5+1,6-2,7-1,8-1 code:455=6+2,8-1 code:500=0-1,3+2,5-1,6+4,8-3
code:501=0-1,2-1,3+1,4-1,6-1,8+3 code:503=0+1,1+1,3-4,6+3 code:504=5-1,6-1,8+2 code:521=0-1,3-1,4+2,5+1,8-1
code:530=0+1,1+4,2+1,3-4,4-1,5-1,6-1,8+1 code:540=3-3,5+3,8+1 code:541=4-1,8+1 code:542=0-1,3-1,5-1,8+3
code:550=0+4,1-1,2-1,3+2,4+2,5+3,6-7,7-5,8+1 code:551=0+3,1+3,3-2,4-2,6+1,8-2 code:552=0-1,1-1,3+1,5+3,6+1,8-3
code:553=0-1,1+2,2+2,3+2,4-2,5-3,6+1,7-1,8+1 code:554=0-3,1-2,3+6,4-3,5-1,6-2,7-2,8+4
code:556=0-1,3-1,4+2,5-2,6-1,8+2 code:571=3+2,8-2 enhanced:0.0=0+4,1-1,4-2,5-1,6-1,7-1,8+1
enhanced:1.0=0-3,3+1,4+1,8+2 enhanced:1.1=0+6,1-1,2-1,3-6,4-2,5+2,6+3,7-1,8+1 enhanced:1.10=0-1,4+2,8-1
enhanced:1.2=0+1,3-1,4+3,5-2,6-2,7-1,8+1 enhanced:1.3=3+1,5-2,8+3 enhanced:1.4=0-1,4+1,8-1 enhanced:1.6=5+1
enhanced:1.7=3+2 enhanced:1.8=3+3,8-1 enhanced:2.0=3-2,5-2,7+1,8+2 enhanced:2.1=0-1,3+6,4-1,5+4,6-3,7-3,8-1
enhanced:2.2=3-1,5+1,6+2 enhanced:3.0=0-1,1-1,2-1,3-1,4-2,5+1,6+3,7-2,8+3 enhanced:3.1=3-1,4+4,5-1,7-1,8-1
enhanced:3.2=0-2,3+1,4+2,5+1,6-2,7+4,8-3 enhanced:3.5=5-1,6+2,8+1 enhanced:4.0=4-1,6-3,8+4
enhanced:4.1=3-1,4-1,6+1,8+1 enhanced:4.3=3-1,4-1,6+3,7+2,8-2 enhanced:4.4=6+1 enhanced:4.5=3+2,5-1,8-1
enhanced:4.6=6+1 enhanced:5.0=5+2,8-2 enhanced:5.1=1+1,3+3,6-1,8-2 enhanced:5.2=2-1,3+1,5-1,6-1,8+2
enhanced:5.3=3+2,4-1,5-1,6-1,8+2 enhanced:7.0=0-1,1+2,2+2,3-3,5-2,6-2,7-2,8+5
enhanced:7.1=0+2,1-1,2-3,3+3,4-3,5-1,6+1,8+1 enhanced:7.2=3+2,5-1,8-1 enhanced:7.23=3+1 enhanced:7.25=3+1
enhanced:7.27=3+1 enhanced:7.3=2+4,3-3,8+1 enhanced:7.57=1+1 enhanced:7.9=3-1,8+1
enhanced:none=1+2,2-2,3+1,4-2,5+2,6+1,8-2 links:client=1-1,3+4,5-1,6-1,7-1
links:conduct=0-1,1-1,3+5,5-1,6-1,8-1 links:domain=4-1,6+2,8-1 links:failed=3+4,5+1,6-1,8-3
links:listed=3+3,5-1 links:notAccepted=5+1,8-1 links:postmasters=3+4,5+1,6-1,8-3 links:server=3-2,8+3
links:unknown=3-1,5-1,8+2 row:<address>_sende=1+2,3-1 row:<client>_<client>=5+1,8+1 row:<client>_block=3+1
row:<client>_clien=0-1,5+1 row:<client>_not=7+2 row:<client>_rejec=3+1 row:<domain>_not=3+1,8-1
row:<host>_<ip>=4-1,5+1 row:<host>_as=4-1,6+1 row:<host>_no=4+1 row:<host>_not=0-2,4+3
row:<ip>_said=4-1,5+2,6-1 row:<recipient>_denie=0-1,5-2,8+3 row:<recipient>_inval=0-1,3+2,4-1
row:<recipient>_mailb=5-2,6+1,8+1 row:<recipient>_not=0-2,3-1,5-1,8+5
row:<recipient>_recip=0-4,1-1,2-1,3+1,4+1,5-1,6+2,7+2,8+1 row:<recipient>_rejec=0-1,5-1,8+2
row:<recipient>_relay=0+2,3-1,8-1 row:<recipient>_tempo=6+1 row:<sender>_<recipient>=3-1,7+2
row:<sender>_sende=3+2,4-1,5-1,8-1 row:<url>_for=6-5,8+5 row:about_smtp=5-1,8+1 row:accep_email=0+3,4-1,8-1
row:accep_from=3+2,5-1 row:accep_here=0+1,3+2,5-2,8-1 row:accep_mail=0-1,4+5,5+1,6-1,8-3
row:accep_on=3-1,4-1,5-1,8+3 row:acces_denie=3+5,5+1,6-1,7-2,8-2 row:acces_for=3+1 row:accou_close=5+1
row:accou_disab=5+1 row:accou_you=5+1 row:actio_abort=3-2,6+2,7-1,8+1 row:actio_not=3+1,6-1
row:addre_<recipient>=0-1,5-1,8+1 row:addre_addre=6-3,8+3 row:addre_block=0-1,3+3,5-1 row:addre_book=3-1,5+1
row:addre_conne=6+1,8-1 row:addre_denie=0+4,3-1,5+2,8-4 row:addre_forma=8+1 row:addre_host=5+1
row:addre_in=5+2,6-1 row:addre_inval=3+1,5+2,6-1,8-2 row:addre_looku=5+1,6-4,8+4
row:addre_not=2-1,4-1,5+2,6+1,8-1 row:addre_prohi=3+1 row:addre_rejec=0-4,1+1,2-1,5+1,6+2,7+2,8-1
row:addre_relay=0+1 row:addre_synta=5-1,8+2 row:addre_tempo=3-1,6-1,8+2 row:addre_unabl=4+1,6-1
row:addre_verif=6+1,8-1 row:admin_prohi=0-1,3-2,5-1,8+4 row:again_in=3-2,5+1,6-2,7+4,8-1
row:again_later=0-1,2-1,3+1,5+1,6+3,7-2,8-1 row:allow_for=5+1 row:allow_rcpth=0+1
row:allow_send=0-2,3+3,5-1,8+1 row:and_not=5-1,8+1 row:and_revie=5-1,8+1 row:and_try=4+1 row:anti_spam=7+1
row:as_mail=0+2,3-1,4-1,6+1,8-1 row:as_spamm=3+1 row:ask_your=3+1 row:at_addre=3-1,5+2 row:at_rcpt=5-1,8+1
row:at_time=4+2,8-1 row:attem_send=0+1,1-1 row:auf_serve=3-1,5+2,6-1 row:auten_prime=1+1
row:auth_first=1+2,3-1 row:auth_requi=1+1 row:authe_requi=0+1,1+4,2-1,3-1,4-1,5-1,7-1 row:authe_when=0+1,1-1
row:autho_requi=1+1 row:autho_send=0-1,1+3,8-1 row:back_later=6-1,7+2 row:bad_addre=0-1,3-1,5-1,8+3
row:bad_desti=4+1 row:bad_recip=0+5,3+1,6-1,8-3 row:based_on=3-1,5+1,8-1 row:becau_of=3+2,5-1,8-1
row:befor_mail=3+1 row:befor_sendi=1+3,3-1,8-1 row:benut_hat=3-1,5+2,6-1 row:black_liste=8+1
row:block_by=3-1,5+1 row:block_due=3+1 row:block_for=3+1 row:block_in=3+1 row:block_on=3+1
row:boite_desti=5+1,8-1 row:bounc_messa=3+2,5-1,8-1 row:busy_try=5+2,6-1 row:by_admin=3-2,5+2
row:by_desti=3-1,4-1,5+1,8+1 row:by_polic=3+2,4-1,5-2,6-1,8+2 row:by_recip=3+3,5-1,8-1 row:by_user=5-1,8+1
row:chara_in=8+2 row:check_<url>=6-3,8+4 row:check_domai=4+1 row:check_error=3+3,6-1,8-2
row:check_faile=1-1,2+4,3-2 row:check_for=4+1 row:clien_host=0-1,3+1,5+1 row:clien_not=1+1,3-3,5+3
row:closi_conne=3+1 row:closi_trans=3+2,8-2 row:come_back=6-1,7+2 row:comma_first=2+1 row:comma_refus=2+1
row:comma_rejec=0-1,3-1,5-1,8+4 row:compl_recip=6+1 row:confi_error=6+1,8-1 row:confi_for=0-1,4-1,6+2,8-1
row:conne_<host>=6+1,8-1 row:conne_from=3+1 row:conne_rejec=3-2,4+3 row:conta_<recipient>=3+1
row:conta_suppo=3-1,5+1 row:conta_your=3+1 row:custo_block=3+1 row:db_not=6+1 row:defer_due=5+1
row:deliv_denie=0-1,5-1,8+2 row:deliv_error=5+1 row:deliv_mail=3-2,5-1,7+2,8+2 row:deliv_not=0+2,3-1,5+1,8-2
row:deliv_see=5+1,8-1 row:denie_<domain>=3+1 row:denie_by=0-1,3+1,5-1,8+1 row:denie_domai=3-1,8+1
row:denie_no=0+1,3-1 row:desti_addre=0-1,5-2,8+3 row:desti_desco=0+1,4+3,5-4,8-1 row:desti_domai=4-1,6-1,8+3
row:desti_incon=0-1,5+1 row:desti_inval=5+1,8-1 row:desti_mailb=5+2,8-1 row:desti_recha=8+1
row:diese_adres=5+3,8-2 row:diese_namen=5+1,8-1 row:disab_or=5+1 row:disk_quota=5+1 row:dns_looku=6+1
row:dns_mx=0-1,3+2,4-1 row:dns_tempo=3-1,6-2,8+4 row:domai_<client>=3+1 row:domai_<domain>=0+1,3-3,4+3,5-1,8-1
row:domai_<host>=0-2,4+2 row:domai_at=0+1,3-1,4+1,6-1,8-1 row:domai_black=3+1 row:domai_disab=0-1,4+2
row:domai_inval=0+1 row:domai_must=3+1 row:domai_name=0-1,2-1,3+1,4+1,8+1
row:domai_not=0+6,1-1,2-1,3-1,4+4,5-2,6-1,7-1,8-4 row:domai_or=0-1,8+2 row:domai_tempo=4+1
row:domin_nao=0+5,3-1,4-2,8-1 row:domin_non=0-2,4+1,8+2 row:due_lack=2+1 row:due_local=3-1,8+1
row:due_polic=3+1 row:due_recip=5-1,6-2,8+3 row:due_secur=5+2,8-1 row:due_spam=3+1,8-1
row:email_addre=1-1,3+1,8+1 row:email_for=0+4,3-2,4-1 row:encry_neede=2+1 row:encry_requi=2+3,3-1
row:entry_for=5+1,8-1 row:envel_recip=3+1,5+3,8-4 row:envel_sende=3+1 row:erro_tempo=6+1,8-1
row:error_check=6-3,8+3 row:error_dd=5+1 row:error_in=3+1 row:error_messa=5-1,6-1,8+2 row:error_occur=3-2,6+2
row:error_try=6-3,7+4 row:excee_for=3+1 row:excee_try=3+1,5-1,8+1 row:exist_on=5-2,8+2
row:expir_email=3-2,5-1,8+2 row:faile_recip=3+1,5+1,6-1 row:failu_in=3+1 row:failu_retry=6+1,8-1
row:failu_try=3+1 row:for_<client>=3+1 row:for_<domain>=0+1,3-1,4-1,5-3,6+3 row:for_domai=4+1,8-1
row:for_expla=3-2,5+2 row:for_host=0-1,6+2 row:for_inbou=0-1,3-1,5-1,6+3 row:for_ip=0+2,3-2
row:for_local=1+1,3-1 row:for_mail=5+1,8-1 row:for_mailb=1-1,8+1 row:for_more=6-1,8+2
row:for_polic=5+3,6-1,8-2 row:for_recip=0+1,2+2,5-1,8-1 row:for_relay=0+3,1-2,3-1 row:for_typos=3-1,5+1
row:for_user=3+1 row:found_in=0-2,4+2 row:found_or=0+1,8-1 row:found_try=4-1,6+2 row:frequ_limit=3+1
row:from_<client>=3+1 row:from_<sender>=3-1,7+2 row:from_addre=3+2,6-1,8-1 row:from_domai=1+2,3-1
row:from_speci=3+2,5-1,8-1 row:fully_quali=5-1,8+1 row:go_about=5-1,8+1 row:go_away=0-1,1-1,5+2,6-1,8-1
row:grey_liste=7+1,8-1 row:greyl_activ=7+1 row:greyl_for=7+1 row:greyl_in=7+1 row:greyl_on=7+1
row:greyl_see=7+1 row:greyl_try=7+1 row:hat_zuvie=3-1,5+2,6-1 row:helo_comma=3+1 row:helo_ehlo=3+1
row:helo_first=3+1 row:home_direc=5+3,6-2 row:host_<client>=3+1,8+1 row:host_<domain>=4+1
row:host_<host>=4-2,5+1,6+1 row:host_liste=3+1 row:host_not=0-2,3+2,5-1,6+1,8-1 row:host_rejec=0-1,3+1,5+1
row:host_unkno=0-2,4+4 row:i_not=0+1,8-1 row:ident_as=3+1 row:in_<host>=3+1,5-1 row:in_actio=7+1
row:in_addre=0-1,4+1,8+1 row:in_black=3+1 row:in_dns=0-2,4+2 row:in_effec=3+1 row:in_few=5-1,6-1,7+2
row:in_minut=5-1,6-1,7+3 row:in_my=0+1 row:in_progr=0-1,3-1,5-1,6+4,8-1 row:in_reply=4-1,5+2,6-1
row:in_send=1+2,3-2 row:in_serve=1+1,3-1 row:in_use=0-3,4+3 row:in_your=0+1,3-1 row:infor_go=5-1,8+1
row:insuf_syste=6+1 row:inval_addre=3+1 row:inval_domai=0+2,4-2,8+1 row:inval_helo=3+1 row:inval_mx=4+1
row:inval_recip=0-2,3-1,4-3,5+2,8+4 row:ip_<client>=3+1 row:ip_addre=4+1 row:ip_in=0-1,3+3,5-1 row:ip_name=0+1
row:issue_start=1-1,2+2 row:lack_of=2+1 row:limit_excee=3-2,5+2,6-1,8+2 row:limit_reach=3+1,5-1
row:list_acces=3-1,8+2 row:list_of=0+1 row:liste_in=3+1 row:local_addre=0-1,3+2 row:local_email=0+1,1-1
row:local_host=4-2,6+2 row:local_polic=3-1,8+1 row:local_recip=5+1,8-1 row:local_user=0-2,8+3
row:local_users=1+1,3-1 row:log_in=5+1,8-1 row:logge_in=1+1,3-1 row:look_up=6+1 row:looku_failu=3+1,6-2,8+3
row:looku_in=5+1 row:loop_detec=3-1,6+4,8-2 row:mail_<recipient>=0-1,8+2 row:mail_addre=3-1,5+3,8-1
row:mail_befor=0-1,1+3,3-1,8-1 row:mail_deliv=5+1 row:mail_excha=4-1,6+1 row:mail_for=0+4,3-1,5-4,6+3,8-1
row:mail_from=3+2,5-1,7+1,8-1 row:mail_here=3-1,8+1 row:mail_not=0-3,3+5,6+2,8-4 row:mail_recei=4+1
row:mail_rejec=3-2,4-1,5-1,8+4 row:mail_relay=0-1,3+4,5-1,8-1 row:mail_serve=1-1,3+1,6+1,8-1
row:mailb_<recipient>=5+1 row:mailb_acces=5-1,6+2 row:mailb_addre=5+1,8-1 row:mailb_disab=5+1
row:mailb_full=5+1 row:mailb_not=0-1,5+1 row:mailb_unava=5+1,6-2,7+2 row:maili_list=3-1,5-1,6+3,8-1
row:mails_auf=3-1,5+2,6-1 row:mais_tarde=3-1,5+2,7-1 row:many_error=3+1 row:many_inval=3+1,5-1
row:many_mails=3-2,5+3,7-1 row:many_messa=5+1 row:many_recip=3+2,5-1,6-1 row:max_messa=3-1,5+1
row:may_not=5-2,8+2 row:messa_<recipient>=5+1 row:messa_and=5-1,8+1 row:messa_block=3+1 row:messa_limit=3+1
row:messa_not=6-2,8+2 row:messa_refus=8+1 row:messa_rejec=3-2,5-1,8+4 row:mit_diese=5+1,8-1 row:mode_norma=8+1
row:more_detai=6-2,8+1 row:more_infor=5-1 row:more_than=3+1,8-1 row:much_mail=3+1 row:multi_recip=3+1,5-1
row:must_issue=1-1,2+1 row:must_use=2+1 row:mx_for=4+1 row:mx_host=0+2,3-2,4-1 row:mx_or=0-1,3+1,4+1
row:mx_recor=0-2,6+2 row:my_list=0+1 row:name_or=4+1 row:name_requi=2-1,3+1 row:name_serve=4+1,6-1
row:nao_encon=0+2,4-1 row:nao_exist=3-1,5+2,8-1 row:need_fully=5-1,8+1 row:no_acces=3+1 row:no_data=4+1
row:no_dns=3+1 row:no_exist=3+2,6-1,8-1 row:no_forwa=5+1 row:no_longe=3+1,8-1 row:no_mail=4+1 row:no_mailb=5+1
row:no_mx=0-1,4+1 row:no_relay=0+1 row:no_smtp=3-1,4+2 row:no_such=3-1,4-1,5+3 row:non_exist=0-1,4+1
row:non_local=0+1,1-1,5+2,6-1,8-1 row:non_valid=0-2,4+1,8+2 row:not_able=3-1,4+1,8+1
row:not_accep=1-1,2-1,3+2,5+1,6-1,7-1 row:not_activ=6+1 row:not_allow=0+3,4-1,5+1,6-1,8-2
row:not_authe=1-1,3-1,8+3 row:not_autho=0-2,3+1,5-1,8+3 row:not_avail=0-1,2+2,3-1,5-1,6+1,7-1
row:not_compl=6+1 row:not_confi=0-1,3-2,4-1,6+2,8+3 row:not_deliv=4+1,5+2,6-2
row:not_exist=0+1,3-3,5+1,6-1,8+2 row:not_find=0-1,4+1 row:not_found=0+2,5+2,6+1,8-3 row:not_handl=0+1
row:not_in=0-2,3+2,4+3,8-1 row:not_known=3-1,4+1,5+1,6-1 row:not_local=0+2,3-1,4-1,5-1 row:not_logge=1+1,3-1
row:not_our=3+3,4-1,8-2 row:not_permi=0+2,3+1,8-1 row:not_ready=0-2,8+2 row:not_recei=5-1,8+2
row:not_recog=3+2,8-1 row:not_relay=0+1 row:not_resol=3+1 row:not_send=0+3,3-1,8-2 row:not_serve=0+2,4-1
row:not_suppo=0+1 row:not_taken=0+1,3+1,4-1,6-1 row:not_valid=5-1,8+1 row:not_verif=0-1,4+1,5+1,8-1
row:not_want=3-2,8+2 row:not_welco=3+1,8-1 row:not_yet=3-2,7+2 row:novam_mais=3-1,7-1,8+2 row:null_mx=4+1
row:null_sende=3+2,8-1 row:numbe_of=3+1 row:of_allow=3+2,6-1,8-1 row:of_domai=0-1,5+1 row:of_messa=5+2,8-1
row:of_recip=3+1 row:of_secur=2+1 row:of_sende=8+1 row:of_smtp=0+2,3-1,8-1 row:of_your=0+1,3-1
row:on_domai=0-1,5+1 row:on_port=1+1 row:on_serve=5-1,6-1,7+1,8+1 row:on_submi=1+1 row:one_recip=3+1
row:only_accep=0+1,3+1,5-1,8-1 row:open_relay=0+3,3-2 row:or_expir=3-2,5-1,8+2 row:or_mailb=0-1,8+1
row:or_not=0+1 row:our_domai=0+1,4-1 row:our_secur=8+1 row:out_of=0-1,3+2,6+1,8-1 row:over_quota=5+2
row:own_examp=0+1,8-1 row:p1_<url>=5+1 row:pelo_siste=3+1 row:per_minut=3+1,8-1 row:perma_block=3+1
row:polic_reaso=5-1,8+1 row:polic_rejec=5+1,6+1,7+1,8-4 row:polic_viola=3+1,8-1
row:probl_occur=3-1,5-1,6-1,8+3 row:proce_recip=6+1 row:prohi_for=5+3,8-3 row:proto_viola=8+2
row:quota_excee=3+1,6-1,7-1 row:r_dns=3+1 row:rate_limit=3-2,5+4,6-2,7-1,8+1 row:rcp_p1=5+1
row:rcpt_<recipient>=0-1,3-1,5+3,6+1,8-1 row:rcpt_addre=0-1,4+1,5-1,8+1 row:rcpt_comma=4-1,5+2,6-1
row:reach_retry=3+1 row:recei_mail=5+1,8-1 row:recip_<recipient>=0-3,2+2,3-1,5-2,6-1,8+4
row:recip_addre=0+1,1-1,2-1,3-2,4+2,5+3,7+2,8-2 row:recip_allow=3+1 row:recip_bounc=3+1,5-1
row:recip_domai=0+1,1-1,3-1,4+2,5-1,6-1,8+1 row:recip_excee=3+1 row:recip_in=0+1,3-2,4-1,8+2
row:recip_mailb=5+1,8-1 row:recip_not=3-1,5+5,6-1,8-3 row:recip_only=3+2,8-2 row:recip_reach=3+1
row:recip_rejec=0+3,3-2,6-1,8-1 row:recip_s=3-1,5-2,6+3,8+1 row:recip_table=3+1 row:recip_try=3-1,5-1,8+1
row:recip_valid=5+1,6-1 row:recip_verif=0-1,5+2,6-1,8+1 row:recor_for=3+1 row:recor_point=4-1,6+2
row:recor_with=4+1 row:refer_<url>=3+1 row:refus_due=2+1,5-1,8+1 row:rejec_<domain>=4-1,5+1
row:rejec_acces=3-4,5+2,6-1,8+3 row:rejec_accou=5+1 row:rejec_addre=0-1,3-2,4+3,5+1,8-1
row:rejec_becau=3+2,5-1,8-1 row:rejec_black=8+1 row:rejec_block=3-2,5+3,8-1 row:rejec_by=3+5,4-1,5-1,8-2
row:rejec_domai=0-1,3+1,4+1 row:rejec_due=0-1,3+1,5+1,8-1 row:rejec_faile=5+1,6-1 row:rejec_for=3+3,5-2
row:rejec_greyl=7+2 row:rejec_inval=5+2,6+3,8-4 row:rejec_mail=3-1,5+2 row:rejec_messa=6+1,8-1
row:rejec_multi=3+1,5-1 row:rejec_need=5-1,8+1 row:rejec_no=4-2,8+3 row:rejec_not=3+1
row:rejec_polic=3+1,5-2,6+2,7+1,8-1 row:rejec_quota=8+1 row:rejec_rate=3+1 row:rejec_recip=5-1,8+1
row:rejec_sende=3+1 row:rejec_serve=6+1 row:rejec_servi=6-2,7+3 row:rejec_smtp=3+1 row:rejec_spam=3-2,4+3
row:rejec_try=6-1,7+3,8-2 row:rejec_undel=5-1,6+1 row:rejec_unver=4-1,5-3,6+1,7-1,8+4 row:rejec_user=3-1,5+1
row:relai_refus=0+1,8-1 row:relay_acces=0+3,3-2,4+1,8-2 row:relay_allow=0+1 row:relay_denie=0-1,3-1,5+1,8+2
row:relay_mail=1+1 row:relay_not=0+2,3-3,8+2 row:relay_recip=0+1 row:relay_servi=0+1 row:relay_throu=0+1,1-1
row:remot_domai=0-1,4+1 row:reply_rcpt=4-1,5+2,6-1 row:reque_actio=3-1,6+2,7-1,8+1 row:requi_authe=0+1,1-1
row:requi_for=0+2,1-3,8+2 row:requi_relay=1+1 row:requi_send=1+1 row:resol_error=3-2,6+3 row:resou_tempo=7+1
row:retry_later=3+1,5-1,6+1,8-1 row:rever_dns=3+1 row:rever_path=3+1 row:revie_rfc=5-1,8+1
row:rfc_addre=5-1,8+1 row:rfc_speci=5-1,8+1 row:s_serve=3-1,5-2,6+3,8+1 row:said_recip=5+1,6-1
row:say_helo=3+1 row:say_you=3+1 row:secur_polic=0-1,5+1 row:see_<url>=2-1,3+2,4-1,5+4,6+1,7+1,8-5
row:send_from=1+2,3-1 row:send_mail=0-2,1+1,5-1,8+1 row:send_messa=0+3,3-1,8-2 row:send_non=0+1,1-1
row:sende_<sender>=2+2,3+1,8-1 row:sende_addre=1+2,3+3,4-1,5-1,8-2 row:sende_domai=3+1
row:sende_not=1-1,3+1,5-1,8+2 row:sende_or=8+1 row:sende_rejec=3+1 row:sende_verif=3+1 row:sendi_serve=3+1
row:serve_<host>=0+3,3-1,5-1,6-1,8-1 row:serve_by=0+1 row:serve_confi=6+1 row:serve_error=6+1
row:serve_for=4+1 row:serve_here=0+1,4-1 row:serve_not=0-1,3+2,4-2,6-1,8+2 row:serve_only=0+1,1+1,3-1
row:serve_requi=0+1,1-1,3+1 row:serve_tempo=6+1,8-1 row:servi_not=3-1,6+1 row:servi_provi=3+1
row:servi_tempo=3+2,6-1,8-1 row:servi_unava=0-1,3+2,4-1,5-1,6+2,7+1,8-2 row:sessi_encry=2+1 row:sign_in=1+1
row:siste_antis=3+1 row:size_excee=3-1,5+2 row:smtp_auth=0-1,3+2,8-1 row:smtp_error=5-1,8+1
row:smtp_relay=0-3,8+4 row:smtp_servi=3-1,4+2 row:spam_detec=3+1 row:spam_filte=3-2,6+2
row:speci_email=3+2,5-1,8-1 row:spf_check=3+1 row:spf_recor=3-2,6+3 row:spfbl_inval=3+2,5-1
row:spfbl_perma=3+2,5-1 row:spfbl_you=3+1,6-1,7+1,8-1 row:start_comma=1-1,2+1 row:start_requi=2+1
row:stora_full=5-1,6+3,8-2 row:submi_port=1+1 row:such_domai=0+2,4-1 row:such_local=0-2,8+3
row:synta_error=3+1 row:syste_addre=4+1 row:syste_error=4+4,6-3 row:syste_probl=6+1 row:syste_resou=6+1
row:syste_stora=6+1 row:taken_mailb=5+1,8+1 row:taken_user=8+1 row:targe_addre=0+1,3-1,5+3,8-3
row:tempo_ao=6+1 row:tempo_block=3+1 row:tempo_defer=3+1 row:tempo_denie=7+2,8-2
row:tempo_error=3+1,6-3,7+3,8-1 row:tempo_failu=3-1,6-1,8+2 row:tempo_indis=3-1,5+1,6+1 row:tempo_looku=6+1
row:tempo_not=6+2,7-1 row:tempo_rejec=3-1,8+1 row:tempo_syste=4+4,6-4 row:tempo_unava=3+1,5-1,6-1,7+1
row:tente_novam=3-1,7-1,8+2 row:threa_limit=3+1 row:throu_serve=0+1 row:tls_conne=2+1 row:tls_hands=6+1,8-1
row:tls_requi=2+2 row:tls_versi=2+2,8-1 row:too_many=0-1,3+2,5+1,6+2,7-1,8-2 row:too_much=3+1
row:trans_chann=3+2,8-2 row:trans_faile=3-1,5-1,6+2,8+1 row:tried_reach=5+1
row:try_again=0-1,1-1,2-1,3-1,4-1,5+2,6+2,7+2,8-1 row:try_later=3-1,6-1,7+2,8+1 row:unabl_accep=4+2,6-1,8-1
row:unabl_look=6+1 row:unabl_relay=0+1 row:unabl_verif=6+1 row:unaut_relay=0-2,5-1,8+3 row:unava_or=8+1
row:unava_try=6+1,8-1 row:undel_addre=5-1,6+1 row:unkno_desti=5+1 row:unkno_in=3+1 row:unkno_name=4+1
row:unkno_or=8+1 row:unkno_recip=0+3,4-2,8-1 row:unrou_addre=0-1,3-1,4+1,6-1,8+2
row:unver_addre=4-1,5-3,6+1,7-1,8+4 row:up_host=6+1 row:use_of=0+2,3-1,8-1 row:use_smtp=3+1 row:use_tls=2+1
row:used_for=0-1,3-1,6+3 row:user_<recipient>=3-1,5+2,8-1 row:user_looku=6+1 row:user_no=5+1
row:user_not=0+4,4-1,5-3,8-1 row:user_s=5+1,8-1 row:user_unkno=3+1,5+1 row:using_smtp=0-1,3+2
row:utent_inesi=5+1 row:valid_failu=6+2,8-1 row:valid_inval=0-2,4+1,8+2 row:valid_rfc=5-1,8+1
row:verif_faile=1-1,3+2,5+1,6-1,8-1 row:verif_probl=5-1,8+1 row:verif_recip=5-2,8+3 row:viola_our=8+1
row:visit_<url>=6-2,8+2 row:want_your=3-2,8+2 row:we_not=0+3,3-1,8-2 row:when_attem=0+1,1-1 row:with_ip=4+1
row:you_greyl=7+2 row:you_must=1+2,5-1,8-1 row:you_not=0-1,3+1,5-1,6-1,8+3 row:you_perma=3+1 row:you_re=3+1
row:you_tempo=3+1 row:you_tried=5+1 row:you_viola=8+1 row:your_addre=3-4,5+1,7+4 row:your_domai=0+4,3-2,4-1
row:your_email=3+3,5-3,8+1 row:your_envel=5+3,8-3 row:your_ip=0-1,3+2 row:your_mail=0-1,1+3,5-1
row:your_messa=3-1,5-1,6-1,7+1,8+2 row:your_postm=3+1 row:your_recip=3-2,5+2 row:your_servi=3+1
row:zuvie_mails=3-1,5+2,6-1 row:サ_ー=3+2,5-1 row:不_存=5+1 row:件_人=0-1,5+2,8-1 row:存_在=5+1 row:收_件=0-1,5+2,8-1
rule:client=0-6,1-4,2-4,3+7,4-5,5-6,6-4,7-4,8-2 rule:client/command=0-1,1-1,2+2,4-1,5-1,6-1,8+2
rule:client/enhanced-code=3+5,5-1,6-1,8-1 rule:client/foreign=0-1,1-2,2-2,3+6,6-3,7-2,8-1
rule:client/mail=0-3,1+1,2-1,3+7,4-3,5-3,7-2,8-1 rule:client/own=0-2,1-2,2-2,3+6,4-3,5-3,6-1,7-1,8+1
rule:client/quoted=0-1,3+4,5-1,6-2,7+1,8-1 rule:client/reply-code=1+3,3-3,5-1,6+2,7-1,8+1
rule:client/words=0-4,1-4,2-5,3+7,4-4,5-3,6-3,7-3,8-3 rule:domain=0+1,1-1,2-1,3-4,4+8,5-2,6-1,7-1,8+1
rule:domain/enhanced-code=0-2,3-1,4+3,5-1,6-1,8+2 rule:domain/foreign=1-1,2-1,3-2,4+7,5-2,6+1,7-1,8-1
rule:domain/own=0+2,1-1,2-1,3-2,4+2,5-1,6-2,7-1,8+2 rule:domain/words=0+3,1-1,2-1,3-3,4+6,5-1,6-1,7-1,8-1
rule:greylisting=0-2,1-1,2-1,3-4,4-1,5-3,6-1,7+8,8+4 rule:greylisting/foreign=0-2,3-2,4-1,6-1,7+4,8+2
rule:greylisting/own=3-2,4-1,5-2,7+5,8+1 rule:greylisting/words=0-2,1-1,2-1,3-4,4-1,5-3,6-1,7+8,8+4
rule:login=0-1,1+10,2-2,3-3,5-2,6-1,7-1,8-1 rule:login/foreign=1+3,6-1,8-2 rule:login/mail=1+6,2-1,3-2,6-1,8-1
rule:login/own=0-1,1+2,2-1,3-1,4+1,5-2,7-1,8+2 rule:login/words=0-1,1+9,2-2,3-3,5-2,6-1,7-1,8-1
rule:mailbox=0-1,1-2,2-2,3-4,5+8,6-4,7-3,8-5 rule:mailbox/enhanced-code=0-1,3+1,4-2,5+1,8+2
rule:mailbox/foreign=0+5,3-1,4+1,5-2,6-1,7-1,8-2 rule:mailbox/own=0-6,1-2,2-2,3-4,4-2,5+8,6-3,7-3,8-3
rule:mailbox/words=1-2,2-2,3-5,4+2,5+7,6-4,7-3,8-6 rule:relaying=0+7,2-2,3-4,5-3,7-1,8-1
rule:relaying/foreign=0+7,1-1,2-1,3-3,5-2,6-1,7-1 rule:relaying/own=0+1,1+1,2-1,3-1,5-1,6+1,8-1
rule:relaying/words=0+6,2-2,3-3,5-3,7-1 rule:tls=0-2,1-2,2+12,3-3,4-1,5-2,6-1,7-1,8-2
rule:tls/foreign=0-1,2+4,3-1,8-1 rule:tls/mail=1-1,2+4,3-1,6-1 rule:tls/own=2+5,3-1,5-1,8-1
rule:tls/words=0-2,1-2,2+12,3-3,4-1,5-2,6-1,7-1,8-2 rule:trouble=0-3,1-2,2-2,3-6,4-2,5-1,6+10,7-1,8+1
rule:trouble/enhanced-code=0-1,3-2,4-1,5+1,6+1,7+1,8+1 rule:trouble/foreign=0-2,1-1,2-1,3-2,4-3,5-1,6+7,8+1
rule:trouble/mail=3-1,6+3 rule:trouble/own=0-1,1-1,2-1,3-3,4+1,6+5,7-1,8+1
rule:trouble/words=0-2,1-1,2-1,3-4,4-1,5-3,6+9,7-2 rule:unclear=1-2,2-2,3+1,4-2,5-2,6+1,7-4,8+8
rule:unclear/foreign=0+4,2-1,3-1,5-4,6-1,7-3,8+6 rule:unclear/mail=1-1,3+2,5-1,6+1,8-1
rule:unclear/nothing=0+1,1-1,2-1,3+1,5+2,6+3,7-3,8+2 rule:unclear/own=0-4,1-2,2-1,4-1,5+3,6+1,7-1,8+5
rule:unclear/words=0-1,1-1,2-1,3-1,4-2,5-3,6-2,7-1,8+12 says:address=0+2,1-2,2-1,3+1,4+1,5+1,6-2,7-2,8+1
says:auth=0-1,1+10,2-1,3-1,4-1,5-2,6-2,8-1 says:authMissing=0-2,1+9,2-2,3-5,5-2,7-1,8+3
says:banned=0-1,3+2,4+1,5-1,6-1,7-1,8+2 says:blocked=0-2,3+2,4+2,5-2,6-1,7-1,8+3
says:client=0+1,1-1,2+2,3+4,4-3,5-4,6-1,7+4,8-7 says:clientRejected=0-1,1+1,3+4,4-1,7-1,8-2
says:conduct=0-3,2-2,3+8,4-1,5-5,6-3,8-5 says:domain=0+3,1-3,2+1,3+1,4+12,5-7,7-2,8-5
says:domainRecords=0-2,4+1,6+2 says:domainSaid=0+4,1-1,2-1,3-1,4+3,5-3,6-2
says:failed=0-5,1+4,2+1,4+2,5-5,6+5,7-2,8+1 says:foreign=0+5,2-1,3-2,4+1,6+1,8-2 says:full=0-1,4-1,5+4,7-1
says:greylisting=0-1,3-3,4-1,5-1,6-3,7+12,8-4 says:inactive=1-1,2-1,3-2,4+4,6+2,7-1
says:innerReply=4-1,5+2,6-1 says:listed=0-1,3+4,4-1,5+1,6-1,8-2 says:mailbox=0-2,1-2,2-1,3-3,5+7,6+1,7+1,8-3
says:mailboxSaid=0-1,3-1,5+5,8-2 says:malformed=0-1,5-2,8+4 says:negated=0+3,1-2,2-1,3+2,4-1,5-1,6-1,7+1,8+1
says:notAccepted=0+1,2-1,4-3,5+3,6+4,7-3,8-1 says:notOurs=3+3,4-1,8-2 says:openRelay=0+3,3-2
says:ownTrouble=2-1,3-3,5-1,6+8,8-2 says:place=0-3,1-1,2-1,5+2,6+4,7+1,8-1
says:policy=0-1,1-1,2-1,3-3,4-1,5+2,6+2,7+1,8+3 says:quoted=0+6,1-2,2-1,3-3,5+2,7+2,8-1
says:rate=0-3,1-1,2-1,3+3,4-1,5+6,7-2,8-1 says:recipient=0-1,1-2,2-1,3-5,4-1,5+5,6-1,8+1
says:recipientRule=0-1,3+3,5-3,6-1,8+2 says:refused=0+3,1-1,2-2,3+1,4-3,5-3,6-4,7-2,8+9
says:relay=0+7,2-1,3-1,4-2,5-2,6-1,7+1,8-4 says:required=0+1,1+7,2+6,3-2,4-2,5-4,6-3,7-1,8-1
says:sender=0-4,1-3,2+1,3+6,4-2,5-3,6-3,7+1,8+1 says:server=1+1,2-1,4+1,5-2,6+3,7-1,8-2
says:standardMailbox=5+1,8+1 says:temporary=0-1,1-2,2-2,3+2,7+1,8+1 says:tls=2+8,3-2,4-1,5-1,8-3
says:tlsMissing=0-1,1-2,2+8,3-2,4-1,5-1,6-1,8-1 says:trouble=0-1,4-1,5+1,6+1,8-1
says:troubleSaid=0-3,1-2,2-1,3-1,4+1,5-2,6+9,7+1,8-4 says:unavailable=0-2,1-1,2+1,3-2,5-1,6+3,7+1
says:unknown=0-2,1-1,2-2,3+1,5+6,7-3,8-3 says:unroutableAddress=0-1,3-1,4+1,6-1,8+2
says:vague=0+3,1-1,3+1,4-1,5+4,6-2,7-1,8-3 says:verification=0-1,2-1,3-1,4-1,5+1,6+1,7-1,8+3
stage:MAIL4=0-1,1-2,3+3,4-1,5-1,6+7,7-1,8-2 stage:MAIL5=0-3,1+7,2+2,3+5,4-2,5-3,6-4,7-1,8-1
stage:RCPT4=0-2,1-6,2-3,3+1,5-4,6+4,7+5,8+3 stage:RCPT5=0+2,1-2,2-2,3+1,4-1,5+4,6-2,7-6,8+3
states:address-negated=0-2,8+3 states:address-notAccepted=0-1,3-1,6+1,8+1 states:address-refused=0+2,3-2,5+1
states:address-required=5-1,8+2 states:address-temporary=3-1,5-1,8+2 states:address-unknown=0-1,3-1,5+3,8-1
states:client-banned=3+2,7-1 states:client-blocked=3+1 states:client-failed=3-1,6+3,8-1
states:client-negated=7+1 states:client-notAccepted=0+2,3-2 states:client-rate=3+1
states:client-refused=0+3,2+1,4-1,5-1,8-1 states:client-required=2+1 states:client-temporary=3+2,6-1,8-1
states:client-unknown=3-1,5+3,8-1 states:domain-banned=3-1,4+2 states:domain-blocked=0-1,3-2,4+3
states:domain-failed=8-1 states:domain-inactive=0-2,4+4,8-1 states:domain-negated=3+1,4+2,5-2,8-1
states:domain-notAccepted=3+1,4-1,5+2,8-1 states:domain-policy=0+1,3-2,4-1,8+2
states:domain-rate=0-1,3+1,4-1,8+2 states:domain-refused=0-1,1-1,4+3,8-1 states:domain-required=2+3,4-1,8-1
states:domain-temporary=0-1,4+3,8-1 states:domain-unavailable=3+1,4+1,8-1
states:domain-unknown=0+1,1-1,2-1,3+3,4-3,6-1,8+2 states:mailbox-failed=5-2,6+1,8+1
states:mailbox-full=3-1,5-1,6+2 states:mailbox-inactive=0-1,4+3,5-1,6-1,8+1 states:mailbox-negated=5+1
states:mailbox-policy=5-1,6+1,8+1 states:mailbox-refused=5+1,6-1,8+1
states:mailbox-temporary=3-1,5+3,6-1,7-1,8-1 states:mailbox-unavailable=3-1,5+1,7+2,8-1
states:mailbox-unknown=0-1,3-1,4-1,5-1,6+2,8+2 states:quoted-blocked=3-1,5+3,8-1 states:quoted-failed=6+3,8-2
states:quoted-full=3+1,6-1 states:quoted-inactive=4-1,6-1,8+2 states:quoted-negated=0-1,3+1,5-1,8+2
states:quoted-policy=5+1,6+1,7+1,8-3 states:quoted-rate=5+1 states:quoted-refused=0-1,3-4,7+1,8+5
states:quoted-temporary=7+1,8-1 states:quoted-unknown=0-1,4+2,5-1,6+2,7-1,8-1 states:recipient-banned=3-1,8+1
states:recipient-failed=8+1 states:recipient-full=5+1 states:recipient-inactive=3-2,5+1,8+2
states:recipient-negated=0+1,4+1,6-3,8+2 states:recipient-notAccepted=0+1,5-1,8+1
states:recipient-policy=3-1,5+3,8-2 states:recipient-rate=3+3,5-1,8-1
states:recipient-refused=0-2,1-1,2-1,3-2,4-2,5+1,6+1,8+4 states:recipient-required=0+1,5-1,8+1
states:recipient-temporary=5-1,6-3,7+3 states:recipient-unavailable=6+1
states:recipient-unknown=0+1,1-1,3-4,4+1,5+1,6-1,8+4 states:sender-banned=3+1 states:sender-blocked=3+1
states:sender-failed=3+1 states:sender-negated=3+1 states:sender-notAccepted=3+1 states:sender-policy=3+1
states:sender-refused=1+1,3-1,8+2 states:sender-required=3+1 states:sender-temporary=3+1
states:sender-unknown=3+3,5-1,8-1 states:server-blocked=3+1 states:server-failed=5+1,6+2,8-1
states:server-full=3-1,5+2 states:server-inactive=3+1 states:server-negated=0-1,8+3
states:server-refused=0-2,1+3,3+3,5-2,6+2,8-3 states:server-required=0+2,3-1
states:server-temporary=3+2,6-3,7-1,8+2 states:server-unavailable=3+3,6-1,8-1 stem:1h=3+1
stem:<address>=1+2,3-1 stem:<client>=1-1,2-1,3+5,4-1,5-1,6-3,8-2 stem:<domain>=0+2,3-1,4+3,5-4,6+2,8-2
stem:<host>=0+1,2-1,3+3,4+1,5+2,6+1,7-1,8-7 stem:<ip>=0-2,3+3,4+2,6-1,8-3 stem:<key>=3-1,5+1
stem:<recipient>=0+6,1-2,2-1,3-3,5+2,7+2,8-1 stem:<sender>=0-1,2+2,3+3,4-1,5-1,7+1,8-3
stem:<url>=0-3,1+1,2+2,3+5,4+1,5-1,6-5,8-2 stem:aaaa=0-1,3+2,4-1 stem:able=3-1,4+1,8+1
stem:abort=3-2,6+2,7-1,8+1 stem:about=5-1,6-1,8+2 stem:absen=5+1 stem:abuse=3+1
stem:accep=0+3,1-1,3+2,4+1,5-1,6-3,7-1,8-1 stem:acces=0-1,1-1,2-1,3+8,5-1,7-2,8-2
stem:accou=3+3,4+3,5+1,6-4,7-1,8-1 stem:aceit=3+1 stem:actio=3-1,6+1,7-1,8+1 stem:activ=5+1,8-1
stem:addre=0-2,1-3,2-2,3+2,4+1,5+2,6-3,7+4,8+2 stem:admin=0-1,3-4,4-1,5+1,8+4
stem:adres=0+1,3-3,4-1,5+1,6-1,8+2 stem:again=0-1,1-1,2-1,3-2,4-1,5+2,6+2,7+2,8+1 stem:all=4+1,5+1,8-1
stem:allow=0+6,3+2,4-2,5+1,6-3,8-4 stem:and=1+1,2+2,3-3,4+1,5+2,6-1,7-1,8-1 stem:anoth=0-1,6-2,8+3
stem:anti=7+1 stem:antis=3+1,6-1,8-1 stem:ao=6+1 stem:appea=4+1 stem:appro=3+2,8-1 stem:argum=3+1
stem:as=0+2,7+1,8-2 stem:ask=3+1 stem:assig=3+2,5-1 stem:at=4+1,5+1,6-1,8+1 stem:attac=3+1
stem:attem=0+1,1-1,3+1,5+2,6-2,8-1 stem:auf=3-1,5+2,6-1 stem:auten=1+1 stem:auth=0-1,1+3,3+1,6-1,8-1
stem:authe=0+1,1+9,2-2,3-3,4-1,5-2,7-1,8-1 stem:autho=0-2,1+3,5-2,6-1,7+1,8+1 stem:autor=3+1,5+1
stem:avail=0-1,2+2,3-1,6+1,7-1 stem:away=0-1,1-1,5+2,6-1,8-1 stem:back=4-1,5-3,6+3,7+2 stem:backs=3-1,5-1,8+2
stem:bad=0+4,3+1,5-2,6-2,8-1 stem:banne=3+2,8-1 stem:based=3-1,5+1,8-1 stem:becau=0-1,3+4,4+1,5-3,6+3,8-3
stem:befor=1+2,8-1 stem:bekan=5+1 stem:benut=3-1,5+2,6-1 stem:black=0-1,3+2,4+1,5-1,6-1,7-1,8+2
stem:block=0-2,1-1,3+2,4+1,5-1,6-1,7-1,8+3 stem:bogus=3-2,5+2 stem:boite=5+2,6-1,8-1 stem:book=3-1,5+1
stem:bounc=0-1,3+3,5+1,8-2 stem:busy=5+2,6-1,7-1,8-1 stem:but=0-1,8+1 stem:by=0-1,1-1,3+7,4-1,5-2,6-2,8-1
stem:bye=6+2 stem:caixa=3-1,5+3,6-1,8-1 stem:call=5+3,8-2 stem:callo=6+1 stem:certi=3+3,4-1,8-1
stem:chann=3+2,8-2 stem:chara=8+2 stem:check=0-3,1+2,2+3,3+3,6-1,7-1,8-3 stem:chkus=1+1,3+2,6-4,8+2
stem:clien=0+1,3-1,5+3,6-1,8-1 stem:close=5+1 stem:closi=3+3,8-2 stem:cloud=3+3,5-1,8-1 stem:code=1+3,3-2
stem:com=5+2,8-2 stem:come=6-1,7+2 stem:comma=0-1,1-1,2+2,3-1,4-1,5+1,6-1,7-1,8+3 stem:compl=6+1
stem:con=3+1,8-1 stem:confi=0-2,1-1,2+1,3-3,4-1,5-2,6+5,7-1,8+4 stem:conne=0-2,1-1,2+1,3+2,4+1,5-2,6+2,7-1
stem:conta=0-1,3+1,5+3,8-2 stem:corre=0-1,6+2,8-1 stem:count=5-1,8+1 stem:custo=3+1,8-1 stem:da=0+1,3-1,8-1
stem:daily=3+1 stem:data=4+1,5-1,6+3,8-2 stem:datab=5-1,6+3,8-1 stem:db=0-1,3-1,5-1,6+4,8-2 stem:dd=5+1
stem:defau=3+2,8-1 stem:defer=0-1,5-2,6-1,7+3,8+1 stem:defin=3-2,8+2 stem:deliv=0+2,1-1,3-7,5+6,6-3,7+1,8+2
stem:denie=1-1,2-1,3+3,4-1,5+2,6-3,7-1,8+2 stem:deny=3+1 stem:desco=0+1,4+3,5-3,8-1
stem:desti=0-1,3-2,4+2,5-2,6-2,8+5 stem:detai=6-2,8+1 stem:detec=3-1,5-2,6+4 stem:diese=3-1,5+4,8-2
stem:direc=0-1,5+4,6-2,8-1 stem:disab=0+1,1-1,3-1,4+4,5-3,6-2,8+1 stem:disk=5+1
stem:dns=0-4,3+5,4+3,5-2,6-3,7-1,8+2 stem:dnsbl=3+1 stem:domai=0+5,1-2,2-1,3-1,4+9,5-5,6-5,7-2,8+2
stem:doman=0+1 stem:domin=0+2,1-1,4+3,5-4,6-1,8+1 stem:down=5-2,6+3,8-1 stem:due=0-1,2+1,3+2,4-1,5+1,6-3,8+1
stem:effec=3+1 stem:ehlo=1+2 stem:eithe=3+3,4-1,8-1 stem:em=5+2,8-2 stem:email=0+1,1-1,2-1,3+3,4-3,5+2,6-2,8+1
stem:empfa=0-1,5-2,8+3 stem:en=3+1,8-1 stem:enabl=4+1,5+1,6-1,8-1 stem:encon=0+2,4-1
stem:encry=0-1,1-1,2+6,3-1,5-1,6-1,8-1 stem:entry=3+2,8-1 stem:envel=0-1,3+2,5+2,8-2 stem:erro=6+1,8-1
stem:error=0-2,2-1,4+3,5-5,6+2,7+1,8+1 stem:esta=3-1,5+2,6-3,8+2 stem:este=0+1,3-1,5+1,8-1 stem:examp=0+1,8-1
stem:excee=0-2,3+1,4-1,5+2,6-2,7-1,8+3 stem:exces=0-1,3+3,6-1,8-1 stem:excha=4-1,6+1 stem:execu=6+1,8-1
stem:exist=1-1,3-1,4+1,5+3,6-1,8-1 stem:expan=5-1,6+3,8-2 stem:expir=3-2,5-1,6+3,8+1 stem:expla=3-2,5+2
stem:exter=0+3,4-1,8-1 stem:fail=0-2,1+4,6-1,8-1 stem:faile=0-1,1+1,2+3,4-1,5+1,6+1,8-2
stem:failu=0-1,1-1,2-1,3-1,4-1,5-1,6+2,7-1,8+4 stem:fast=7+1,8-1 stem:few=5-1,6-1,7+2 stem:file=5+1,6+1,8-1
stem:filte=3-2,5-1,6+2,8+2 stem:find=0-1,4+2,8-1 stem:first=0-1,1+4,2+1,3-2,5-1,8-1 stem:follo=0+1
stem:for=0+5,1-3,2+2,3-1,4-1,6+1,8-1 stem:forbi=0+2,1+3,3-3,6-1,8-1 stem:forge=3-2,5+2 stem:fork=6+1,8-1
stem:forma=5-1,6+2 stem:forwa=0-1,3-5,5+3,6+7,8-3 stem:found=0+2,5+2,8-3 stem:frequ=3+1
stem:from=0-1,1+1,3+5,4-1,5-1,6-3,7+1,8-3 stem:full=5-1,6+3 stem:fully=5-1,6-1,8+2 stem:gate=0+2,3-1,5-1,8+1
stem:go=0-1,1-1,5+2,6-1 stem:googl=3+3,5-1,8-1 stem:got=3-1,8+1 stem:greet=3+1 stem:grey=7+1,8-1
stem:greyl=0-1,3-2,5-1,6-2,7+9,8-3 stem:group=1-1,6+4,7-2 stem:gsmtp=3-1,5-1,8+3 stem:handl=0+1,5-1,6+2,8-1
stem:hands=6+1,8-1 stem:hat=3-1,5+2,6-1 stem:helo=1-1,3+5,4-1,5-1,6-1,8-1 stem:here=0+3,3+1,4-1,5-1
stem:high=2+3,3-1,8-1 stem:home=5+3,6-2 stem:host=0-3,1-1,2-1,3+3,6+3,7-1,8-2 stem:hoste=4+1
stem:hostn=0-1,3+1,5-1,6+3,8-1 stem:hosts=0+2,3-1,5-1 stem:hour=3-2,5+3,7-1 stem:hourl=3+1 stem:i=0+2,8-1
stem:ident=0-1,3+3,5-1,8-1 stem:if=0+1,6-1,8+1 stem:impro=3+1 stem:in=0-1,1+2,2-1,3-1,4+4,5+3,6-4,7+4,8-6
stem:inact=5+2 stem:inbou=0-2,3+1,4+3,5-4,6+5,8-2 stem:incom=5+2,8-1 stem:incon=0-1,5+1
stem:incor=0-1,3-1,5-1,6+4,8-1 stem:indic=3-1,4+2 stem:indis=3+1,4-1,6+1,8-1 stem:inesi=5+1 stem:inexi=5+1
stem:info=3-1,5+1 stem:infor=6+1 stem:initi=3-2,6+3 stem:inste=0-1,4+1 stem:insuf=6+1 stem:inten=6-1,7-1,8+3
stem:inter=0-1,3-1,4-1,5-1,6+2,7+1,8+2 stem:inval=0-2,1+1,2-1,3+1,4-6,5+5,6+2,7-1,8+1
stem:ip=1-1,3+6,5-3,6-1,8-3 stem:ips=3+1 stem:ipv6=0-1,3+6,4-1,5-3,8-1 stem:issue=1-1,2+1 stem:keine=5+2,8-1
stem:known=3-1,4+1,5+1,6-1 stem:lack=2+1 stem:later=0-1,1-1,2-1,3+1,6+2,7+1 stem:ldap=5+1,6-1
stem:limit=0-1,3+2,5+3,6-2,7-1 stem:list=3-1,4-1,5+1,6+1,8+1 stem:lista=0+2,3+1,5-1,8-1
stem:liste=3+2,4-1,5-1,6-1,7+1 stem:load=6+1 stem:local=0-2,1+4,3-1,4-3,5-1,6+1,8+2 stem:locat=0+1,4-1
stem:log=5+1,8-1 stem:logge=1+1,3-1 stem:login=5-1,8+2 stem:longe=3+1,8-1 stem:look=6+1
stem:looku=4-1,6-1,7-1,8+2 stem:loop=3-1,6+4,8-2 stem:loops=4-1,5-3,6+4
stem:mail=0-5,1+1,2-1,4+2,5+1,6+3,7+2,8-2 stem:mailb=0-3,1-1,2-1,3-2,4-2,5+5,6+3,7+1,8-1
stem:maili=5-1,6+3,8-1 stem:mails=0+3,3-3,5+5,6-2,7-1,8-1 stem:mais=3-1,5+2,7-1 stem:malfo=3+1,4+2,5-1,6-1
stem:manua=3-4,4+3,5+1 stem:many=0-1,3+2,5+1,6+2,7-1,8-2 stem:match=3+3,4-1,8-2 stem:max=3+1,8-1
stem:maxim=3+1,5+1,8-1 stem:may=3-1,5-2,8+4 stem:me=3+1,8-1 stem:membe=8+1 stem:memor=6+1
stem:mensa=3-1,5+2,6-2,8+2 stem:messa=0-1,1-1,3+3,4-3,5+2,6-3,7+1,8+3 stem:mi=3+1
stem:minut=3-1,5+1,6-2,7+4,8-1 stem:misma=8+1 stem:missi=3+1 stem:mit=5+1,8-1 stem:mode=0-4,8+5
stem:more=5-1,6-1,7-1,8+2 stem:moved=5+1 stem:mta=3+1 stem:much=3+1 stem:multi=3+1,5-1,6-1,8+1
stem:must=0-1,1+3,2+3,3-1,4-1,5-1,6-1,8-2 stem:mx=0-1,4+5,5-1,8-2 stem:my=3+3,4-1,5-1,8-2
stem:name=0-1,1-1,2-1,3+1,4+2,6-1,8+1 stem:namen=5+1,8-1 stem:nao=0+4,4-3,5+1,8-2 stem:need=1+2,3-1,5-1,8+1
stem:neede=2+1,5-1,8+1 stem:negat=0+2,8-1 stem:neith=0-1,3+2 stem:netwo=0-1,3+1,4-1,5-1,6+1,8+2
stem:nicht=0-2,3-2,6+3,8+2 stem:niedo=3-2,6+3 stem:no=1-1,2-1,3+1,5+3,7-1,8-1
stem:non=0-2,1-1,3+2,4+1,5+1,6-1,8+2 stem:nor=0-1,3+2 stem:norma=4-1,8+2
stem:not=0+2,1-3,2-1,3+1,5+1,6-2,7-3,8+3 stem:novam=3-1,7-1,8+2 stem:null=0-1,3-1,4+1,5+2,6+2,8-3
stem:numbe=0-1,3+3,4-2,5-1,6+1,8-1 stem:occur=3-2,5-1,6+1,8+3 stem:oder=5+1
stem:of=0+2,1-1,2+1,3+1,4-1,6+1,7-1,8-4 stem:on=0-1,1+1,4-1,5+3,6-1,7+1,8-1 stem:one=3+1
stem:only=0+3,1+1,4-1,5-1,6-1,8-1 stem:open=0+3,3-1,8-1 stem:opera=4+1 stem:or=0-2,1-1,3+2,5-2,6-2,8+6
stem:ou=5+1 stem:our=0-1,3+6,4-1,5-1,8-2 stem:out=0-1,3+2,6+1,7-1,8-1 stem:outbo=3+1
stem:over=3+1,4-1,5+1,6-1,8-1 stem:own=0+1,8-1 stem:p1=5+1 stem:param=6+2,8-1 stem:path=3+1,5+1,8-1
stem:pelo=3+1 stem:per=3+1,4-1,6-2,7-1,8+3 stem:perma=3+2,5-1,8-1 stem:permi=0+2,5-1 stem:plugi=0+1,8-1
stem:point=4-1,6+2 stem:polic=0-1,1-1,2-1,3+1,4-1,5+2,6+2,7+1,8-2 stem:polit=3+1 stem:pop3=0+1 stem:por=3+1
stem:port=1+2,3-1,5-1 stem:possi=6-3,8+3 stem:posta=3+1,5+3,6-1,8-1 stem:postm=5+3,6-1,8-2 stem:prefe=2+2,5-1
stem:prese=3+1 stem:prime=1+1 stem:priva=0-1,3-2,4+1,5-1,8+2 stem:probl=0-1,3-1,4-1,5-2,6+4,8+1 stem:proce=6+2
stem:progr=0-1,3-1,5-1,6+4,8-1 stem:prohi=3-2,5+3,8+1 stem:prote=3-1,5-1,8+2 stem:proto=0-1,3+3,5-1
stem:provi=0-1,3+1,5-1,8+1 stem:ptr=3+2 stem:qmail=6+1 stem:qq=3-1,5+5,6-2,8-1 stem:quali=5-1,6-1,8+2
stem:queue=6+1 stem:quota=3+1,5+2,6-1,7-1 stem:rate=3-1,5+4,6-2,7-1,8+1 stem:ratel=3+1 stem:rbl=3+1
stem:rcp=8+1 stem:rcpt=0+1,1-1,3+4,4-1,6-4,7+3,8-2 stem:rcpth=0+2,3-1 stem:re=3+1
stem:reach=0-1,3+2,4+1,5-1,6-1,8-1 stem:read=0-1,6+2,8-1 stem:ready=0-2,8+2 stem:reaso=5-3,6-4,8+6
stem:recei=0-1,1+3,3-1,6-1 stem:recha=8+1 stem:recip=0+2,1-3,2-1,3-3,4-1,5+4,6+3 stem:recog=3+2,8-1
stem:recon=7+1,8-1 stem:recor=0-2,4+1,6+4,8-1 stem:recus=0+1,3+1,5-1 stem:redir=5+1,8-1 stem:refer=3+1
stem:refus=2+1,3+2,4-1,6-1 stem:rejec=0-7,1-1,2-2,3+3,4+3,5+1,6-1,7+1 stem:rejei=6-3,8+4 stem:relai=0+1,8-1
stem:relay=0+8,2-1,3-2,4-1,5-3,6-3,7-1,8-1 stem:remot=0-1,4+1 stem:reply=4+2,5+2,6-2,7-1
stem:reque=3-1,6+1,7-1,8+2 stem:requi=1+3,2+7,3-1,4-2,5-3,6-1,7-1,8-1 stem:reser=0-1,4+1
stem:resol=1-2,3-1,5-1,6+3,8+2 stem:resou=0-1,3+2,4-1,7+1 stem:respo=3+1 stem:restr=3+2,4-1,5-1,6-1,8+1
stem:retra=0+2,6-1,7+2,8-1 stem:retry=3+1,5-1,6+2,7-1 stem:retur=0-1,3+3,6-1,8-1 stem:rever=3+3,5-1,6-1,8-1
stem:revie=5-1,8+1 stem:rfc=0-1,4+1,5-1,8+1 stem:right=4+1 stem:route=0-4,1-1,2+3,3-2,4+2,5+4,8-2 stem:rp=3+1
stem:s=4-1,5+1,6+2,8-1 stem:said=4-1,5+2,6-1 stem:say=3+1 stem:secon=7+1 stem:secur=0-1,1-1,2+4,3-4,5+1
stem:see=1-1,2-1,3+1,4-1,5+5,6+1,7+1,8-5 stem:send=1+5,3+1,4-1,5-2,6-1,8-2
stem:sende=0-3,1-1,2+1,3+5,4-2,5-4,6-2,7-1,8+4 stem:sendi=1+2,3+2,5-1,6+1,7-1,8-2
stem:serve=0+2,1+2,3-2,4-1,5-3,6+4,7-1 stem:servi=0-2,1-1,2-1,3+7,5-1,8-3 stem:sessi=1+1,2+1,3+2,5-1,6-1,8-2
stem:set=3+3,4-1,8-1 stem:sever=1+1,3-1 stem:short=7+1 stem:shoul=3+2,8-2 stem:sign=1+1 stem:signa=3+1
stem:singl=0-1,3+2,5-1,8-1 stem:siste=3+1 stem:site=3-1,8+1 stem:size=3-2,5+1,8+2
stem:smtp=0-2,3+4,4+1,5-1,6-1,7-1 stem:soon=3+1,6-2,7-1,8+2 stem:sourc=3-2,4+3 stem:space=0-1,3-1,4+3,8-1
stem:spam=0-1,3-2,4+2,5-1,6+2,7+1 stem:spamm=0-1,3+1 stem:speci=0-1,3+2,5-3,8+2 stem:spf=1-1,3+2,6+1,8-1
stem:spfbl=0-1,3+3,5-2,6+1,7+1,8-2 stem:start=2+3,8-1 stem:stora=6+3,8-2 stem:submi=0-1,1+4,3-1,5-1,8-1
stem:such=3-1,4-1,5+3 stem:suppo=0+1,3-1,5+1,8-1 stem:suspe=4+1,5+4,6-1,8-2 stem:suspi=3+1 stem:synta=5-1,8+2
stem:syste=0+3,3-1,4+2,5-1,7-1,8-3 stem:table=3+1 stem:take=5+1,8-1 stem:taken=0+1,3+1,4-1,6-1
stem:tarde=3-1,5+2,6-1,7-3,8+4 stem:targe=0+1,3-1,5+3,8-3 stem:tempf=7+1,8-1
stem:tempo=0-1,1-1,2-1,3+2,4+3,5-2,6+1,7+1,8-2 stem:tenan=3+3,6-1,8-2 stem:tente=3-1,7-1,8+2 stem:test=0+3,8-2
stem:than=3+1,8-1 stem:they=5+1 stem:threa=3+1 stem:throt=3+1 stem:throu=0+1 stem:time=4+2,8-1
stem:timeo=5-1,6+2 stem:tls=1-1,2+7,3-2,4-1,5-1,8-2 stem:token=1-1,3-1,4-1,5+3,6+1,8-1
stem:too=0-1,1-1,3+5,5+1,6+1,7-2,8-2 stem:traff=3+1,5-1,6-1,7+2,8-1 stem:trans=0-1,3-3,4-1,5-1,6+3,7-2,8+6
stem:trend=3+1 stem:tried=5+1 stem:trop=3+1 stem:troub=5+3,6-2,8-1
stem:try=0-3,1-1,2-1,3-2,4-1,5+1,6-1,7+3,8+5 stem:typos=3-1,5+1 stem:unabl=0-2,3-2,4+1,5-2,6+7,7-1,8-2
stem:unaut=0-3,1+1,3+4,4+1,5-2,6-1 stem:unava=0-2,1-1,2-1,3+2,4-1,5-1,7+4,8-1 stem:undel=0-1,5-1,6+5,7-2,8-2
stem:under=3+1 stem:unexp=4+1 stem:unkno=3+1,4+1,5+1,6-1,8-1 stem:unrou=0-2,3-1,4+2,6-1,8+2
stem:unver=4-1,5-3,7-1,8+4 stem:up=5+1,8-1 stem:us=3-1,5+1,6-1,7+2 stem:use=0+1,1+3,3-3,4+2,5-1,6-1,8-1
stem:used=0-1,3-1,5+1,6+3,8-1 stem:user=0+1,1-1,2-1,4-2,5+5,6-1,7-1,8-1 stem:users=1+1,3-1 stem:using=0-2,3+3
stem:usuar=3-1,5+3,8-2 stem:utent=5+1 stem:valid=0-3,4+1,8+1 stem:verif=0-2,1-1,3+1,5+4,6-1,7-1,8-1
stem:versi=2+2,8-1 stem:viola=0-1,3+1,5-1,8+2 stem:virtu=6+1 stem:visit=6-2,8+2 stem:volum=5+1
stem:want=3-2,8+2 stem:we=0+3,3-2 stem:welco=3+1,8-1 stem:when=0+1,1-1,3-2,6+2 stem:where=3-1,6+2,8-1
stem:which=4+1 stem:while=7+2 stem:white=8+1 stem:why=6-3,8+3 stem:with=1-1,3-1,5+1,6+1,8-1 stem:wrong=5-1,8+1
stem:yet=3-2,4+1,7+2 stem:you=0-2,1+2,3+2,4-1,6-3,7+1,8+1 stem:your=0+1,1+1,3+1,4-2,6-3,7+5,8-2
stem:zuvie=3-1,5+2,6-1 stem:в=3-1,6-1,7+3 stem:отпра=3-2,6-1,7+3 stem:サ=3+2,5-1 stem:ー=0+1,3+2,5-1,8-1
stem:不=0+3,3-1,8-2 stem:人=0-1,5+2,8-1 stem:件=5+2,8-1 stem:受=0+1,3+2,5-1,8-1 stem:在=0-1,5+2,8-1 stem:存=5+1
stem:收=0+1,3-1,5+2,8-2 stem:未=0-1,3-1,5+3,8-1 stem:用=3+1,5+1,8-1 stem:邮=0+1,3-1,5+2,8-1
subject:0=0+4,1-1,4-2,5-1,6-1,7-1,8+1 subject:1=0+1,1-2,2-2,3-1,4+5,5-1,7-3,8+4
subject:2=0-2,1-1,3+3,4-2,5+3,6+1,7-2,8-1 subject:3=0-3,1-1,2-1,3-2,4+3,6+3,7+2
subject:4=0-1,1-1,4-2,5-1,6+2,7+1,8+1 subject:5=0-1,2-1,3+6,4-2,5-1,6+2,7-1,8-2
subject:7=0-1,1-1,2+4,3+4,4-5,5-2,6-3,7-4,8+3 subject:none=1+2,2-2,3+1,4-2,5+2,6+1,8-2
then:address-domain=0-1,3-1,4+2,5-1,6+2,8-1 then:address-failed=5-1,8+1 then:address-negated=0-2,8+3
then:address-recipient=5+1,8-1 then:address-refused=3-1,4+1,6-1,8+2 then:address-required=3-1,5-1,8+2
then:address-sender=3-1,5+3,8-1 then:address-temporary=3-1,5-1,8+2 then:address-unknown=0-1,3-1,5+3
then:auth-conduct=1+2,3-1 then:auth-domain=3+1 then:auth-failed=3+1 then:auth-foreign=0+1,1-1
then:auth-required=1+1 then:authMissing-client=1+1 then:authMissing-relay=1-2,8+3
then:authMissing-sender=1+1,3-1,8+1 then:authMissing-server=1+1,3-1 then:blocked-conduct=3+1
then:blocked-server=3+1 then:client-auth=3+2 then:client-authMissing=1+1 then:client-banned=3+2,7-1
then:client-blocked=3+1 then:client-client=3+2,6-1,7-1 then:client-clientRejected=0-1,5+1
then:client-conduct=3+1 then:client-domain=4+1 then:client-failed=3-1,6+3,8-1 then:client-listed=3+1
then:client-negated=7+1 then:client-rate=3+1 then:client-recipient=3-1,5+1,8+1 then:client-refused=0+3,4-1,8-1
then:client-temporary=3-2,7+3 then:client-tlsMissing=2+1 then:client-troubleSaid=3+1
then:client-unknown=0-1,3-1,5+2 then:clientRejected-authMissing=1+1,3-1 then:clientRejected-domainSaid=3+1
then:clientRejected-recipient=3-1,5+1 then:clientRejected-relay=3+1 then:clientRejected-temporary=3+1
then:clientRejected-unknown=3+1 then:conduct-address=3+1 then:conduct-authMissing=1+2,3-1
then:conduct-banned=3-1,8+2 then:conduct-client=3+2 then:conduct-conduct=3+1,4+2,5-1,8-1
then:conduct-domain=1+1,3-2,4+2 then:conduct-failed=1-1,3+2,6-1 then:conduct-policy=3+1
then:conduct-rate=3+1,5-1 then:conduct-recipient=3-1,5+1 then:conduct-refused=3+1
then:conduct-required=1-1,3+1 then:conduct-server=5+1 then:conduct-temporary=3-1,6+2
then:conduct-troubleSaid=3+1,6-1 then:conduct-unknown=3-1,5-1,8+2 then:domain-address=0-1,3-1,4+3,6-1,8-1
then:domain-banned=3-2,4+2 then:domain-blocked=0-1,3-2,4+3 then:domain-client=0-1,3+1,4-1,8+1
then:domain-domain=3-1,4+5,8-3 then:domain-domainSaid=0-2,4+2 then:domain-failed=4+2,8-1
then:domain-foreign=0+1,4-1 then:domain-inactive=0-2,4+4,8-1 then:domain-innerReply=4-1,5+2,6-1
then:domain-listed=3+1 then:domain-mailbox=3-1,8+1 then:domain-negated=0+4,3+1,4-2,5-1,8-1
then:domain-notAccepted=0-1,3+1,4-1,5+2,8-1 then:domain-quoted=0-3,4+4,8-1 then:domain-rate=0-1,3+2
then:domain-recipient=0+1,3+1,6+1,8-1 then:domain-refused=3-1,4+2,8-2
then:domain-required=0-1,1-1,2+3,3+1,4-1,8-1 then:domain-sender=3+1 then:domain-server=0+1,3-1,4+1,6-1
then:domain-temporary=0-1,4+4,6-3 then:domain-unknown=0-1,1-1,4+4,5-2 then:domainRecords-domain=0-1,6+2
then:domainSaid-domain=0+5,4-4 then:domainSaid-server=4+1 then:failed-auth=1+3,3-1,8-1
then:failed-conduct=3-1,6+2 then:failed-full=5+1 then:failed-quoted=5+1 then:failed-recipient=5+1,6-1
then:failed-refused=0-1,3-1,8+2 then:failed-server=6+1 then:failed-temporary=3+1,6+1,7-1
then:failed-unknown=5-1,8+1 then:foreign-domain=0-1,4-1,6+2 then:foreign-foreign=0+1 then:foreign-quoted=0+1
then:foreign-recipient=0+1,1-1 then:full-rate=5+1 then:full-server=3-1,5+2,6-1 then:greylisting-conduct=7+1
then:greylisting-server=7+1 then:greylisting-temporary=6-1,7+3,8-1 then:inactive-inactive=5+1
then:inactive-mailbox=5+1 then:inactive-recipient=3-2,8+2 then:inactive-server=3+1 then:listed-conduct=3+1
then:listed-listed=5+1 then:listed-refused=3+1,8-1 then:mailbox-full=3-1,5+1,6+2,8-2
then:mailbox-inactive=4+3,5-1,6-1,8+1 then:mailbox-quoted=0-1,5+2 then:mailbox-recipient=5+1,8-1
then:mailbox-refused=6-1,8+1 then:mailbox-temporary=5+1,6-1 then:mailbox-unavailable=6-1,7+3,8-1
then:mailbox-unknown=0-1,3+1,4-1,6+2 then:negated-client=3+1 then:negated-conduct=8+1
then:negated-domain=0-3,3+1,4+5,5-1,8-1 then:negated-mailbox=5+1,8-1 then:negated-recipient=4+1,5-3,6-3,8+5
then:negated-relay=0+1 then:negated-sender=3-1,7+2 then:notAccepted-address=0-1,3-1,6+1,8+1
then:notAccepted-client=0+2,3-2 then:notAccepted-domain=0+1,4-1 then:notAccepted-sender=3+1,5-1
then:notAccepted-temporary=4+1 then:notOurs-domain=0+2,3-1,4-1 then:openRelay-refused=0+3,3-2
then:place-address=0-1,3-2,4+3,5+2,8-1 then:place-blocked=3-1,5+3,8-1 then:place-client=3-2,6-1,7+3
then:place-conduct=3+1 then:place-domain=5+1 then:place-domainSaid=0-1,4+1 then:place-full=3+2,8-1
then:place-greylisting=6-1,7+1 then:place-inactive=3+1 then:place-listed=3+1 then:place-mailbox=5+1
then:place-negated=3+1,8-1 then:place-notAccepted=5-1,6+1 then:place-place=5-1,8+1
then:place-policy=5-3,6+1,7+1,8+1 then:place-rate=3+1 then:place-recipient=3+2,6-1,8-1
then:place-refused=3-4,4-1,5+2,6+1,8+3 then:place-relay=0+1 then:place-required=5-1,8+1 then:place-sender=3+1
then:place-temporary=3-2,6+6,7-2,8-1 then:place-troubleSaid=3-2,6+1,7+2,8-1 then:place-unknown=5-1,6-1,7-1,8+3
then:place-verification=4-1,5-3,6+1,7-1,8+4 then:policy-failed=5-1,6-1,8+1 then:policy-notAccepted=5+1,8-1
then:policy-recipient=5+1 then:policy-refused=0-1,3-2,6+1,7+1,8+1 then:quoted-address=3+1 then:quoted-auth=8+1
then:quoted-client=3+1 then:quoted-conduct=3+1 then:quoted-domain=0-1,4+1 then:quoted-domainSaid=4+1
then:quoted-full=5+1 then:quoted-inactive=5+1 then:quoted-mailbox=3-1,5-1,6+1,8+2
then:quoted-negated=0-1,5-1,8+3 then:quoted-notAccepted=0-1,5-1,8+1
then:quoted-place=0-3,1-1,2-1,3+1,4+1,5-3,6+2,7+2,8+1 then:quoted-rate=3-1,5+2
then:quoted-recipient=0-1,3-1,4-1,5+3,6-1,8+1 then:quoted-refused=0+3,5-1,6-1
then:quoted-relay=0+5,3-1,5-1,8-2 then:quoted-sender=2+2,8-1 then:quoted-temporary=0+2,3-2,7+2,8-1
then:quoted-troubleSaid=5-1,6+2,8-1 then:quoted-unknown=0-1,3+1,4-1,5+1,8+1 then:rate-client=3+1
then:rate-conduct=3+1 then:rate-rate=3-1,5+1,6-1,8+2 then:rate-recipient=3-1,8+2
then:rate-temporary=3+3,5+2,6-1,7-1,8-2 then:recipient-address=0-1,8+1 then:recipient-authMissing=0-2,8+3
then:recipient-client=0+1,3-1 then:recipient-conduct=5+1 then:recipient-domain=0-2,3+1,4+1,5+1,8-1
then:recipient-failed=5-1,6+1 then:recipient-foreign=0+1,1+1,3-1 then:recipient-full=3-1,5+3,6-2
then:recipient-inactive=5+1 then:recipient-listed=3-2,5+2 then:recipient-mailbox=5+2,8-1
then:recipient-negated=4-1,5+1 then:recipient-notAccepted=0+1,5-1
then:recipient-quoted=0-4,2+2,3-3,4-1,5+3,8+3 then:recipient-rate=3+2,5-1 then:recipient-recipient=5+1,8-1
then:recipient-recipientRule=5-1,8+1 then:recipient-refused=0+1,3-1,5+2,6-1 then:recipient-required=8+1
then:recipient-server=0-1,3-1,5-1,6+2,8+1 then:recipient-temporary=5+1,6+1,7-1,8-1 then:recipient-trouble=5+1
then:recipient-troubleSaid=5-1,6-2,7+4 then:recipient-unknown=0+3,3-1,4+2,5+1,6+2,8-4
then:recipientRule-negated=3-2,5-1,8+3 then:recipientRule-recipient=3+1,5-1
then:refused-address=0+1,3+1,5+1,8-3 then:refused-banned=3+1 then:refused-blocked=3-2,8+2
then:refused-client=3+2,8-1 then:refused-conduct=3+3,5-1,8-1 then:refused-domain=4+2,5-1
then:refused-domainSaid=3+1 then:refused-foreign=0+1 then:refused-full=8+1 then:refused-negated=3+2,8-1
then:refused-notAccepted=0-1,5+2 then:refused-policy=4-1,5+2,6-1 then:refused-quoted=0-2,5-1,8+3
then:refused-rate=0-1,3+3,5-1,8-1 then:refused-recipient=3-1,4-1,5+2,8-1 then:refused-refused=3+2,8-1
then:refused-relay=0+2,3-1,4-1,5-1,6+2,8-1 then:refused-required=0+1 then:refused-sender=3-2,8+3
then:refused-server=0-1,3+2 then:refused-temporary=3+5,6-2,8-3 then:refused-tlsMissing=2+1
then:refused-unknown=0+1,3-1,5-1,6+3,8-2 then:relay-domain=0+1 then:relay-recipient=6+2,8-1
then:relay-refused=0+4,1-1,3-4,5+1,6-1,8+1 then:relay-server=0-1,1-1,8+3 then:required-address=5-1,8+1
then:required-auth=0+1,1+1,3-2 then:required-conduct=1+1 then:required-domain=0+1
then:required-recipient=0+1,1+1,3-1,8-1 then:required-required=1+2,8-1 then:required-tls=1-1,2+3,3-1
then:required-tlsMissing=1-1,2+2 then:sender-address=0-1,3+2 then:sender-authMissing=1-2,8+4
then:sender-banned=3+1 then:sender-client=3+1 then:sender-clientRejected=3+2,5-1,8-1 then:sender-domain=3+1
then:sender-failed=3+1 then:sender-negated=3+1 then:sender-notAccepted=3+1 then:sender-quoted=3-2,7+2
then:sender-recipient=3+3,5-1,8-1 then:sender-refused=1+1,3+2,8-2 then:sender-required=3+1
then:sender-sender=2+2,5-1,7+1,8-2 then:sender-temporary=3+1 then:sender-unknown=3+1 then:server-client=0+1
then:server-conduct=3+1 then:server-domain=0-1,4+1 then:server-failed=6+1 then:server-full=6+1
then:server-negated=0-2,8+3 then:server-recipient=3-1,5+1,6+1 then:server-refused=0-2,1+3,3+1,5-1,6+1,8-2
then:server-required=0+2,3-1 then:server-temporary=3+2,6-3,7-1,8+2 then:server-troubleSaid=3-1,6+2
then:server-unknown=0-1,3+2,4+1,5-1,6-1,8-1 then:standardMailbox-foreign=5-1,8+1 then:temporary-blocked=3+1
then:temporary-client=3+2,6-1 then:temporary-conduct=3+1 then:temporary-failed=3-3,6+5,8-2
then:temporary-greylisting=3-1,7+2,8-1 then:temporary-inactive=3-1,6+1 then:temporary-recipient=6+1
then:temporary-refused=3-1,7+2 then:temporary-relay=0+2,6-1,7+2,8-1
then:temporary-temporary=0-1,1-1,2-1,3+2,5-2,6+1,7+4,8-2 then:temporary-troubleSaid=3+3,6-2
then:temporary-unavailable=3+1,7-1 then:tls-client=2+1 then:tls-required=2+1 then:tls-tls=2+2,8-1
then:tlsMissing-domain=2+1 then:tlsMissing-required=1-1,2+1 then:trouble-domain=5+1
then:troubleSaid-conduct=3+1,6-1 then:troubleSaid-domain=0-1,3+1 then:troubleSaid-failed=4+4,5+1,6-2,7-1,8-1
then:troubleSaid-recipient=6+1 then:troubleSaid-sender=3+1 then:troubleSaid-temporary=3-2,5+2,6+3,8-2
then:troubleSaid-troubleSaid=6+1 then:troubleSaid-unavailable=3-1,6+2,8-1 then:unavailable-recipient=5+1
then:unavailable-temporary=3-1,5-1,6+3,7+1,8-2 then:unknown-address=5+1 then:unknown-client=0-1,3+2
then:unknown-conduct=3+1,5+1,6-1,8-1 then:unknown-domain=0+1,3+1,4-1,5-3,6-1,8+3
then:unknown-domainRecords=0-1,4+1 then:unknown-foreign=0+2,8-1 then:unknown-inactive=3-2,5-1,8+2
then:unknown-listed=3-1,5+1 then:unknown-malformed=5-1,8+2 then:unknown-negated=5+1 then:unknown-place=3+1
then:unknown-recipient=0-3,4-1,5+1,8+4 then:unknown-relay=0+2,3-1,5+1,8-1 then:unknown-sender=3+2,5-1
then:unknown-server=0-1,3-2,4+4,6-1,8+1 then:unknown-temporary=4-1,6+2 then:unknown-troubleSaid=4+1
then:unknown-unknown=0-2,4+1,5+1,8+1 then:unknown-vague=5+1,8-1 then:vague-quoted=5+1
then:verification-address=6+1,8-1 then:verification-domain=6+1 then:verification-failed=0-1,5+1,6-1,8+1
then:verification-recipient=5+1,8-1 then:verification-troubleSaid=6-3,8+3 then:verification-verification=6+1
`;
