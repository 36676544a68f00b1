/** Made by test/corpus/weigh.ts from the replies of the development half; not to be edited. */
export const WEIGHTS = `
always=0-1,1-2,2-3,3+3,4-2,5+1,6+2,7-4,8+1 asked:foreign=0+7,1-1,2-2,3+1,5-9,7-1,8+2
asked:mail=0-3,1+3,2+1,3+5,4-3,5-3,6+2,7-2,8-2 asked:own=0-7,1-4,2-2,4-1,5+6,6+1,7-2,8+2
code:421=0-1,1-1,3+4,4-1,5-1,6+3,8-2 code:422=5+1,6+1,8-1 code:450=0-2,1-2,2-1,3-2,5+2,7+2,8+3
code:451=0+1,1-2,2-1,3+2,4-1,5-5,6+4,7+1 code:452=0-1,3+2,4+2,5+1,6-1,7-1 code:454=0+1 code:455=6+1,8-1
code:500=0-1,3+1,5-1,6+2,8-1 code:501=0-1,3+1,4-1,5-1,6-1,8+2 code:503=3-2,6+2 code:504=8+1 code:513=0+1
code:521=0-1,4+1,5+1 code:530=1+4,2+1,3-3,4-1,5-1,6-1 code:535=4+2 code:540=3-2,5+2,8+1 code:541=8+1
code:542=0-1,8+2 code:550=0+3,1-2,2-1,3+2,4+2,5+3,6-6,7-4,8+1 code:551=0+2,1+2,3-2,4-1,6+1,8-2
code:552=5+3,6+1,8-2 code:553=2+1,3+3,4-2,5-3,7-1 code:554=0-2,1-1,3+4,4-2,6-1,7-1,8+3 code:556=4+2,5-1,8+1
code:557=5+1 code:571=3+1,8-1 enhanced:0.0=0+2 enhanced:1.0=0-3,4-1,5+1,8+2
enhanced:1.1=0+3,1-1,2-1,3-3,4-1,5+2,6+2,7-1 enhanced:1.10=4+2,8-1 enhanced:1.2=0+1,3-1,4+3,5-1,6-1
enhanced:1.3=5-2,8+2 enhanced:1.4=4+1 enhanced:1.7=3+1 enhanced:1.8=3+2,8-1 enhanced:2.0=8+1
enhanced:2.1=3+2,5+3,6-2,7-1 enhanced:2.2=3-1,6+1 enhanced:3.0=0-1,3-1,4-1,5+1,6+3,7-1,8+2
enhanced:3.1=3-1,4+2 enhanced:3.2=0-1,4+1,5+1,6-1,7+3,8-2 enhanced:3.5=5-1,6+1,8+1 enhanced:4.0=6-2,8+2
enhanced:4.1=5+1,8+1 enhanced:4.3=3-1,6+1,7+1,8-1 enhanced:4.5=3+1,6+1 enhanced:5.0=5+1,8-1
enhanced:5.1=1+1,3+1,8-1 enhanced:5.2=3+1,8+1 enhanced:5.3=3+2,5-1,6-1,8+1
enhanced:7.0=0-1,1+2,2+1,3-1,5-1,6-1,7-1,8+3 enhanced:7.1=0+2,2-2,3+2,4-1,5-2,8+1 enhanced:7.2=3+1
enhanced:7.23=3+1 enhanced:7.25=3+1 enhanced:7.3=2+2,3-2 enhanced:7.57=1+1 enhanced:7.9=8+1
enhanced:none=0+1,2-2,3+1,4-1,5+2,6+1,7-1,8-1 links:auth=1+1,3-1 links:client=3+3,5-1,6-1
links:conduct=3+4,5-1,6-1,8-1 links:domain=4-1,6+1,8-1 links:failed=3+3,5+1,8-2 links:listed=3+3,5-1,8-1
links:notAccepted=5+1,8-1 links:postmasters=3+3,8-2 links:server=3-1,8+2 links:trouble=3+1 links:unknown=8+1
links:vague=5+1 row:<address>_sende=1+1,3-1 row:<client>_<client>=3-1,8+1 row:<client>_block=3+1
row:<client>_clien=1+1,5+1 row:<client>_not=3+1 row:<host>_<host>=4+1 row:<host>_<ip>=6+1
row:<host>_as=4-1,6+1 row:<host>_not=0-1,4+2 row:<ip>_said=5+1 row:<recipient>_denie=0-1,5-1,8+2
row:<recipient>_inval=3+1,4-1 row:<recipient>_mailb=5-1,6+1,8+1 row:<recipient>_not=0-2,3-1,5-1,8+4
row:<recipient>_recip=0-2,3+1,5-2,6+1,7+1,8+1 row:<recipient>_rejec=0-1,8+1 row:<recipient>_relay=0+2,8-1
row:<sender>_sende=3+1,8-1 row:<url>_for=6-3,8+4 row:<url>_mail=1+1,3-1 row:about_error=6-1,8+1
row:about_smtp=5-1,8+1 row:accep_email=0+2,3-1,4-1 row:accep_from=3+1,5-1 row:accep_here=0+1,3+1,5-1
row:accep_incom=4-1,5+1 row:accep_mail=0-1,3-1,4+4,6-1,8-1 row:accep_on=4-1,5-1,8+2
row:acces_denie=3+3,4+2,6-1,7-1,8-2 row:acces_for=0-1,3+1 row:actio_abort=3-1,6+1,7-1 row:actio_not=3+1,8+1
row:addre_<recipient>=5-1,8+1 row:addre_addre=6-2,8+2 row:addre_block=3+1 row:addre_book=3-1,5+1
row:addre_conne=6+1 row:addre_denie=0+2,5+1,8-3 row:addre_forma=8+1 row:addre_inval=3+1,5+1,8-1
row:addre_looku=6-2,8+2 row:addre_not=5+1,8-1 row:addre_rejec=0-2,1+1,2-1,5+1,6+1,7+1,8-1
row:addre_synta=5-1,8+1 row:addre_tempo=8+1 row:addre_verif=6+1 row:admin_prohi=3-1,8+2
row:again_in=3-1,5+1,6-1,7+3,8-1 row:again_later=0-1,6+3,7-1 row:allow_for=5+1 row:allow_rcpth=0+1
row:allow_relay=1+1,3-1 row:allow_send=0-2,3+2,5-1 row:and_domai=5+1 row:and_not=8+1 row:and_revie=5-1,8+1
row:and_try=4+1 row:as_mail=0+1,3-1,4-1,6+1,8-1 row:as_spamm=3+1 row:at_addre=5+1 row:at_rcpt=8+1
row:at_time=4+1,8-1 row:auf_serve=3-1,5+1,6-1 row:auten_prime=1+1 row:auth_requi=1+1 row:authe_first=1+1
row:authe_requi=1+2,2-1,4-1,5-1,8-1 row:back_later=6-1,7+1 row:bad_addre=5-1,8+2 row:bad_desti=4+1
row:bad_recip=0+2,3+1,6-1,8-1 row:based_on=5+1 row:becau_of=3+2,8-1 row:befor_sendi=1+1,8-1
row:benut_hat=3-1,5+1,6-1 row:black_liste=8+1 row:block_by=5+1 row:bounc_messa=3+1,8-1 row:busy_try=5+1
row:by_admin=3-1,5+1 row:by_desti=3-1,5+1,8+1 row:by_polic=3+1 row:by_recip=3+2,5-1,8-1 row:by_user=8+1
row:cert_for=0+1,8-1 row:chara_in=8+1 row:check_<url>=6-2,8+3 row:check_domai=4+1 row:check_error=3+2,6-1,8-1
row:check_faile=2+2,3-1 row:check_for=4+1 row:clien_host=5+1 row:clien_not=3-2,5+2 row:closi_trans=3+1,8-1
row:come_back=6-1,7+1 row:comma_first=2+1 row:comma_refus=2+1 row:comma_rejec=0-1,5-1,8+2 row:compl_recip=6+1
row:confi_error=6+1 row:confi_for=0-1,6+2 row:conne_<host>=6+1 row:conne_rejec=3-2,4+2
row:conta_<recipient>=3+1 row:conta_recei=3+1 row:conta_suppo=3-1,5+1 row:deliv_denie=8+1
row:deliv_mail=3-1,5-1,8+1 row:deliv_not=0+2,3-1,5+1,8-2 row:deliv_see=5+1,8-1 row:denie_domai=8+1
row:denie_for=8+1 row:denie_no=0+1 row:desti_addre=0-1,5-1,8+2 row:desti_desco=0+1,4+2,5-2
row:desti_domai=6-1,8+2 row:desti_incon=5+1 row:desti_mailb=5+1,8-1 row:desti_recha=5-1,8+1
row:detai_about=6-1,8+1 row:diese_adres=5+1,8-1 row:diese_namen=5+1 row:dns_mx=3+1 row:dns_tempo=3-1,6-2,8+2
row:domai_<domain>=0+1,4+1,5-1,8-1 row:domai_<host>=0-1,4+1 row:domai_at=4+1 row:domai_disab=4+1
row:domai_name=8+1 row:domai_not=0+4,1+1,3-1,4+3,5-1,6-1,8-3 row:domai_or=8+1 row:domai_tempo=4+1
row:domin_nao=0+3,4-1,8-1 row:domin_non=0-1,4-1,8+2 row:due_lack=2+1 row:due_local=3-1,8+1
row:due_recip=5-1,6-1,8+2 row:due_secur=5+1,8-1 row:due_spf=3+1 row:email_addre=5+1,8+1
row:email_for=0+2,3-1,4-1 row:encry_requi=2+2,3-1 row:entry_for=5+1 row:envel_recip=3+1,5+2,8-2
row:erro_tempo=6+1 row:error_check=6-2,8+3 row:error_messa=5-1,6-1,8+2 row:error_occur=3-1,6+2
row:error_try=6-2,7+2 row:excee_try=3+1,5-1,8+1 row:exist_on=5-1,8+1 row:expir_email=3-1,5-1,8+2
row:faile_recip=3+1 row:failu_retry=6+1,8-1 row:for_<client>=3+1 row:for_<domain>=5-1,6+1,8-1
row:for_domai=0+1,4+1,8-1 row:for_expla=3-1,5+1 row:for_gatew=0+1,8-1 row:for_host=0-1,6+2
row:for_inbou=3-1,6+2 row:for_ip=0+1,3-1 row:for_mail=5+1 row:for_mailb=8+1 row:for_more=6-1,8+1
row:for_polic=5+1 row:for_recip=0+1,2+1,5-1,8-1 row:for_relay=0+2,1-1 row:for_typos=3-1,5+1
row:forwa_email=0-1,4+2,5-2,6+1,8-1 row:found_in=0-1,4+1 row:found_try=4-1,6+1 row:from_<client>=3+1
row:from_addre=3+1 row:from_domai=1+1,3-1 row:go_about=5-1,8+1 row:go_away=5+1 row:greyl_for=7+1
row:greyl_on=7+1 row:greyl_see=7+1 row:hat_zuvie=3-1,5+1,6-1 row:helo_comma=3+1 row:helo_ehlo=3+1
row:home_direc=5+2,6-1 row:host_<client>=8+1 row:host_<host>=4-1,6+1 row:host_liste=3+1
row:host_not=0-1,3+1,4+1,5-1,6+1,8-1 row:host_rejec=5+1 row:host_unkno=0-1,4+2 row:i_not=0+1 row:in_<host>=3+1
row:in_addre=8+1 row:in_dns=0-1,4+1 row:in_few=6-1,7+1 row:in_minut=5-1,6-1,7+2 row:in_my=0+1
row:in_progr=5-1,6+2,8-1 row:in_reply=5+1 row:in_send=1+2,3-1 row:in_use=0-2,4+2 row:incom_messa=4-1,5+1
row:infor_go=5-1,8+1 row:insec_mail=3+1 row:insuf_syste=6+1 row:inter_resou=7+1 row:inter_serve=6+1
row:inval_addre=8+1 row:inval_domai=0+1,4-2,8+2 row:inval_helo=3+1 row:inval_recip=3-1,4-2,5+3
row:inval_user=0+3,5-2 row:ip_addre=3+1 row:ip_in=3+1 row:issue_start=2+1 row:lack_of=2+1
row:limit_excee=3-1,5+1,8+1 row:limit_reach=3+1 row:list_acces=3-1,8+1 row:list_of=0+1 row:liste_in=3+1
row:local_addre=0-1,3+1 row:local_host=4-1,6+1 row:local_polic=3-1,8+1 row:local_recip=5+2,8-1
row:local_user=0-1,8+2 row:log_in=5+1 row:logge_in=1+1,3-1 row:looku_failu=6-1,8+2 row:loop_detec=3-1,6+2,8-1
row:mail_<recipient>=0-1,8+2 row:mail_actio=5+1 row:mail_addre=5+2,8-1 row:mail_befor=1+2,8-1
row:mail_deliv=5+1 row:mail_excha=4-1,6+1 row:mail_for=0+2,3-1,5-2,6+1,8-1 row:mail_from=3+1
row:mail_here=3-1,8+1 row:mail_not=0-3,3+3,6+2,8-1 row:mail_recei=4+1 row:mail_rejec=0-1,3-1,8+3
row:mail_relay=3+1 row:mail_serve=4+1,5-1 row:mail_tempo=7+1 row:mailb_acces=0-1,6+1 row:mailb_addre=5+1
row:mailb_unava=0+1,3-1,6-1,7+1,8+1 row:mailf_domai=3+1 row:maili_list=6+1 row:mails_auf=3-1,5+1,6-1
row:mais_tarde=5+1,7-1,8+1 row:many_mails=3-1,5+2 row:many_messa=5+1 row:many_recip=3+1 row:may_not=5-1,8+2
row:messa_<recipient>=5+1 row:messa_and=5-1,8+1 row:messa_not=6-1,8+1 row:messa_on=3-1,5+1
row:messa_rejec=3-1,5-1,8+2 row:mit_diese=5+1 row:more_detai=6-1,8+1 row:msg_id=3+1 row:much_mail=5+1
row:multi_recip=3+1,5-1 row:must_issue=2+1 row:mx_host=0+1,3-1 row:mx_or=3+1 row:mx_recor=0-1,4+1,6+1
row:my_list=0+1 row:name_requi=3+1 row:name_serve=4+1 row:nao_encon=0+1,4-1 row:nao_exist=5+1,8-1
row:no_acces=3+1 row:no_exist=3+1 row:no_longe=3+1 row:no_mail=4+1 row:no_mailb=5+1 row:no_such=0-1,4-1,5+3
row:no_valid=0+1 row:non_exist=0-1,4+1 row:non_local=5+1 row:non_valid=0-1,4-1,8+2 row:not_able=3-1,4+1,8+1
row:not_accep=3+1,6-1 row:not_allow=0+3,1+1,3-1,4-1,6-1,8-3 row:not_authe=1-1,3-1,8+2
row:not_autho=0-1,5-1,8+2 row:not_avail=0-1,2+1,3-1,6+1,7-1 row:not_confi=0-1,3-1,4-1,6+2,8+2
row:not_deliv=3-1,5+1,6-1,8+1 row:not_exist=0+1,3-2,8+1 row:not_found=0+1,5+1,8-1 row:not_in=0-1,3+1,4+2,8-1
row:not_known=3-1,5+1 row:not_local=0+1,5-1 row:not_logge=1+1,3-1 row:not_our=3+2,8-1
row:not_permi=0+1,3+1,8-1 row:not_ready=0-1,8+1 row:not_recei=5-1,8+1 row:not_recog=3+2 row:not_relay=5+1
row:not_send=0+2,3-1,8-1 row:not_serve=0+1,4-1 row:not_taken=3+1,8+1 row:not_valid=5-1,8+1 row:not_verif=4+1
row:not_want=3-1,8+1 row:not_welco=3+1 row:novam_mais=7-1,8+1 row:null_mx=4+1 row:null_sende=3+2,8-1
row:of_allow=0+1,3+1,6-1 row:of_messa=5+1,8-1 row:of_secur=2+1 row:of_sende=8+1 row:of_smtp=0+1,3-1,8-1
row:of_your=0+1,3-1 row:on_serve=8+1 row:on_submi=1+1 row:one_recip=3+1 row:only_one=3+1
row:open_relay=0+2,3-1 row:or_acces=5+1 row:or_expir=3-1,5-1,8+2 row:or_mailb=8+1 row:or_not=8+1
row:our_secur=8+1 row:out_of=3+1 row:over_quota=5+1 row:per_minut=3+1 row:polic_reaso=5-1,8+2
row:polic_rejec=5+1,6+1,7+1,8-2 row:probl_occur=6-1,8+2 row:proce_recip=6+1 row:prohi_for=5+2,8-2
row:proto_viola=8+1 row:quota_excee=3+1,8+1 row:rate_limit=3-1,5+2,6-1,8+1 row:rcpt_<recipient>=5+1,8-1
row:rcpt_addre=0-1,4+1,5-1,8+1 row:rcpt_comma=5+1 row:reach_retry=3+1 row:recei_mail=5+1
row:recip_<recipient>=0-2,2+1,3-1,5-1,8+3 row:recip_addre=1-1,2-1,3-2,4+1,7+1 row:recip_bounc=3+1,5-1
row:recip_domai=0+1,4+1,5-1,6-1 row:recip_in=0+1,3-1,8+1 row:recip_not=3-1,5+4,6-1,8-2 row:recip_postm=5+1
row:recip_reach=3+1 row:recip_rejec=0+2,3-1,5+1,8-1 row:recip_s=5-1,6+2 row:recip_tempo=5+1
row:recip_verif=5+1 row:recor_of=4+1 row:recor_point=4-1,6+1 row:refer_<url>=3+1 row:refus_due=2+1,5-1,8+1
row:rejec_<recipient>=5+1,8-1 row:rejec_acces=3-2,5+1,8+2 row:rejec_addre=3-1,4+1,5+1 row:rejec_becau=3+2,8-1
row:rejec_block=3-1,5+2 row:rejec_by=3+3,4-1,8-2 row:rejec_domai=4+1 row:rejec_due=0-1,3+1,5+1,8-1
row:rejec_ers=3+1 row:rejec_for=3+2,5-1 row:rejec_greyl=7+1 row:rejec_inval=5+1,6+1,8-2 row:rejec_mail=3-1,5+1
row:rejec_multi=3+1,5-1 row:rejec_no=4-1,8+2 row:rejec_polic=5-1,6+1 row:rejec_rate=3+1 row:rejec_recip=8+1
row:rejec_relay=0+1,8-1 row:rejec_sende=3+1 row:rejec_servi=6-1,7+2 row:rejec_smtp=3+1 row:rejec_spam=3-2,4+2
row:rejec_try=6-1,7+2,8-1 row:rejec_undel=6+1,8-1 row:rejec_unver=5-1,8+2 row:rejec_user=5+1
row:relay_acces=0+2,3-1,4+3,5-1,8-2 row:relay_allow=0+1 row:relay_denie=0-1,3-1,4-1,5+1,8+2
row:relay_domai=0-1,5+1 row:relay_not=0+2,3-2,8+1 row:relay_recip=0+1 row:relay_throu=0+1,1-1
row:relay_thru=1+1,3-1 row:remot_domai=0-1,4+1 row:reply_rcpt=5+1 row:reque_actio=5-1,6+1,7-1,8+2
row:reque_mail=5+1 row:requi_authe=0+1,3-1 row:requi_for=0+1,1-2,8+1 row:requi_send=1+1,2+1
row:resol_error=6+1 row:restr_domai=3+2,8-1 row:retry_later=3+1,5-1,6+1,8-1 row:rever_dns=3+1
row:revie_rfc=5-1,8+1 row:rfc_addre=5-1,8+1 row:rfc_speci=5-1,8+1 row:route_not=4-1,5+1 row:s_serve=5-1,6+2
row:say_you=3+1 row:secur_polic=5+1 row:see_<url>=3+1,4-1,5+3,7+1,8-3 row:send_email=3+1 row:send_from=1+1,3-1
row:send_mail=0-1,1+1,8+1 row:send_messa=0+2,3-1,8-1 row:sende_<sender>=2+1,8-1
row:sende_addre=1+1,3+2,5-1,8-1 row:sende_domai=3+1 row:sende_not=1-1,8+2 row:sende_or=8+1 row:sende_verif=3+1
row:serve_<host>=0+1 row:serve_confi=6+1 row:serve_error=6+1 row:serve_here=0+1 row:serve_not=0-1,3+2,4-1,8+1
row:serve_requi=0+1 row:serve_suspe=4+2 row:serve_tempo=6+1 row:serve_unava=6-2,7+2 row:servi_tempo=3+2,6-1
row:servi_unava=3+1,5-1,6+1,7+1,8-1 row:sessi_encry=2+1 row:sign_in=1+1 row:size_excee=5+1
row:smtp_auth=0-1,3+1 row:smtp_error=5-1,8+1 row:smtp_relay=0-2,3+1,8+2 row:spam_filte=3-1,6+1
row:spf_recor=3-2,6+2 row:spfbl_inval=3+1 row:spfbl_perma=3+1 row:start_comma=2+1 row:start_requi=2+1
row:stora_full=5-1,6+2,8-1 row:submi_port=1+1 row:such_domai=0+2,4-1 row:such_local=0-2,8+2 row:such_user=5+1
row:syste_error=4+2,6-2 row:syste_stora=6+1 row:taken_mailb=0-1,8+2 row:targe_addre=0+1,5+2,8-2
row:tempo_block=3+1 row:tempo_defer=3+1 row:tempo_denie=7+1 row:tempo_error=6-1,7+2,8-1 row:tempo_failu=8+1
row:tempo_indis=6+1 row:tempo_looku=6+1 row:tempo_not=6+1,7-1 row:tempo_rejec=3-1,8+1 row:tempo_syste=4+2,6-2
row:tempo_unava=3+1,6-1 row:tente_novam=7-1,8+1 row:throu_serve=0+1 row:thru_mta=1+1,3-1 row:tls_conne=2+1
row:tls_requi=2+1 row:tls_versi=2+1,8-1 row:too_many=0-1,3+2,6+1,7-1,8-1 row:too_much=5+1
row:trans_chann=3+1,8-1 row:trans_faile=3-2,6+1,8+2 row:try_again=0-1,3-1,4-1,5+1,6+2,7+1
row:try_later=6-2,7+2,8+1 row:unabl_accep=4+1 row:unabl_look=6+1 row:unabl_relay=0+1 row:unaut_relay=0-1,8+2
row:unaut_sende=1+1,3-1 row:unava_try=6-1,7+2 row:undel_addre=6+1,8-1 row:unkno_name=4+1 row:unkno_or=8+1
row:unkno_recip=0+1,4-1 row:unrou_addre=0-1,3-1,4+1,5+1 row:unver_addre=5-1,8+2 row:up_host=6+1
row:use_of=0+1,8-1 row:use_smtp=3+1 row:used_for=3-1,6+2 row:user_<recipient>=3-1,5+2,8-1 row:user_and=8+1
row:user_looku=6+1 row:user_not=0+3,5-2,8-1 row:user_too=3-1,5+1 row:user_unkno=0-1,3+1,5+1
row:using_smtp=0-1,3+1 row:valid_cert=0+1,8-1 row:valid_failu=6+1,8-1 row:valid_inval=0-1,4-1,8+2
row:valid_rfc=5-1,8+1 row:verif_faile=3+1,5+1,8-1 row:verif_probl=8+1 row:verif_recip=5-1,8+2
row:viola_our=8+1 row:visit_<url>=6-1,8+1 row:want_your=3-1,8+1 row:we_not=0+3,3-1,8-1 row:you_greyl=7+1
row:you_not=0-1,3+1,5-1,8+2 row:you_viola=8+1 row:your_addre=3-3,5+1,7+2 row:your_domai=0+2,3-2
row:your_email=3+2,5-2,8+1 row:your_envel=5+2,8-2 row:your_ip=3+1 row:your_mail=0-1,1+2,3-1,5-1,8+1
row:your_messa=5-1,6-1,7+1,8+1 row:your_recip=3-1,5+1 row:zuvie_mails=3-1,5+1,6-1 row:件_人=0-1,5+1
row:收_件=0-1,5+1 rule:client=0-5,1-2,2-3,3+8,4-5,5-5,6-3,7-4,8-2 rule:client/command=1-1,2+1,5-1,6-1,8+3
rule:client/enhanced-code=3+4,5-1,8-1 rule:client/foreign=0-1,1-1,2-1,3+6,4-1,6-2,7-1,8-2
rule:client/mail=0-2,2-1,3+6,4-2,5-2,6-1,7-1 rule:client/own=0-2,1-1,2-1,3+7,4-2,5-2,7-2
rule:client/quoted=3+4,5-1,6-1,8-1 rule:client/reply-code=1+2,3-1,6+1,7-1,8-1
rule:client/words=0-3,1-3,2-4,3+7,4-4,5-2,6-2,7-3,8-2 rule:domain=1-1,2-1,3-3,4+8,5-2,6-1,7-1,8+1
rule:domain/enhanced-code=0-2,3-1,4+3,5-1,8+2 rule:domain/foreign=0-1,1-1,2-1,3-1,4+7,5-2,7-1,8-1
rule:domain/own=0+2,3-2,4+2,5-1,6-1,8+2 rule:domain/words=0+2,1-1,2-1,3-3,4+6,5-1,6-1,7-1,8-1
rule:greylisting=0-1,1-1,2-1,3-3,4-1,5-2,6-1,7+7,8+3 rule:greylisting/foreign=0-1,3-1,4-1,6-1,7+3,8+2
rule:greylisting/own=3-1,4-1,5-2,7+4,8+2 rule:greylisting/words=0-1,1-1,2-1,3-3,4-1,5-2,6-1,7+7,8+3
rule:login=0-1,1+8,2-2,3-2,4+1,5-2,6-1,7-1,8-1 rule:login/foreign=1+3,3-1,8-1
rule:login/mail=0-1,1+4,2-1,3-1,6-1,8-1 rule:login/own=0-1,1+2,2-1,3-1,4+2,5-1,8+1
rule:login/reply-code=4+1,6-1 rule:login/words=0-1,1+8,2-2,3-2,5-1,6-1,7-1,8-1
rule:mailbox=0+1,1-1,2-2,3-4,4-1,5+7,6-4,7-2,8-3 rule:mailbox/enhanced-code=3-1,4-1,5+1,6+1,8+1
rule:mailbox/foreign=0+5,3-1,5-2,6-1,8-1 rule:mailbox/own=0-4,1-1,2-1,3-3,4-1,5+8,6-3,7-2,8-3
rule:mailbox/words=0+1,1-1,2-1,3-3,5+7,6-4,7-2,8-5 rule:relaying=0+6,1-1,2-1,3-3,4-1,5-2,7-1
rule:relaying/foreign=0+6,1-1,2-1,3-2,4-2,5-2,6-1,7-1,8+2 rule:relaying/own=0+1,3-1,4+1,6+1,8-2
rule:relaying/words=0+6,1-1,2-1,3-2,4-1,5-2,7-1 rule:tls=0-1,1-1,2+10,3-3,4-1,5-1,6-1,8-1
rule:tls/foreign=0-1,2+3,3-1 rule:tls/mail=1-1,2+3,3-1 rule:tls/own=2+4,3-1,5-1,8-1
rule:tls/words=0-1,1-1,2+10,3-3,4-1,5-1,6-1,8-1 rule:trouble=0-2,1-1,2-1,3-4,4-2,5-1,6+10
rule:trouble/enhanced-code=3-1,4-1,5+1,6+1,7+1 rule:trouble/foreign=0-1,3-1,4-1,6+6 rule:trouble/mail=3-1,6+2
rule:trouble/own=0-1,1-1,2-1,3-2,5-1,6+5 rule:trouble/words=0-2,1-1,2-1,3-3,4-1,5-2,6+9,7-1
rule:unclear=0-1,1-2,2-2,3+1,4-2,5-1,6+2,7-3,8+7 rule:unclear/foreign=0+2,2-1,4-1,5-2,6-1,7-2,8+5
rule:unclear/mail=3+1,6+1,8-1 rule:unclear/nothing=1-2,2-1,3+2,5+1,6+2,7-2,8+2
rule:unclear/own=0-3,1-2,2-1,3-1,4-1,5+2,6+1,7-1,8+5 rule:unclear/words=0-1,1-1,2-1,3-1,4-2,5-1,7-1,8+8
says:address=0+1,1-1,5+1,6-1,7-1 says:address/4=0+2,3-1,5-1 says:address/5=0-2,1-1,3+1,5+2
says:address/X.1=0-1,3-1,5+1,6+1,8-1 says:address/X.5=8+1 says:address/X.7=3-1,4+1,5+1,8-1
says:address/X.none=0+2,1-1,3+2,5-2,6-2,8+1 says:address/foreign=0+1,4+2,5+1,6-1,8-1 says:address/mail=3+1
says:address/own=3-1,4-1,5+1,6+1,7-1,8+1 says:auth=1+6,2-1,3-1,4-1,5-1,6-1,8-1 says:auth/4=3+1
says:auth/5=1+6,2-1,3-1,4-1,5-1,6-1,8-1 says:auth/X.7=1+2,8-1 says:auth/X.none=1+3,3-1,5-1,6-1,8-1
says:auth/foreign=1+1,3+1,8-1 says:auth/mail=1+3,3-2 says:auth/own=1+1,3+1,5-1
says:authMissing=0-1,1+6,2-1,3-2,5-2,7-1,8+1 says:authMissing/4=4+1
says:authMissing/5=0-1,1+6,2-1,3-2,4-1,5-1,6-1,8+1 says:authMissing/X.5=1+1
says:authMissing/X.7=0+1,1+1,2-1,3-2,8+1 says:authMissing/X.none=0-2,1+3,3+1,5-1,6-1,8+1
says:authMissing/foreign=0-1,1+2,3-1,8+1 says:authMissing/mail=1+3,2-1,8-1
says:authMissing/own=1+1,3-1,5-1,8+1 says:banned=0-1,3+1,4+1,5-1,8+1 says:banned/5=0-1,3+1,4+1,5-1,8+1
says:banned/X.7=8+2 says:banned/X.none=0-1,3+1,4+1,5-1 says:banned/foreign=0-1,3-1,4+1,8+1
says:banned/mail=3+1 says:banned/own=3+1,5-1,8+1 says:blocked=0-1,3+2,5-1,6-1,8+1
says:blocked/5=0-1,3+1,5-1,8+1 says:blocked/X.7=5+2,8-1 says:blocked/X.none=0-1,3+1,5-2,8+2
says:blocked/foreign=0-1,3+1,5-1,8+1 says:blocked/own=3+1,8+1 says:client=2+1,3+3,4-2,5-2,7+1,8-4
says:client/4=1-1,2+1,3+2,5-1,6-1,7+2,8-1 says:client/5=0+1,1+1,2+1,3+2,4-1,5-1,6+2,7-1,8-3
says:client/X.1=0+1,3-2,6+2 says:client/X.3=3+1 says:client/X.7=0-1,1+2,2+1,3+2,6-1,8-1
says:client/X.none=1-1,3+2,4-1,5-1,7+2,8-2 says:client/foreign=0+1,3+1,4-1,5-1,7+1,8-2
says:client/mail=0-1,1+1,2+1,3+1 says:client/own=3+2,4-1,5-1,6+1,7+1,8-2
says:clientRejected=0-1,1+1,3+3,4-1,8-1 says:clientRejected/4=3+1 says:clientRejected/5=0-1,1+1,3+2,8-1
says:clientRejected/X.1=3+1 says:clientRejected/X.7=0-1,1+2,5+1,8-1 says:clientRejected/X.none=3+1
says:clientRejected/foreign=0-1,1+1,3+1,8-1 says:clientRejected/mail=1+1 says:clientRejected/own=3+2,8-1
says:conduct=0-1,1-1,2-1,3+5,5-2,6-1,8-2 says:conduct/4=3+3,5-1,7+1,8-2 says:conduct/5=0-1,3+4,4+1,5-1,6-1
says:conduct/X.1=3+1 says:conduct/X.4=3+1,6-1 says:conduct/X.5=3+1 says:conduct/X.7=3+3,5-1,6-1,8-1
says:conduct/X.none=0-1,3+1,4+1,5-1,6+1 says:conduct/foreign=0-1,3+3,4+1,5-1,8-1 says:conduct/mail=3+1,6+1
says:conduct/own=3+4,4-1,5-1,6-1,8-1 says:domain=0+1,1-1,3+1,4+5,5-3,7-1,8-2 says:domain/4=0+1,1-1,4+1,7-1
says:domain/5=1-1,2+1,3+1,4+4,5-3,6+1,7-1,8-2 says:domain/X.0=0+2,4-1 says:domain/X.1=4+3,5-2,6+1
says:domain/X.2=3+1 says:domain/X.3=6-1,8+1 says:domain/X.4=0-1,8+1 says:domain/X.5=8+1
says:domain/X.7=0+1,3+2,4-1,5-1,6-1 says:domain/X.none=0-1,2+1,3-1,4+3,5+1,6+1,8-4
says:domain/foreign=0+2,1-1,2+1,3-2,4+3,5-2,6+1,7-1,8+1 says:domain/mail=2-1,3+3,4-1,6-1,8-1
says:domain/own=1-1,2+1,4+3,5-1,7-1,8-2 says:domainRecords=0-1,4+1,6+1 says:domainRecords/4=4-1,6+1
says:domainRecords/5=0-1,4+2 says:domainRecords/X.1=4+1 says:domainRecords/X.none=0-1,6+1
says:domainRecords/foreign=0-1,4+1,6+1 says:domainSaid=0+2,4+3,5-2,6-1 says:domainSaid/4=4+1
says:domainSaid/5=0+2,4+2,5-2,6-1 says:domainSaid/X.1=0+2,6-1,8-1 says:domainSaid/X.7=0+2,4-1
says:domainSaid/X.none=4+1,5-1,8+1 says:domainSaid/foreign=3-1,4+1,5-1,6-1,8+1
says:domainSaid/own=0+1,4+1,5-1,8-1 says:failed=0-2,1+2,2+1,4+1,5-3,6+3,7-1,8+1
says:failed/4=4+1,5-2,6+2,7-1,8+1 says:failed/5=0-2,1+2,2+1,5-1,6+1 says:failed/X.1=3-1,6+2,8-1
says:failed/X.2=5-1,6+2,8-1 says:failed/X.3=3-1,4+2,6-2,8+2 says:failed/X.5=3+2,8-1
says:failed/X.7=0+1,2+2,3-1,8-1 says:failed/X.none=0-3,1+2,2-1,5-1,7-1,8+4 says:failed/foreign=0-2,1+2,6+2
says:failed/mail=1-1,2+1,6-1,8+1 says:failed/own=0-1,1+1,2-1,4+1,5-2,6+2,7-1 says:foreign=0+3,1+1,2-1,3-2,8-1
says:foreign/5=0+3,1+1,3-2,6+1,8-1 says:foreign/X.0=0+1 says:foreign/X.1=0-1,4+1
says:foreign/X.7=0+1,1+2,3-1,4-1 says:foreign/X.none=0+2,1-1,4-1,6+1
says:foreign/foreign=0+3,1-1,3-1,4+1,5-1,8-1 says:foreign/mail=0-1,1+2 says:foreign/own=0+1
says:full=0-1,4-1,5+2,7-1 says:full/4=5+1,7-1 says:full/5=3-1,5+1,8+1 says:full/X.1=5-1,8+1 says:full/X.2=5+1
says:full/X.7=3+1,5-1,8+1 says:full/X.none=3-1,5+2,6+1,8-1 says:full/foreign=6+1
says:full/own=3-1,4-1,5+3,6-1,8+1 says:greylisting=3-2,5-1,6-2,7+8,8-2 says:greylisting/4=3-2,5-1,6-2,7+8,8-2
says:greylisting/X.2=7+1 says:greylisting/X.3=7+1 says:greylisting/X.7=3-1,6-1,7+3,8-1
says:greylisting/X.none=3-1,6-1,7+3,8-1 says:greylisting/foreign=3-1,6-1,7+3,8-1
says:greylisting/own=3-1,5-1,6-1,7+5,8-1 says:inactive=0-1,1-1,3-1,4+3,6+1 says:inactive/4=3-1,4+2,5-3,6+2
says:inactive/5=0-1,1-1,4+1,5+2,6-1,8+1 says:inactive/X.1=8+1 says:inactive/X.3=5-1,6+1,8+1
says:inactive/X.7=3+1,8-1 says:inactive/X.none=0-1,1-1,3-2,4+3 says:inactive/own=0-1,1-1,3-1,4+3,8+1
says:innerReply=5+1 says:innerReply/5=5+1 says:innerReply/X.1=5+1 says:innerReply/own=5+1
says:listed=0-1,3+2,5+1,8-1 says:listed/5=0-1,3+2,5+1,8-1 says:listed/X.7=3+1
says:listed/X.none=0-1,3+1,5+1,8-1 says:listed/foreign=3+1,5+1 says:listed/own=3+1,8-1
says:mailbox=1-1,2-1,3-1,5+3,6+1,8-1 says:mailbox/4=4+1,5-1,6+1,7+1,8-1 says:mailbox/5=1-1,3-1,4-2,5+4,6-1
says:mailbox/X.0=0-1,5+1 says:mailbox/X.1=8+1 says:mailbox/X.2=5+1,6+1,8-1 says:mailbox/X.7=8+1
says:mailbox/X.none=0+1,3-1,4+1,5+1,6-1,7+1,8-2 says:mailbox/foreign=0+1,4-1,5-1,6+1
says:mailbox/own=0-1,1-1,3-1,5+4,7+1,8-1 says:mailboxSaid=0-1,5+3,8-1 says:mailboxSaid/5=0-1,5+3,8-1
says:mailboxSaid/X.1=5+1 says:mailboxSaid/X.none=5+2,8-1 says:mailboxSaid/own=5+3,8-1 says:malformed=5-1,8+2
says:malformed/5=5-1,8+2 says:malformed/X.none=5-1,8+1 says:malformed/own=5-1,8+2
says:negated=0+1,1-1,2-1,3+1,6-1,8+2 says:negated/4=0-1,6-1,8+3 says:negated/5=0+2,1-1,6+1,8-1
says:negated/X.1=4-1,5-1,8+1 says:negated/X.3=6-1,8+1 says:negated/X.7=0+2,3+1,4-1,5-1
says:negated/X.none=0-1,1-1,4+1,5+2,6+1,8-1 says:negated/foreign=0+2,1-1,3-1,4+1,5-2 says:negated/mail=3+1
says:negated/own=0-1,4-2,5+2,6-1,8+2 says:notAccepted=0+1,4-1,5+2,6+2,7-1,8-1
says:notAccepted/4=4+1,6+1,7-1,8-1 says:notAccepted/5=0+1,4-2,5+2 says:notAccepted/X.1=0+1,3-1,5-1,6+1,8+1
says:notAccepted/X.7=5+1,8-1 says:notAccepted/X.none=0-1,3+1,4-1,5+2,6+1,7-1,8-1
says:notAccepted/foreign=0+1,4+1,5+1,6-1,8-1 says:notAccepted/own=4-2,5+1,6+3,7-1 says:notOurs=3+2,8-1
says:notOurs/5=3+2,8-1 says:notOurs/foreign=3+1 says:openRelay=0+2 says:openRelay/4=0+1,3-1
says:openRelay/5=0+1 says:openRelay/X.none=0+1,3-1 says:openRelay/foreign=0+2,3-1
says:ownTrouble=3-3,5-1,6+6,8-1 says:ownTrouble/4=3-2,6+4,8-1 says:ownTrouble/5=6+2,8-1
says:ownTrouble/X.3=3-1,6+2 says:ownTrouble/X.none=3-1,6+2 says:ownTrouble/foreign=6+1
says:ownTrouble/mail=3-2,6+3 says:ownTrouble/own=5-1,6+2,8-1 says:place=0-1,1-1,2-1,6+2,8-1
says:place/4=0-1,4+1,5-2,6+2,7+1,8-1 says:place/5=0-1,4-1,5+2,7-1 says:place/X.1=0-1,4+2,7-1
says:place/X.2=7+1 says:place/X.3=6+2,8-1 says:place/X.4=3-1,4-1,5+1,6+2 says:place/X.5=3+1,5-1,8+1
says:place/X.7=0-1,3+1,4-1,5+2,7+1,8-1 says:place/X.none=0+1,7-1,8+1 says:place/foreign=0-1,4+2
says:place/mail=3-1,6+1 says:place/own=1-1,3+1,4-1,6+1,8-1 says:policy=0-1,3-1,4-1,5+1,6+1,8+1
says:policy/4=3-1,5-1,6+2,8+1 says:policy/5=0-1,4-1,5+2,6-1,8+1 says:policy/X.1=5+1
says:policy/X.7=0-1,5+2,6+1,8-2 says:policy/X.none=3-1,5-1,8+3 says:policy/foreign=0-1,3-1,5+1,6+1,8+1
says:policy/own=3-1,5+1,8+1 says:quoted=0+3,1-1,3-2,5+1 says:quoted/4=3-1,4+1,5-1,6+1,7+2,8-1
says:quoted/5=0+3,1-1,3-1,4-1,5+2,6-1,7-1,8+1 says:quoted/X.0=4+1 says:quoted/X.1=0-2,4+1,5+1,7-1,8+2
says:quoted/X.2=6+1,7+1,8-1 says:quoted/X.3=5-1,6+2 says:quoted/X.4=4-1,6+1 says:quoted/X.5=3+1,5-1
says:quoted/X.7=2+1,3-1,4-1,5+2,6-1,7+1 says:quoted/X.none=0+5,3-1,5-1,6-2
says:quoted/foreign=0+1,4+2,5-1,6-1,8-2 says:quoted/own=0+2,1-1,3-2,4-2,5+2,6+1,8+1
says:rate=0-1,1-1,3+2,4-1,5+3,7-1 says:rate/4=3+1,5+3,6-2,7-1,8+1 says:rate/5=0-1,3+1,6+2,8-1
says:rate/X.1=3+1 says:rate/X.2=3+1 says:rate/X.3=3-1,5+2 says:rate/X.4=3+1 says:rate/X.5=3-1,8+1
says:rate/X.7=0-1,3+1,6-1,8+1 says:rate/X.none=0-1,5+2,6+1,8-2 says:rate/foreign=0-1,3+1,5+2,6-1
says:rate/mail=3+2 says:rate/own=5+2,6+1,7-1 says:recipient=0-1,1-2,3-1,4-1,5+3,8+1
says:recipient/4=0-1,3+2,4-1,6-1,7+1,8+1 says:recipient/5=1-1,3-3,5+3,6+1,7-1 says:recipient/X.0=0+1,5-1
says:recipient/X.1=0+1,3-1,4+2,6-1 says:recipient/X.2=3-1,5+2,8-1 says:recipient/X.5=3+1,6-1
says:recipient/X.7=2+1,3-2,4-1,5+1,6+1 says:recipient/X.none=0-2,1-1,2-1,3+1,4-1,5+2,7+1,8+1
says:recipient/foreign=0+3,1-1,3-1,4+1,5-1,6-1 says:recipient/mail=1+1,3+1
says:recipient/own=0-3,1-1,3-1,4-1,5+4,6+2,7-1,8+1 says:recipientRule=3+1,5-2,8+2
says:recipientRule/5=3+1,5-2,8+2 says:recipientRule/X.7=3+1 says:recipientRule/X.none=3+1,5-1,8+1
says:recipientRule/foreign=8+1 says:recipientRule/own=3+1,5-2,8+1 says:refused=0+2,2-1,3+1,4-1,5-1,6-2,8+3
says:refused/4=0+1,3+3,5-2,6+1,7+1,8-3 says:refused/5=0+1,2-1,3-1,4-1,5+1,6-3,7-1,8+6
says:refused/X.1=0+1,3-1,5+3,6-1,8-2 says:refused/X.3=3-1,6+1 says:refused/X.4=3-1,4-1,7+2
says:refused/X.7=1-1,2-1,3+2,4+1,5-1,7-2,8+2 says:refused/X.none=1+1,2-1,3+1,5-2,6-2,8+2
says:refused/foreign=0+3,1-1,2-1,3-1,4-2,5-1,8+2 says:refused/mail=0-1,1+2,3+1,6-1,8-2
says:refused/own=0-2,1-1,2-1,3+1,4+1,5+1,6-1,8+2 says:relay=0+4,1+1,2-1,3-2,5-1,8-2 says:relay/4=0+1,6-1,7+1
says:relay/5=0+4,1+1,2-1,3-2,8-2 says:relay/X.7=0+3,3-2,4+2,5-1,6+1,8-2
says:relay/X.none=0+1,1+1,3-1,4-2,5+1,6-1,8+1 says:relay/foreign=0+5,1-1,4-1,5-1,6-1
says:relay/mail=0-1,1+2,3-1 says:relay/own=3-1,4+1,6+1,8-2 says:required=1+3,2+4,3-1,4-1,5-3,6-1,7-1
says:required/4=2+1 says:required/5=1+3,2+3,3-1,4-1,5-3,6-1 says:required/X.1=8+1 says:required/X.5=3+1,8+1
says:required/X.7=1+1,2+1,3-1,8-1 says:required/X.none=1+2,2+2,3-1,5-2,6-1,8-1
says:required/foreign=1+2,2+1,3-1,4-1,6-1,8-1 says:required/mail=1+1,2+1 says:required/own=2+1,5-2,6-1,8+1
says:sender=0-2,1-1,3+4,4-1,5-2,6-1 says:sender/4=3+1 says:sender/5=0-2,1-1,2+1,3+4,4-1,5-1,6-1,8+1
says:sender/X.1=3+2,8-1 says:sender/X.2=8+1 says:sender/X.7=0-1,1-1,2+1,3+1,5+1,6-1,8+1
says:sender/X.none=0-1,3+4,5-1,6-1,8-1 says:sender/foreign=0-1,3+2,5+1,8-2 says:sender/mail=3+2,8-1
says:sender/own=1-1,3+2,5-2,6-1,8+3 says:server=0-1,1+1,3+1,4+1,5-2,6+3,7-1,8-1
says:server/4=0-1,1-1,5-1,6+1,7-1,8+1 says:server/5=1+1,4+1,5-1,6+2,8-2 says:server/X.1=4+2,5-1,6-1,8+1
says:server/X.3=6+2,8-1 says:server/X.7=0-1,1+1,3+2,5-1,6-1 says:server/X.none=2-1,3-1,6+2,7-1,8-1
says:server/foreign=1-1,3+1,4+1,5-1,6+1 says:server/mail=1+2,3-2 says:server/own=1-1,3+1,5-1,6+2,8-1
says:standardMailbox=0-1,8+2 says:standardMailbox/4=5+1 says:standardMailbox/5=0-1,5-1,8+2
says:standardMailbox/X.1=5-1,8+2 says:standardMailbox/foreign=5-1,8+1 says:standardMailbox/own=5+1
says:temporary=0-1,1-1,2-1,3+1,6+1,7+2 says:temporary/4=0-1,1-1,2-1,3+1,6+1,7+2,8+1
says:temporary/5=3+1,4+1,5-1 says:temporary/X.1=6+1 says:temporary/X.2=5+3,6-2,7-2,8+1
says:temporary/X.3=3-1,5+1,7+1,8+1 says:temporary/X.4=3+1,4-1,6+1,7+1,8-1 says:temporary/X.5=3+1
says:temporary/X.7=3+2,5-1,6+3,7-2,8-2 says:temporary/X.none=1-1,4+1,5-3,6-2,7+4,8+2
says:temporary/foreign=4-1,5-1,6+2,7+1,8+1 says:temporary/mail=3+2,6-1
says:temporary/own=0-1,2-1,3-1,4+1,5+1,6-1,7+1 says:tls=2+5,3-1,4-1,5-1,8-1 says:tls/4=2+1
says:tls/5=2+4,3-1,4-1,5-1,8-1 says:tls/X.7=2+3,3-1,5-1,8-1 says:tls/X.none=2+1 says:tls/foreign=0-1,2+2,8-1
says:tls/mail=2+1,3-1 says:tls/own=0+1,2+2,5-1,8-1 says:tlsMissing=0-1,1-1,2+6,3-1,4-1,5-1,6-1,8-1
says:tlsMissing/4=2+1 says:tlsMissing/5=0-1,1-1,2+5,3-1,5-1,8-1 says:tlsMissing/X.7=1-1,2+3,3-1
says:tlsMissing/X.none=2+3,3-1,5-1 says:tlsMissing/foreign=2+2 says:tlsMissing/mail=1-1,2+2,3-1
says:tlsMissing/own=2+2,5-1 says:trouble=6+1 says:trouble/4=6+1 says:trouble/X.none=6+1
says:troubleSaid=0-2,1-1,2-1,5-1,6+5,7+1,8-1 says:troubleSaid/4=0-1,1-1,2-1,3-1,4+1,5-1,6+4,7+1,8-1
says:troubleSaid/5=0-1,3+2,5-1,6+1,8-1 says:troubleSaid/X.0=6+1 says:troubleSaid/X.1=6-2,8+2
says:troubleSaid/X.2=5+1,8-1 says:troubleSaid/X.3=3+1,4+1,5-1,7+1,8-2 says:troubleSaid/X.4=3-1,7-1,8+2
says:troubleSaid/X.7=6+3,7-1,8-1 says:troubleSaid/X.none=0-1,3-1,4-1,5-1,6+3,7+3,8-1
says:troubleSaid/foreign=0-1,6+2,8-1 says:troubleSaid/mail=3-1,6+3,7-1 says:troubleSaid/own=1-1,4+1,5-1,7+1
says:unavailable=2+1,3-1,6+2,8-1 says:unavailable/4=0-1,3-1,6+2,7+1 says:unavailable/5=0+1,2+1,3-1,5+1,8-1
says:unavailable/X.0=0-1,5+1 says:unavailable/X.1=8-1 says:unavailable/X.2=5+1,6-1 says:unavailable/X.3=6+1
says:unavailable/X.7=2+1,3-1,4+1,6+1,8-1 says:unavailable/X.none=0+1,3-1,4-1,5-1,7+1,8+1
says:unavailable/foreign=0+1,3+1,5-1 says:unavailable/mail=3-1,6+3 says:unavailable/own=0-1,3-1,5+2,6-1,7+1
says:unknown=2-1,3+1,5+2,7-1,8-1 says:unknown/4=0+2,5-1,6+3,7-1,8-3 says:unknown/5=0-2,1+1,2-1,5+3,6-3,7-1,8+2
says:unknown/X.0=0+2,4-1 says:unknown/X.1=0-1,3+1,4+3,6-1,8+1 says:unknown/X.2=6+1
says:unknown/X.7=0+1,1+2,4-2,5-1,6+1 says:unknown/X.none=0-1,1-1,5+4,6-1
says:unknown/foreign=0+2,1-1,3+1,4-1,5+1,6-1,7-1 says:unknown/mail=0-1,1+2,3+1,8-1
says:unknown/own=1-1,2-1,3-2,4+2,5+2,6+1,7-1 says:unroutableAddress=0-1,3-1,4+1,5+1
says:unroutableAddress/5=0-1,3-1,4+1,5+1 says:unroutableAddress/X.none=0-1,3-1,4+1,5+1
says:unroutableAddress/foreign=0-1,4+1,5-1,8+1 says:unroutableAddress/own=5+2,8-1
says:vague=0+2,4-1,5+2,6-1,8-1 says:vague/4=0+2,5-1,8-1 says:vague/5=5+3,6-1 says:vague/X.7=5+1,8-1
says:vague/X.none=0+2,3-1,5+1,6-1 says:vague/foreign=0+1,5-1,8+1 says:vague/mail=3+1
says:vague/own=0+1,3-1,5+3,6-1,8-2 says:verification=0-1,4-1,7-1,8+2 says:verification/4=5-1,6+1,7-1,8+1
says:verification/5=0-1,3-1,5+2,6-1,8+1 says:verification/X.1=5-1,8+2 says:verification/X.none=0-1,5+1
says:verification/own=4-1,5+1,8+1 stage:MAIL4=0-1,1-1,3+3,4-1,5-1,6+4,7-1,8-2
stage:MAIL5=0-3,1+5,2+2,3+4,4-2,5-2,6-2,7-1 stage:RCPT4=0-1,1-4,2-2,3+1,4-1,5-2,6+3,7+3,8+3
stage:RCPT5=0+2,1-2,2-2,3+1,5+3,6-2,7-5,8+2 states:address-negated=0-1,8+2 states:address-notAccepted=0-1,6+1
states:address-refused=0+2,3-2,5+2,8-2 states:address-required=8+1 states:address-temporary=8+1
states:address-unknown=3-1,5+2 states:client-banned=3+1 states:client-failed=3-1,6+1 states:client-negated=3+1
states:client-notAccepted=0+1,3-1 states:client-rate=3+1 states:client-refused=0+2,8-1
states:client-required=2+1 states:client-temporary=3+1 states:client-unknown=3-1,5+2
states:domain-banned=3-1,4+1 states:domain-failed=8-1 states:domain-inactive=4+2
states:domain-negated=0-1,4+1,5+1,8-1 states:domain-notAccepted=0+1,4-1,5+1 states:domain-policy=0+1,3-1,8+1
states:domain-rate=0-1,3+1,8+1 states:domain-refused=0-1,4+2 states:domain-required=2+1,3-1,8-1
states:domain-temporary=4+2,8-1 states:domain-unavailable=4+1 states:domain-unknown=3+2,4-2,5-1,8+2
states:mailbox-failed=5-1,6+1,8+1 states:mailbox-full=6+1 states:mailbox-inactive=4+1,8+1
states:mailbox-negated=0+1 states:mailbox-refused=5+1 states:mailbox-temporary=5+2,8-1
states:mailbox-unavailable=0+1,3-1,7+1,8-1 states:mailbox-unknown=0-1,5-1,6+1,8+1
states:quoted-blocked=3-1,5+2 states:quoted-failed=6+1,8-1 states:quoted-inactive=5+1,8+1
states:quoted-negated=0-1,5-1,8+2 states:quoted-policy=5+1,6+1,7+1,8-2 states:quoted-rate=3-1,5+2
states:quoted-refused=3-2,4-1,7+1,8+2 states:quoted-temporary=7+1 states:quoted-unknown=4+1,6+1,8-1
states:recipient-banned=8+1 states:recipient-failed=5-1,6+1 states:recipient-full=5+1
states:recipient-inactive=3-1,8+1 states:recipient-negated=3-1,4+1,5+1,6-1,8+1
states:recipient-notAccepted=8+1 states:recipient-policy=5+2,8-2 states:recipient-rate=3+2,5-1
states:recipient-refused=0-1,4-1,6+1,8+3 states:recipient-required=3+1,5-1,8+1
states:recipient-temporary=5+1,6-2,7+1 states:recipient-unavailable=5+1
states:recipient-unknown=0+1,3-2,6-1,8+3 states:sender-failed=3+1 states:sender-refused=1+1,3-1,8+1
states:sender-unknown=3+1 states:server-blocked=3+1 states:server-failed=1+1,3-1,6+1,8-1
states:server-full=3-1,5+1 states:server-inactive=4+1 states:server-negated=0-1,8+2
states:server-refused=0-1,1+2,3+1,5-1,6+1,8-2 states:server-required=0+1,3-1 states:server-temporary=3+2,7-1
states:server-unavailable=3+2,6-1 stem:<address>=1+1,3-1 stem:<client>=0-1,1-1,3+4,4-1,5-1,6-2,7-1,8-1
stem:<domain>=0+1,3-2,4+2,5-1,6+1,8-2 stem:<host>=1+1,2-1,3+2,4+1,5+1,6+1,7-1,8-4 stem:<ip>=0-1,3+2,8-1
stem:<key>=3-1,5+1 stem:<recipient>=0+3,1-1,3-2,5+1 stem:<sender>=2+1,3+3,5-1,8-2
stem:<url>=0-2,1+1,2+1,3+4,6-4,8-1 stem:aaaa=3+1,4-1 stem:able=3-1,4+1,8+1 stem:abort=3-1,6+2,7-1
stem:about=5-1,6-1,8+1 stem:accep=0+1,1-1,3+2,4+1,5-1,6-2 stem:acces=0-1,1-1,3+6,4+2,7-2,8-2
stem:accou=3+2,4+1,6-2 stem:actio=0-1,6+1,7-1,8+1 stem:addre=0-2,1-1,2-2,3+1,5+2,6-2,7+2,8+1
stem:admin=3-2,5+1,8+2 stem:adres=0+1,3-2,8+1 stem:again=0-1,3-2,4-1,5+1,6+2,7+1,8+1
stem:allow=0+4,1+1,3+1,4-1,5+1,6-2,8-4 stem:analy=3-1,8+1 stem:and=0-1,2+1,3-1,5+1 stem:anoth=6-1,8+1
stem:appro=3+2,8-1 stem:as=0+1,8-1 stem:assig=3+1 stem:at=0-1,4+1,5+1 stem:attem=5+1,6-1,8-1
stem:auf=3-1,5+1,6-1 stem:auten=1+2,3-1 stem:auth=0-1,1+1,3+1 stem:authe=0+1,1+5,2-1,3-1,4-1,5-1,7-1,8-1
stem:autho=0-1,1+1,3+1,5-1,6-1,8+1 stem:autor=3+1 stem:avail=0-1,2+1,3-1,6+1,7-1 stem:away=5+1
stem:back=5-1,6+1,7+1,8-1 stem:backs=3-1,5-1,8+2 stem:bad=0+1,3+1,5-2,6-1,8+1 stem:banne=3+1,8-1
stem:based=5+1 stem:becau=0-1,3+2,4+1,5-2,6+2,8-1 stem:befor=1+1,8-1 stem:bekan=5+1 stem:benut=3-1,5+2,6-1
stem:black=0-1,3+1,4+1,5-1,8+1 stem:block=0-1,3+2,6-1,8+2 stem:bogus=3-1,5+1 stem:boite=5+1 stem:book=3-1,5+1
stem:bounc=3+2,5+1,8-2 stem:busy=5+1,7-1 stem:but=8+1 stem:by=0-1,1-1,3+5,6-1,8-2 stem:bye=6+1 stem:cache=5+1
stem:caixa=5+2,6-1 stem:call=5+2,8-1 stem:callo=6+1 stem:cert=0+1,8-1 stem:certi=3+1,8-1 stem:chann=3+1,8-1
stem:chara=8+1 stem:check=0-2,1+1,2+2,3+1,7-1,8-1 stem:chkus=3+1,6-2,8+1 stem:clien=1+1,3-1,5+2,6-1,8-1
stem:closi=3+1,8-1 stem:cloud=3+2,5-1,8-1 stem:code=1+1,3-1 stem:com=5+1,8-1 stem:come=6-1,7+1
stem:comma=0-1,1-1,2+2,4-1,8+2 stem:con=3+1,8-1 stem:confi=0-2,1-1,2+1,3-2,5-1,6+3,7-1,8+2
stem:conne=0-1,2+1,3+2,4+1,5-1,6+1,7-1,8-2 stem:conta=0-1,3+1,5+2,8-1 stem:corre=0-1,6+1 stem:custo=3+1
stem:da=0+1 stem:daily=3+1 stem:data=3-1,5+1,6+1,8-1 stem:datab=6+1 stem:db=6+2,8-1 stem:defau=3+1
stem:defer=5-1,6-1,7+2,8+1 stem:defin=3-1,8+1 stem:deliv=0+1,3-4,5+4,6-2,8+2
stem:denie=0-1,1-1,2-1,3+2,5+1,6-2,7-1,8+1 stem:desco=0+1,4+2,5-2 stem:desti=0-1,3-1,4+2,5-3,6-1,8+5
stem:detai=6-1,8+1 stem:detec=3-1,5-1,6+2 stem:diese=5+2,8-1 stem:direc=5+2,6-1,8-1 stem:disab=4+2,5-1,6-1,8+1
stem:disco=5+1,8-1 stem:dns=0-3,3+4,4+3,5-1,6-2,8+1 stem:dnsbl=3+1 stem:domai=0+3,2-1,3-1,4+5,5-3,6-4,7-1,8+2
stem:domin=0+2,4+1,5-3,8+1 stem:down=5-1,6+1 stem:due=0-1,3+1,6-1,8+1 stem:e=1+1 stem:ehlo=3+1
stem:eithe=3+1,8-1 stem:em=5+1,8-1 stem:email=0+1,1-1,4+1,6+1,8-1 stem:empfa=5-1,8+2 stem:en=3+1
stem:enabl=4+1,5+1 stem:encon=0+1,4-1 stem:encry=2+4,3-1,5-1 stem:entry=3+1,8-1 stem:envel=3+2,5+1,8-2
stem:envio=1+1 stem:erro=1+1 stem:error=0-1,1-1,2-1,3+1,4+2,5-3,6+1,7+1,8+1 stem:ers=3+1 stem:esta=5+1,8-1
stem:este=0+1,1+1,3-1,8-1 stem:excee=0-1,3+1,5+1,6-1,7-1,8+2 stem:exces=3+1,6-1 stem:excha=4-1,6+1
stem:exist=3-1,4+1,5+1 stem:expan=6+1,8-1 stem:expir=3-1,5-1,6+2,8+1 stem:expla=3-1,5+1
stem:fail=0-1,1+2,3+1,8-1 stem:faile=2+1,3-1,4-1,5+1,6+1,8-1 stem:failu=4-1,5-1,6+1,7-1,8+3 stem:fast=7+1
stem:few=6-1,7+1 stem:file=5+1,6+1,8-1 stem:filte=3-1,5-1,6+1,8+1 stem:find=0-1,4+1,8-1 stem:first=1+1,2+1
stem:for=0+4,1-3,2+1,5-1,8-1 stem:forbi=0+1,1+2,3-2,8-1 stem:forge=3-1,5+1 stem:forma=5-1,6+1
stem:forwa=0-1,3-3,4+2,6+4,8-2 stem:found=0+1,5+1,8-2 stem:frequ=3+1 stem:from=1+1,3+3,4-1,5-1,6-1,8-1
stem:full=5-1,6+2 stem:fully=8+1 stem:gate=0+1,3-1 stem:gatew=0+2,3-1,8-1 stem:go=5+1,8+1
stem:googl=3+2,5-1,8-1 stem:got=3-1,8+1 stem:greyl=3-1,5-1,6-1,7+6,8-2 stem:group=1-1,6+2,7-1
stem:gsmtp=0-1,3-1,5-1,6-1,8+2 stem:handl=6+1 stem:hat=3-1,5+1,6-1 stem:helo=1-1,3+3,5-1,8-1
stem:here=0+2,3+1,4-1,8-1 stem:high=2+2,3-1 stem:home=5+2,6-1 stem:host=0-3,3+2,5-1,6+3,8-1 stem:hoste=4+1
stem:hostn=0-1,3+1,5-1,6+2,8-1 stem:hosts=0+1 stem:hour=3-1,5+2 stem:i=0+1,8-1 stem:id=6+1
stem:ident=0-1,3+2,8-1 stem:if=0+1 stem:impos=0-1,5+1 stem:in=0-2,1+1,2-1,4+2,5+2,6-3,7+3,8-3 stem:inact=5+1
stem:inbou=0-2,4+1,5-2,6+4,8-1 stem:incom=5+1 stem:incon=5+1 stem:incor=3-1,6+2 stem:indis=6+1
stem:info=3-1,5+1 stem:initi=3-1,6+1 stem:insec=3+1 stem:insuf=6+1 stem:inten=8+1
stem:inter=0-1,4-1,5-1,6+2,8+1 stem:inval=0+1,2-1,3+1,4-3,5+1,6+1,7-1 stem:ip=1-1,3+4,5-1,6-1,8-1
stem:ipv6=3+1 stem:issue=2+1 stem:keine=5+1 stem:known=3-1,4+1,5+1 stem:lack=2+1
stem:later=0-1,2-1,3+1,5-1,6+1,7+1 stem:level=2+2,3-1 stem:limit=3+1,5+1,6-1,7-1 stem:list=4-1,5+1
stem:lista=0+1,3+1,8-1 stem:liste=3+2,5-1 stem:load=6+1 stem:local=0-2,1+2,4-2,6+1,8+2 stem:log=5+1,8-1
stem:logge=1+1,3-1 stem:login=5-1,8+1 stem:longe=3+1 stem:looku=8+1 stem:loop=3-1,6+2,8-1
stem:loops=5-1,6+2,8-1 stem:mail=0-4,1+2,2-1,3-1,4+3,5+1,6+1,8-1 stem:mailb=0-1,1-1,2-1,3-2,4-2,5+3,6+2,8+1
stem:mailf=3+1 stem:maili=6+1 stem:mails=0+1,3-2,5+3,6-1 stem:maint=3-1,6+2 stem:mais=5+1,7-1,8+1
stem:malfo=4+1,5-1,6-1 stem:manua=3-2,4+2,5+1 stem:many=0-1,3+2,6+1,7-1,8-1 stem:match=3+2,8-1 stem:max=3+1
stem:maxim=3+1 stem:may=3-1,5-1,8+2 stem:membe=8+1 stem:memor=6+1 stem:mensa=1+1,3-1,5+1,8-1
stem:messa=3+2,4-2,5+1,6-2,7+1,8+2 stem:minut=3-1,5+1,6-1,7+3,8-1 stem:misma=8+1 stem:missi=4+1,8+1
stem:mit=5+1 stem:mode=0-2,8+3 stem:more=6-1,8+2 stem:msg=3+1 stem:mta=0-1,1+1,3-1 stem:much=5+1
stem:multi=3+1,5-1,6-1,8+1 stem:must=1+1,2+2,3-1,8-1 stem:mx=4+3,5-1,8-1 stem:my=0+1,3+2,5-1,8-1
stem:name=4+1,6-1 stem:namen=5+1 stem:nao=0+3,3-1,4-1,5+1,8-1 stem:neces=1+1,3-1 stem:neede=2+1,8+1
stem:negat=0+1,8-1 stem:neith=0-1,3+1 stem:netwo=4-1,5-1,8+2 stem:nicht=0-1,3-1,6+2,8+1 stem:niedo=3-1,6+2
stem:no=2-1,4-1,5+2,8-1 stem:non=0-1,1-1,5+1,6-1,8+2 stem:nor=0-1,3+1 stem:norma=8+1
stem:not=0+2,1-1,2-1,3+1,5+1,6-2,7-2,8+3 stem:novam=7-1,8+1 stem:null=5+1,6+1,8-2 stem:numbe=3+2,4-1,6+1
stem:occur=3-2,6+1,8+2 stem:oder=5+1 stem:of=0+2,1-1,3+1,8-3 stem:on=1+1,4-1,5+1,6-1,7+1 stem:one=3+1,8-1
stem:only=0+1,5-1 stem:open=0+2,3-1 stem:or=0-2,1-1,3+1,4-1,5-2,6-1,8+4 stem:our=0-1,3+4,4-1,5-1,8-1
stem:out=3+1,6+1,8-1 stem:over=5+1 stem:para=1+1 stem:param=6+1,8-1 stem:per=6-1,8+2 stem:perma=3+1,8-1
stem:permi=0+1,5-1 stem:plugi=0+1 stem:point=4-1,6+1 stem:polic=0-1,4-1,5+1,6+1,8-1 stem:port=1+1,3-1
stem:possi=6-2,8+3 stem:posta=5+2,6-1,8-1 stem:postm=5+3,6-1,8-1 stem:prefe=2+1,5-1 stem:prime=1+1
stem:priva=3-1,8+1 stem:probl=3-1,5-1,6+2,8+1 stem:proce=6+1 stem:progr=5-1,6+2,8-1 stem:prohi=3-1,5+1
stem:prote=3-1,5-1,8+2 stem:proto=3+2 stem:provi=0-1 stem:ptr=3+1 stem:qq=5+3,6-1,8-1 stem:quali=8+1
stem:quota=3+1,5+1,6-1 stem:rate=3-1,5+2,6-1,8+1 stem:rbl=3+1 stem:rcp=8+1 stem:rcpt=3+2,5-1,6-2,7+2,8-1
stem:rcpth=0+1 stem:reach=3+2,8-1 stem:read=0-1,6+2 stem:ready=0-1,8+1 stem:reaso=5-2,6-3,8+5
stem:recei=0-1,1+2,3+1,6-1,8-1 stem:recha=5-1,8+1 stem:recip=0+1,1-2,2-1,3-2,4-1,5+3,6+2,7-1 stem:recog=3+2
stem:recon=7+1 stem:recor=0-1,3-1,4+3,5-2,6+3,8-1 stem:recus=0+1,5-1 stem:redir=5+1 stem:refer=3+1
stem:refus=0-1,3+2 stem:rejec=0-5,2-1,3+2,4+1,5+2,6-1,7+1,8-1 stem:relay=0+5,1+1,2-1,3-2,5-1,6-2,7-1,8-1
stem:remot=0-1,4+1 stem:reply=4+1,6-1 stem:reque=0-1,6+1,7-1,8+2 stem:requi=1+2,2+5,3-1,4-1,5-2,6-1,7-1,8-1
stem:reser=4+1 stem:resol=1-1,6+1,8+2 stem:resou=3+1,4-1 stem:restr=3+2,6-1 stem:retra=0+1,6-1,7+1,8-1
stem:retry=3+1,5-1,6+1,7-1 stem:retur=3+2,8-1 stem:rever=3+2 stem:revie=5-1,8+1 stem:rfc=4+1,5-1,8+1
stem:route=0-2,2+2,3-1,5+3,8-1 stem:rule=0-1,5+1 stem:s=5+1,6+1,8-1 stem:said=5+1 stem:say=3+1 stem:secon=7+1
stem:secur=2+2,3-2,5+1 stem:see=4-1,5+4,7+1,8-3 stem:send=1+2,2+1,4-1,5-1,6-1,8-1
stem:sende=0-2,1-1,2+1,3+4,4-1,5-3,6-1,8+2 stem:sendi=1+1,3+1,5-1,6+1,8-1 stem:serve=1+1,3-2,4+1,5-2,6+1,7+1
stem:servi=0-1,3+4,5-1,6+1,8-3 stem:sessi=1+1,2+1,8-1 stem:set=3+1,8-1 stem:shoul=3+1,8-1 stem:sign=1+1
stem:signa=3+1 stem:singl=3+1,8-1 stem:site=3-1,8+1 stem:size=3-1,5+1,8+1 stem:smtp=0-1,3+4,5-1,6-1,8-1
stem:soon=3+1,6-1,7-1,8+1 stem:sourc=3-1,4+2 stem:space=3-1,4+1 stem:spam=3-2,4+1,6+1 stem:spamm=3+1
stem:speci=5-2,8+3 stem:spf=3+1,6+1,8-1 stem:spfbl=3+3,5-1,7+1,8-1 stem:start=2+3,8-1 stem:stora=6+2,8-1
stem:submi=1+2,8-1 stem:such=0-1,4-1,5+3 stem:suppo=0+1,3-1,5+1,8-1 stem:suspe=4+2,5+1,6-1,8-1
stem:synta=5-1,8+1 stem:syste=0+2,4+1,8-1 stem:take=5+1,8-1 stem:taken=3+1,8+1 stem:tarde=3-1,5+1,7-2,8+2
stem:targe=0+1,5+2,8-2 stem:tempo=0-1,1-1,2-1,3+1,4+2,5-1,6+2,8-2 stem:tenan=3+2,8-1 stem:tente=7-1,8+1
stem:test=0+2,8-1 stem:throu=0+1 stem:thru=1+1,3-1 stem:time=4+1,8-1 stem:timeo=5-1,6+1
stem:tls=1-1,2+5,3-1,4-1,5-1,8-1 stem:token=4-1,5+2,6+1,8-1 stem:too=0-1,3+2,5+1,7-1,8-2 stem:traff=6-1,7+1
stem:trans=0-1,1-1,3-4,5-1,6+2,7-1,8+5 stem:troub=5+2,6-1 stem:try=0-2,1-1,2-1,3-1,4-1,6-1,7+3,8+3
stem:txt=4+2,5-2 stem:typos=3-1,5+1 stem:unabl=0-1,3-1,5-1,6+5,7-1,8-1 stem:unaut=0-2,1+1,3+2,4+1,5-1
stem:unava=1-1,2-1,3+1,4-1,6-2,7+4 stem:undel=6+3,7-1,8-1 stem:unkno=3+1,5+2,6-1,8-1
stem:unrou=0-1,3-1,4+1,5+1 stem:unver=5-1,8+2 stem:up=8-1 stem:us=3-1,5+1,6-1,7+1
stem:use=0+1,1+2,3-2,4+1,6-1,8-1 stem:used=0-1,3-1,6+2 stem:user=0+1,4-2,5+3,6-1,8-1 stem:using=0-1,3+2
stem:usuar=5+2,8-1 stem:valid=4-1,6+1,8+1 stem:verif=0-1,1-1,3+1,5+2 stem:versi=2+1,8-1 stem:viola=5-1,8+2
stem:visit=6-1,8+1 stem:want=3-1,8+1 stem:we=0+3,3-1,5-1,8-1 stem:welco=3+1 stem:when=3-2,6+2
stem:where=3-1,6+1 stem:which=4+1 stem:while=7+1 stem:white=8+1 stem:why=6-2,8+3 stem:with=5+1,8-1
stem:witho=0+1,1-1 stem:world=6+2,7-1,8-1 stem:wrong=5-1,8+1 stem:yet=4+1 stem:you=0-1,3+2,5-1,6-1,7+1,8+1
stem:your=1+1,4-1,6-2,7+3,8-1 stem:zuvie=3-1,5+1,6-1 stem:ー=0+1 stem:不=0+2,3-1,8-1 stem:人=0-1,5+1
stem:件=5+1,8-1 stem:受=0+1 stem:在=0-1,5+1 stem:收=0+1,5+1,8-1 stem:未=0-1,5+2,8-1 stem:用=5+1 stem:邮=0+1,5+1,8-1
subject:X.0=0+2 subject:X.1=1-2,2-2,3-1,4+3,7-2,8+3 subject:X.2=0-1,3+1,4-1,5+3,7-1,8-1
subject:X.3=0-2,1-1,2-1,3-2,4+1,6+3,7+1 subject:X.4=0-1,4-1,6+2,8+1 subject:X.5=0-1,2-1,3+3,4-1,5-1,6+1,8-1
subject:X.7=1+1,2+3,3+4,4-3,5-3,6-3,7-2,8+3 subject:X.none=0+1,2-2,3+1,4-1,5+2,6+1,7-1,8-1
then:address-domain=4+1,6+1,8-1 then:address-failed=5-1,8+1 then:address-negated=0-2,4+1,8+2
then:address-recipient=5+1 then:address-refused=3-1,5+2 then:address-required=5-1,8+1
then:address-sender=3-1,5+2,8-1 then:address-temporary=8+1 then:address-unknown=3-1,5+2
then:auth-conduct=1+1,3-1 then:auth-domain=3+1 then:auth-foreign=0+1 then:auth-required=1+1
then:authMissing-client=1+1 then:authMissing-relay=1-1,8+2 then:authMissing-sender=1+1,3-1,8+1
then:blocked-server=3+1 then:client-auth=3+1 then:client-banned=3+1 then:client-client=3+1,6-1
then:client-clientRejected=5+1 then:client-failed=3-1,6+1 then:client-listed=3+1 then:client-negated=3+1
then:client-recipient=8+1 then:client-refused=0+2 then:client-temporary=3-2,7+2 then:client-tlsMissing=2+1
then:client-unknown=0-1,1+1,3-1,5+1 then:clientRejected-authMissing=1+1,3-1 then:clientRejected-required=1+1
then:conduct-banned=3-1,8+1 then:conduct-client=3+1 then:conduct-conduct=4+1 then:conduct-domain=1+1,3-2,4+1
then:conduct-failed=3+2,6-1,8-1 then:conduct-policy=3+1 then:conduct-rate=3+1 then:conduct-recipient=5+1
then:conduct-required=3+1 then:conduct-server=5+1 then:conduct-temporary=3-1,6+2
then:conduct-unknown=3-1,5-1,8+2 then:domain-address=4+1 then:domain-banned=3-1,4+2 then:domain-client=0-1,8+1
then:domain-domain=4+3,5-1,8-2 then:domain-domainSaid=0-1,4+1 then:domain-failed=4+1,8-1
then:domain-foreign=0+1 then:domain-inactive=4+1 then:domain-innerReply=5+1 then:domain-listed=3+1
then:domain-mailbox=8+1 then:domain-negated=0+2,4-1 then:domain-notAccepted=5+1 then:domain-quoted=0-2,4+2
then:domain-rate=0-1,3+1 then:domain-recipient=0+1,8-1 then:domain-refused=4+1,8-1
then:domain-required=2+2,3+1 then:domain-sender=3+1 then:domain-server=4+1 then:domain-temporary=4+3,6-2
then:domain-unknown=0-1,3+1,4+1,5-1,8+1 then:domainRecords-domain=0-1,6+1 then:domainSaid-domain=0+2,4-2
then:domainSaid-server=4+1 then:failed-auth=1+2,8-1 then:failed-conduct=3-1,6+2 then:failed-refused=8+1
then:failed-server=1+1,3-1,6+1 then:failed-temporary=3+1,6+1 then:failed-unknown=5-1,8+1
then:foreign-domain=4-1,6+2 then:foreign-foreign=0+1 then:foreign-quoted=0+1,5-1 then:foreign-recipient=0+1
then:foreign-relay=1+1,3-1 then:full-server=3-1,5+1,6-1 then:greylisting-server=7+1
then:greylisting-temporary=7+2,8-1 then:greylisting-unavailable=7+1 then:inactive-recipient=3-1,8+1
then:listed-listed=5+1 then:listed-refused=3+1 then:mailbox-full=6+1,8-1 then:mailbox-inactive=4+1,5-1,8+1
then:mailbox-negated=0+1 then:mailbox-quoted=0-1,5+1 then:mailbox-recipient=5+1
then:mailbox-unavailable=0+1,6-1,7+1,8-1 then:mailbox-unknown=0-1,6+1 then:negated-client=3+1
then:negated-domain=0-1,4+3,8-1 then:negated-quoted=8+1 then:negated-recipient=4+1,5-2,6-1,8+4
then:negated-relay=5+1 then:notAccepted-address=0-1,3-1,6+1 then:notAccepted-client=0+1,3-1
then:notAccepted-domain=0+1,4-1 then:notAccepted-sender=3+1 then:notAccepted-temporary=4+1
then:notOurs-domain=0+1 then:openRelay-refused=0+2,3-1 then:place-address=3-1,4+1,5+1
then:place-authMissing=6+1 then:place-blocked=3-1,5+2,8-1 then:place-domainSaid=4+1 then:place-full=3+1
then:place-greylisting=7+1 then:place-listed=3+1 then:place-notAccepted=4+1,6+1,8-1 then:place-place=8+1
then:place-policy=5-2,6+1,7+1,8+1 then:place-rate=3+1 then:place-recipient=3+1,8-1
then:place-refused=3-2,4-1,5+1,8+2 then:place-relay=0+1,8-1 then:place-sender=3+1
then:place-temporary=3-1,6+3,7-1,8-1 then:place-troubleSaid=3-1,7+2 then:place-unknown=5-1,8+1
then:place-verification=5-1,8+2 then:policy-failed=8+1 then:policy-notAccepted=5+1,8-1
then:policy-recipient=5+1 then:policy-refused=0-1,3-1,6+1,7+1 then:quoted-address=3+1 then:quoted-auth=8+1
then:quoted-domainSaid=0-1,4+2 then:quoted-inactive=5+1 then:quoted-mailbox=5-1,6+1,8+1
then:quoted-negated=0-1,5-1,8+2 then:quoted-notAccepted=0-1,5-1,8+1 then:quoted-place=0-2,3+1,5-3,6+1,7+1,8+1
then:quoted-rate=5+1 then:quoted-recipient=0-1,5+2,6-1,8+1 then:quoted-refused=0+1
then:quoted-relay=0+4,3-1,5-1,8-1 then:quoted-sender=2+1,8-1 then:quoted-temporary=0+1
then:quoted-troubleSaid=6+2,8-1 then:quoted-unavailable=5+1 then:quoted-unknown=0-1,3+1,4-1
then:rate-rate=5+1,6-1,8+1 then:rate-recipient=8+1 then:rate-temporary=3+2,5+1,6-1,7-1,8-1
then:recipient-address=0-1,4+1,5-1,8+1 then:recipient-authMissing=0-1,8+2 then:recipient-client=0+1,3-1
then:recipient-conduct=5+1 then:recipient-domain=0-1,4+1,5+1 then:recipient-failed=5-1
then:recipient-foreign=0+1 then:recipient-full=3-1,5+2,6-1 then:recipient-listed=3-1,5+1
then:recipient-mailbox=5+1 then:recipient-negated=5+1 then:recipient-notAccepted=0+1,8-1
then:recipient-quoted=0-3,2+1,3-1,5+2,8+2 then:recipient-rate=3+1 then:recipient-recipient=5+1,8-1
then:recipient-recipientRule=3-1,8+2 then:recipient-refused=0+1,5+1,6-1 then:recipient-sender=3+1,8-1
then:recipient-server=5-1,6+1,8+1 then:recipient-temporary=5+2 then:recipient-troubleSaid=5-1,6-1,7+2
then:recipient-unknown=0+1,4+1,6+1,8-3 then:recipientRule-negated=3-1,8+2 then:recipientRule-recipient=5-1,8+1
then:refused-address=0+1,3+1,8-2 then:refused-authMissing=1+1,8-1 then:refused-blocked=3-1,8+1
then:refused-client=3+2,8-1 then:refused-conduct=3+2,8-1 then:refused-full=8+1 then:refused-negated=3+2,8-1
then:refused-notAccepted=5+1 then:refused-policy=5+2,6-1 then:refused-quoted=0-1,5-1,8+2
then:refused-rate=3+2,5-1,8-1 then:refused-recipient=0-1,4-1,5+1 then:refused-refused=3+1,8-1
then:refused-relay=0+1,5-1,6+1,8-1 then:refused-sender=3-1,8+2 then:refused-server=3+1
then:refused-temporary=3+2,6-2,7+1,8-1 then:refused-tlsMissing=2+1 then:refused-unknown=0+1,5-1,6+1,8-1
then:relay-auth=3+1 then:relay-client=1+1,3-1 then:relay-domain=5+1 then:relay-recipient=0-1,6+1,8-1
then:relay-refused=0+3,1-1,3-2,4+2,5-1,6-1 then:relay-server=1-1,8+1 then:required-auth=0+1,1+2,3-2
then:required-conduct=3+1 then:required-domain=4+1 then:required-recipient=3+1,8-1 then:required-required=4+1
then:required-tls=2+2,3-1 then:required-tlsMissing=2+1 then:sender-address=0-1,3+1
then:sender-authMissing=1-1,8+2 then:sender-client=3+1 then:sender-clientRejected=3+1,8-1
then:sender-failed=3+1 then:sender-recipient=3+1,5-1 then:sender-refused=1+1,3+1,8-1
then:sender-sender=2+1,3+1,8-1 then:sender-unknown=3+1 then:server-domain=4+1 then:server-failed=6+1
then:server-foreign=0+1,4-1 then:server-inactive=4+1 then:server-negated=0-1,8+2
then:server-recipient=3-1,5+1,6+1 then:server-refused=0-1,1+2,5-1,6+1,8-1 then:server-required=0+1,3-1
then:server-temporary=3+2,6-1 then:server-troubleSaid=6+1 then:server-unknown=3+1,4+1
then:standardMailbox-foreign=8+1 then:temporary-blocked=3+1 then:temporary-client=3+1
then:temporary-failed=3-2,6+3,8-1 then:temporary-greylisting=7+1 then:temporary-inactive=6+1
then:temporary-recipient=6+1 then:temporary-refused=3-1,6-1,7+1,8+1 then:temporary-relay=0+1,6-1,7+1,8-1
then:temporary-temporary=0-1,3+1,5-1,6+1,7+3,8-1 then:temporary-troubleSaid=3+1,6-1
then:temporary-unavailable=3+1,5+1,6-1,7-1 then:tls-client=2+1 then:tls-tls=2+1,8-1 then:tlsMissing-domain=2+1
then:tlsMissing-required=2+1 then:troubleSaid-client=6+1 then:troubleSaid-failed=4+2,8-1
then:troubleSaid-temporary=3-1,5+1,6+1,7+1,8-1 then:troubleSaid-troubleSaid=6+1
then:troubleSaid-unavailable=6+1 then:unavailable-refused=5+1 then:unavailable-temporary=3-1,6+2,8-1
then:unknown-auth=3+1 then:unknown-client=3+1 then:unknown-conduct=3+1,5+1 then:unknown-domain=3+1,4-1,5-2,8+3
then:unknown-inactive=3-1,5-1,8+2 then:unknown-listed=3-1,5+1 then:unknown-malformed=5-1,8+1
then:unknown-recipient=0-1,4-1,8+3 then:unknown-relay=0+1,8-1 then:unknown-sender=3+1
then:unknown-server=3-1,4+1,5+1,6-1 then:unknown-temporary=4-1,6+1 then:unknown-unknown=0-1,4-1,8+2
then:vague-address=0+2,3-1,6-1,8-1 then:verification-failed=5+1 then:verification-recipient=8-1
then:verification-troubleSaid=6-2,8+2 then:verification-verification=6+1
`;
