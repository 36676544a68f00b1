/** Made by test/corpus/weigh.ts from the replies of the development half; not to be edited. */
export const WEIGHTS = `
always=0-3,1-2,2-2,3+3,4-2,5+1,6+3,7-4,8+2 asked:foreign=0+8,1-2,2-2,3+1,4+3,5-11,7-1,8+2
asked:mail=0-3,1+4,2+2,3+6,4-3,5-4,6+2,7-2,8-3 asked:own=0-9,1-4,2-2,4-3,5+7,6+2,7-2,8+4
code:421=0-1,1-1,3+5,4-1,5-3,6+5,7+2,8-5 code:422=5+2,6-1 code:450=0-2,1-2,2-1,3-2,4-1,7+3,8+5
code:451=0-2,1-2,2-1,5-1,6+6,7+2 code:452=0-1,1-1,2-1,3+2,4+3,6-1,7-1,8-1 code:454=0+1 code:455=6+1,8-1
code:500=0-1,3+3,5-1,6+4,8-4 code:501=0-1,1+2,2-1,4-1,5-3,6-1,8+4 code:503=0+1,8+1 code:504=8+1
code:521=0-1,4+2 code:525=5+1 code:530=0-1,1+6,2+2,3-5,4-1,5-1,6-2,7-1,8+1 code:540=3-3,5+1,8+3
code:542=0-1,3-1,5-1,8+3 code:550=0+6,1-3,3+3,5+4,6-8,7-4 code:551=0+1,1+3,3-3,6+2,8-2
code:552=1-1,3+1,5+3,6+2,8-3 code:553=0-1,1+1,2+2,4-2,5+1,7-1 code:554=0-1,1-1,3+5,4-2,5-1,6-1,7-2,8+5
code:556=0-1,4+2,5-1,6-1,8+1 code:571=3+1,8-1 enhanced:0.0=0+1,3+1,4-1,6-1 enhanced:1.0=0-2,3+1,4-1,8+4
enhanced:1.1=0+4,2-1,3-3,4-2,5+3,7-1 enhanced:1.10=4+2,8-1 enhanced:1.2=0+3,3-1,4+4,5-2,6-1,8-1
enhanced:1.3=3+1,5-1,8+2 enhanced:1.6=5+1 enhanced:1.8=3+2,8-1 enhanced:2.0=5-2,6+1,7-1,8+2
enhanced:2.1=3+2,5+4,6-3,7-2 enhanced:2.2=3-1,5+3,6-1 enhanced:3.0=3-2,4-1,5+2,6+4,7-2,8+1
enhanced:3.1=4+4,6-2,8-1 enhanced:3.2=0-2,3+1,4+1,6-2,7+5,8-4 enhanced:3.5=0-1,3-2,5-3,6+5,8+2
enhanced:4.0=4-1,6-3,8+4 enhanced:4.1=3-1,5+1,6+1 enhanced:4.3=3-1,6+3,7+1,8-1 enhanced:4.4=6+1
enhanced:4.5=3+1,5-1,8-1 enhanced:4.6=6+1 enhanced:5.0=1+1,5+2,8-1 enhanced:5.1=3+3,8-2
enhanced:5.2=2-1,3+1,8+1 enhanced:5.3=3+1,5-1,6-1,8+2 enhanced:7.0=0-1,1+1,2+2,3+1,5-3,6-1,7-1,8+3
enhanced:7.1=0+2,2-3,3+5,4-4,7+1,8-1 enhanced:7.13=5+1 enhanced:7.2=8+1 enhanced:7.23=3+1,8-1
enhanced:7.25=3+2,8-1 enhanced:7.27=3+1 enhanced:7.3=2+4,3-3,8+1 enhanced:7.9=8+1
enhanced:none=0-1,1+3,2-1,4-2,5+2,6+1,8-1 links:client=1-1,3+4,5-1,6-1,7-1
links:conduct=0-1,1-1,3+6,5-1,6-1,8-1 links:domain=3+1,4-1,6+2,8-1 links:failed=3+2,5+1,6-1,7-1,8-1
links:listed=3+3,5-1 links:notAccepted=5+2,8-1 links:server=3-1,8+1 links:trouble=3+1 links:unknown=3-1,8+1
row:<client>_<client>=8+1 row:<client>_block=3+1 row:<client>_clien=0-1,3+1 row:<client>_not=7+1
row:<client>_rejec=3+1 row:<host>_<ip>=6+1 row:<host>_as=4-1,6+1 row:<host>_not=0-1,4+2
row:<recipient>_denie=0-1,5-1,8+3 row:<recipient>_mailb=6-1,8+1 row:<recipient>_not=0-2,5-1,8+4
row:<recipient>_recip=0-2,1-1,3+2,5-1,6+1,7+1,8-1 row:<recipient>_rejec=0-1,5-1,8+2
row:<recipient>_relay=0+2,8-1 row:<sender>_sende=6+2,8-1 row:<url>_for=6-2,8+2 row:accep_email=0+3,3-2,4-1
row:accep_mail=0-1,4+2 row:accep_null=3+1 row:acces_denie=3+3,5-1,6-1,8-1 row:acces_for=0-1,3+1,5+1
row:accou_disab=4-1,5+1 row:accou_not=5+1 row:accou_you=5+1 row:actio_abort=3-2,6+2,7-1,8+1
row:actio_not=3+1,6-1 row:addre_<recipient>=0-1,3+1 row:addre_<sender>=3+1 row:addre_addre=6-1,8+2
row:addre_conne=6+1 row:addre_forma=8+1 row:addre_inval=3+2,5+2,6-1,8-2 row:addre_looku=5+1,6-2,8+2
row:addre_not=0+1,3-1,5+3,8-2 row:addre_rejec=0-3,1-1,2-1,3+1,5+1,6+2,7+2,8-1 row:addre_relay=0+1
row:addre_synta=5-1,8+1 row:addre_tempo=6-1,8+2 row:addre_verif=6+2,8-1 row:admin_prohi=0-1,3-2,5-1,8+4
row:again_in=3-2,5+2,6-1,7+2 row:again_later=3+1,4-1,6+2,7-1 row:allow_rcpth=0+1 row:allow_send=0-2,3+3,5-1
row:and_not=5-1,8+1 row:and_try=3+1,4+1,8-1 row:as_mail=0+2,3-1,4-1,6+1,8-1 row:as_spamm=0-1,3+1
row:at_addre=3-1,5+3,8-2 row:at_rcpt=8+1 row:at_time=3+1 row:auf_serve=3-1,5+2,6-1 row:auth_requi=1+1
row:authe_requi=1+4,2-1,3-1,4-1,5-1,6+1,7-1 row:autho_requi=1+1,8-1 row:autho_send=0-1,3+1
row:back_later=6-1,7+1 row:bad_addre=3-1,8+1 row:bad_recip=3+2,5-1,8-1 row:based_on=3-1,5+1,8-1
row:becau_of=3+2,5-1,8-1 row:benut_hat=3-1,5+2,6-1 row:black_liste=8+1 row:black_see=5+1 row:block_by=3+1
row:block_for=3+1 row:boite_desti=5+1,8-1 row:bounc_messa=3+2,5-1,8-1 row:busy_try=5+2,6-1,8-1
row:by_desti=3-1,5+1 row:by_name=5+1 row:by_polic=5-1,6-1,8+2 row:by_recip=3+3,5-1,8-1 row:by_user=5-1,8+1
row:chara_in=5-1,8+2 row:check_domai=4+1 row:check_faile=2+3,3-3 row:check_recip=6+2,8-1
row:clien_host=0-1,3+2 row:clien_ip=3+1 row:clien_not=1+1,3-3,5+3 row:closi_conne=3+1 row:come_back=6-1,7+2
row:comma_refus=2+1 row:comma_rejec=0-1,3-1,5-1,8+3 row:compl_recip=6+1 row:confi_error=6+1
row:confi_for=4-1,6+2,8-1 row:conne_from=3+1 row:conne_refus=6+1 row:custo_block=3+1 row:dd_your=5+1
row:defer_due=5+1 row:deliv_denie=0-1,5-1,8+2 row:deliv_error=5+2,8-1 row:deliv_mail=0+1,3-2,5-1,7+1,8+1
row:deliv_not=0+2,3-1,8-1 row:deliv_see=5+2,8-1 row:denie_by=8+1 row:denie_no=0+1,3-1
row:desti_addre=0-1,5-2,8+3 row:desti_domai=6-1,8+3 row:desti_inval=5+1,8-1 row:desti_mailb=5+2,8-1
row:diese_adres=5+2,8-2 row:disab_or=5+1 row:dns_tempo=3-1,6-3,8+4 row:domai_<domain>=0+2,5-1,8-1
row:domai_disab=0-1,4+2 row:domai_must=3+1 row:domai_name=0-1,2-1,3+1,4+1
row:domai_not=0+4,1-1,2-1,3-1,4+5,5-2,6-1,8-4 row:domai_of=0+1 row:domai_tempo=4+1,8-1
row:domin_nao=0+3,3-1,4-1,5-1,8-1 row:due_inact=5+1 row:due_lack=2+1 row:due_local=3-1,8+1
row:due_recip=5-1,6-2,8+3 row:due_secur=0-1,5+2,8-2 row:email_accou=5+1 row:email_addre=5+1,8-1
row:email_sent=0+1,3-1 row:encry_requi=2+3,3-1,5-1 row:envel_recip=3+1,5+3,8-4 row:envel_sende=3+1
row:error_dd=5+2,8-1 row:excee_stora=5+1 row:excee_try=3+1,5-1 row:faile_recip=3+1 row:failu_retry=6+2,8-1
row:failu_try=3+1 row:for_<client>=0+1 row:for_<domain>=4+1 row:for_host=0-1,6+3 row:for_ip=0+2,3-2
row:for_mailb=1-1,8+2 row:for_more=5+1,6-2,8+2 row:for_polic=0+1,3-1,6-1,8+1 row:for_recip=2+2,8-1
row:for_relay=0+1,3-1 row:for_secon=7+1 row:forwa_email=0-1,6+2,8-1 row:found_in=0-1,4+2 row:found_or=0+1,8-1
row:frequ_limit=3+1 row:from_<client>=3+1 row:from_<sender>=3-1,7+1 row:from_addre=3+3,6-1,8-1
row:from_domai=1+3,3-2 row:go_away=3+1,8+1 row:grey_liste=7+1,8-1 row:greyl_activ=7+1 row:greyl_for=7+1
row:greyl_in=3+1,8-1 row:greyl_see=7+1 row:greyl_try=7+1 row:hat_zuvie=3-1,5+2,6-1 row:helo_ehlo=3+1
row:host_<client>=8+1 row:host_<host>=4-1,6+1 row:host_not=0-1,3+3,4-1,5-1,6+1,8-1 row:host_rejec=0-1,3+2
row:host_unkno=0-1,4+3 row:hoste_here=0+1 row:i_not=0+1,3+2,5-1,8-2 row:in_<host>=3+1 row:in_actio=7+1
row:in_addre=8+2 row:in_dns=0-1,4+2 row:in_effec=3+1,8-1 row:in_few=5-1,6-1,7+2 row:in_local=5-1
row:in_my=0+1,5+1,8-1 row:in_progr=0-1,3-1,5-1,6+5,8-2 row:in_your=0+1,3-1 row:insuf_syste=6+1
row:inter_serve=6+1 row:inval_addre=8+1 row:inval_domai=0-1,4-1,8+3 row:inval_helo=3+1
row:inval_recip=3-1,4-3,5+3,8+2 row:ip_<client>=3+1 row:ip_addre=3-1,6+2 row:ip_in=0-1,3+3,5-1
row:issue_start=1-1,2+1 row:lack_of=2+1 row:limit_excee=3-1,5+2,6-1,8+1 row:limit_reach=3+1 row:list_of=0+1
row:liste_in=5+1 row:local_error=6+1 row:local_polic=8+1 row:local_recip=5+2,6-1,8-1
row:looku_failu=3+1,5-2,8+2 row:loop_detec=3-1,6+4,8-2 row:mail_<recipient>=0-1,8+2 row:mail_clien=0+1
row:mail_excha=4-1,6+1 row:mail_for=0+1 row:mail_from=3+1,7+1 row:mail_not=0-2,5+3,6+2,8-3 row:mail_recei=4+1
row:mail_rejec=3-2,5-1,8+4 row:mail_relay=0-3,3+4,5-1 row:mail_syste=6+1 row:mailb_<recipient>=5+1
row:mailb_addre=5+1,8-1 row:mailb_disab=5+1 row:mailb_full=5+1 row:mailb_not=5+1 row:mailb_unava=0-1,5+2,6-1
row:maili_list=3-1,5-1,6+2,8-1 row:mails_auf=3-1,5+2,6-1 row:many_error=3+1 row:many_inval=3+1
row:many_mails=3-2,5+2 row:many_messa=5+1 row:many_recip=3+2,6-1 row:may_not=5-2,8+2
row:messa_<recipient>=5+1,8-1 row:messa_not=6-2,8+2 row:messa_refus=8+1 row:messa_rejec=3-1,5-1,8+2
row:messa_sent=3+1 row:mode_norma=8+1 row:more_infor=8-1 row:more_than=0-1,3+3,5-1,8-1 row:must_issue=2+1
row:must_use=2+1 row:mx_host=0+2,3-2 row:mx_recor=0-2,4+1,6+2 row:my_list=0+1 row:name_not=4+1
row:name_requi=3+1 row:name_serve=0-1,4+1 row:nao_encon=0+2,4-1,5-1 row:no_acces=3+1 row:no_data=4+1
row:no_exist=3+2,8-1 row:no_forwa=5+1 row:no_longe=3+2,5-1 row:no_mail=4+1 row:no_mailb=5+1 row:no_mx=0-1,4+1
row:no_relay=0+1 row:no_smtp=4+1 row:no_such=0+1,3-1,5+2,8-1 row:non_exist=0-1,4+2 row:non_local=5+2,6-1,8-1
row:not_able=3-1,4+1,8+1 row:not_accep=5+3,6-1,8-2 row:not_activ=6+1 row:not_allow=0+4,3+1,4-1,5-1,6-1,8-2
row:not_authe=3-1,8+2 row:not_autho=0-2,3+1,5-1,6-1,8+3 row:not_avail=0-1,2+2,3-1,5-1 row:not_compl=6+1
row:not_confi=0-1,3-2,4-1,6+2,8+3 row:not_deliv=3-2,5+1,6-2,8+2 row:not_exist=0+1,3-3,5+1,8+1 row:not_find=4+1
row:not_found=0+3,3-1,4-1,5+2,8-4 row:not_hoste=0+1 row:not_in=0-2,3+2,4+3,5-1,8-1 row:not_known=4+1
row:not_local=0+1,3-1,5-1,8+1 row:not_match=0+1,3-1,5+1 row:not_our=3+3,8-1 row:not_permi=0+2,5-1,8-1
row:not_recei=3+1,5-3,8+3 row:not_recog=0-1,3+3,5-1,8-1 row:not_relay=0+1 row:not_serve=0+3,4-1,8-1
row:not_taken=3+1,6-1 row:not_verif=0-1,4+1,6-1,8+1 row:not_want=3-1,8+2 row:not_yet=3-1,7+1 row:null_mx=4+1
row:null_sende=3+2,8-1 row:numbe_of=3+1 row:of_allow=0+1 row:of_messa=5+2,8-2 row:of_recip=5-1
row:of_secur=2+1 row:of_sende=8+1 row:on_domai=0-1 row:on_serve=5-1,8+2 row:on_tls=2+1 row:one_recip=3+1
row:open_relay=0+3,3-2 row:or_disco=5+1 row:or_mailb=5+1 row:or_not=0+1,3-1,5-1,8+1 row:over_quota=5+1
row:p1_<url>=5+1 row:polic_reaso=0+1,3-1,6-1,8+1 row:polic_rejec=6+2,7+1,8-3 row:polic_viola=3+1
row:proce_recip=6+1 row:quota_excee=3+2,6-2,7-1,8+1 row:r_dns=3+1 row:rate_limit=3-2,5+5,6-1,7-1,8+1
row:rcp_p1=5+1 row:rcpt_<recipient>=6+1 row:rcpt_addre=0-1,4+1,5-3,8+3 row:reach_retry=3+1
row:recei_mail=5+2,8-1 row:recip_<recipient>=0-2,2+2,3-1,5-2,6-1,8+4
row:recip_addre=0-3,1-1,2-1,3+1,4+1,7+1,8+1 row:recip_black=5+1 row:recip_domai=0+2,1-1,3+1,4+2,5-2,6-1,8-1
row:recip_excee=3+1 row:recip_in=0+1,3-2,5+1,8+1 row:recip_mailb=6+1 row:recip_not=0-1,3-1,5+4,8-2
row:recip_reach=3+1 row:recip_rejec=0+2,3-1,5+1,6-1,8-1 row:recip_s=6+1,8-1 row:recip_try=8+1
row:recip_undel=5+1 row:recip_verif=0-1,3-1,5+2,6-1 row:recor_for=4+1 row:recor_point=4-1,6+2
row:refus_due=2+1,5-1,8+1 row:rejec_acces=3-1,5+1,8+1 row:rejec_accou=3-1,5+1 row:rejec_addre=3-1,5+1,6+1,8-1
row:rejec_becau=3+2,5-1,8-1 row:rejec_black=3-1,8+1 row:rejec_block=3-2,5+3,8-1 row:rejec_by=3+2,5-1
row:rejec_domai=4+1 row:rejec_due=0-1,3+1,5+2,8-1 row:rejec_for=3+2,5-1,6-1,8-1
row:rejec_greyl=3+1,5-1,6-1,7+2,8-1 row:rejec_inval=5+2,6+3,7-1,8-4 row:rejec_mail=8+1
row:rejec_no=3-1,4-2,8+3 row:rejec_polic=5-3,6+2,7+1 row:rejec_rate=3+1 row:rejec_relay=3+1
row:rejec_serve=3-2,6+2 row:rejec_servi=6-1,7+2 row:rejec_smtp=3+3,5-2,8-1 row:rejec_try=6-1,7+2,8-2
row:rejec_undel=4+1 row:rejec_unver=5-2,6-1,8+4 row:relai_refus=0+1,8-1 row:relay_<client>=0+1
row:relay_acces=0+3,3-1,8-2 row:relay_allow=0+1 row:relay_denie=3-1,5+2 row:relay_not=0+2,3-3,8+2
row:relay_recip=0+1 row:reque_actio=3-1,6+2,7-1,8+2 row:requi_domai=2+1 row:requi_for=1-1,2+1,8+2
row:resou_tempo=6-3,7+4 row:retry_later=3+1 row:rever_dns=3+1 row:rever_path=3+1 row:right_now=6+1
row:say_you=3+1 row:secur_polic=0-1,3+1,5+2,8-2 row:see_<url>=0+1,5+4,6-1,8-3 row:send_from=1+3,3-2
row:send_mail=0-2,1+1,3+1,8+1 row:sende_<sender>=2+2,3+1,8-2 row:sende_addre=3+3,5-1,6+1,8-2
row:sende_not=0-1,3+1,8+1 row:sende_on=3+1 row:sende_or=8+1 row:sende_rejec=3+1 row:sende_verif=3+1
row:serve_confi=3-1,6+2 row:serve_error=6+1 row:serve_here=0+1,4-1 row:serve_not=0-3,3+3,5-1,6-1,8+2
row:serve_requi=0+1 row:serve_tempo=6+1 row:servi_not=3-1,6+1 row:servi_provi=0-1,3+1 row:servi_tempo=6+1
row:servi_unava=0-1,3+3,5-1,6+1,8-2 row:setti_or=0+1 row:smtp_auth=1+1 row:smtp_relay=0-4,3+1,8+4
row:spam_detec=3+1 row:spam_filte=3-2,6+3 row:spf_check=3+1 row:start_comma=2+1 row:start_requi=2+1
row:stora_alloc=5+1 row:stora_full=5-1,6+3,8-1 row:submi_port=1+1 row:such_domai=0+1 row:such_user=5+1
row:syste_addre=4+1 row:syste_error=4+4,6-3 row:syste_stora=6+1 row:taken_mailb=5+1 row:taken_user=5-1,8+1
row:targe_addre=0+1,3-1,5+3,8-3 row:tempo_block=3+1 row:tempo_defer=3+1 row:tempo_denie=6-1,7+1,8-1
row:tempo_error=3+1,6+1,8-1 row:tempo_failu=3-1,6-2,7+1,8+3 row:tempo_indis=3-1,6+1 row:tempo_looku=6+1
row:tempo_rejec=7+1,8-1 row:tempo_syste=4+4,6-4 row:tempo_unava=3-1,4+1,5-1,6-1,7+2 row:tls_conne=2+1
row:tls_requi=2+1 row:tls_versi=2+2,8-1 row:too_many=0-1,3+2,6+2,7-1,8-2 row:trans_faile=3-1,5-1,6+2
row:tried_reach=5+1 row:try_again=0-1,1-1,2-1,4-1,5+2,6+1,7+1 row:try_later=3-1,7+1,8+1 row:unabl_relay=0+1
row:unava_or=5-1,8+2 row:unava_try=6+1,7+1,8-1 row:undel_addre=4+1 row:undel_see=5+1 row:unkno_desti=5+1,8-1
row:unkno_name=4+1 row:unkno_or=8+1 row:unkno_recip=0+3,3-1,4-1 row:unkno_user=5+1
row:unrou_addre=0-1,4+1,5-1,8+2 row:unver_addre=5-2,6-1,8+4 row:use_smtp=0-1,3+1 row:use_tls=2+1
row:used_for=0-1,3-1,6+3,8-1 row:user_<recipient>=5+2,8-1 row:user_looku=5-2,6+3
row:user_not=0+4,3-1,4-1,5-2,8-1 row:user_unkno=5+1 row:valid_failu=6+2,8-1 row:valid_recip=6+1
row:verif_faile=0-1,1-1,3+2,5+2,6-1,8-1 row:verif_probl=5-1,8+1 row:verif_recip=5-1,8+2
row:visit_<url>=6-2,8+2 row:want_your=3-1,8+2 row:we_not=0+1,4+1,8-1 row:witho_authe=0+1
row:you_not=0-1,5-1,8+3 row:you_tried=5+1 row:you_tryin=0+1 row:your_addre=3-3,7+4 row:your_admin=0+1
row:your_domai=0+2,3-1 row:your_email=8+1 row:your_envel=5+4,8-3 row:your_ip=0-1,3+2
row:your_mail=1+3,3-2,5-1,6-1,8+1 row:your_messa=7+1,8+1 row:your_servi=0-1,3+1 row:zuvie_mails=3-1,5+2,6-1
row:不_存=5+1 row:件_人=0-1,5+2,8-1 row:存_在=5+1 row:收_件=0-1,5+2,8-1
rule:client=0-4,1-3,2-3,3+9,4-5,5-4,6-5,7-3,8-2 rule:client/command=0-1,1-2,2+2,5-1,6-1,8+3
rule:client/enhanced-code=0-1,3+4,5-1,6-1,8-2 rule:client/foreign=1-1,2-1,3+7,4-2,5+1,6-3,7-1,8-2
rule:client/mail=0-2,3+7,4-2,5-2,6-1,7-1 rule:client/own=0-2,1-1,2-2,3+6,4-2,5-2,6-1
rule:client/quoted=1-1,3+3,5-1,6-1,7+1,8-1 rule:client/reply-code=1+3,3-1,6-1,8-1
rule:client/words=0-3,1-3,2-4,3+8,4-4,5-2,6-2,7-3,8-2 rule:domain=1-1,2-1,3-5,4+11,5-2,7-1
rule:domain/enhanced-code=0-2,4+4,5-1,6-1,8+1 rule:domain/foreign=0-2,1-1,2-1,3-3,4+7,5-2,6+1,7-1
rule:domain/own=0+2,2-1,3-2,4+4,5-1,6-1,7-1 rule:domain/words=0+2,1-1,2-1,3-4,4+7,5-2,7-1,8-1
rule:greylisting=0-1,1-1,2-1,3-4,4-1,5-3,7+8,8+2 rule:greylisting/foreign=0-1,3-2,4-1,6-1,7+4,8+1
rule:greylisting/own=3-2,4-1,5-2,6+1,7+5 rule:greylisting/words=0-1,1-1,2-1,3-4,4-1,5-3,7+8,8+2
rule:login=0-1,1+11,2-2,3-4,5-2,6-1,7-1,8-1 rule:login/foreign=0-1,1+3,8-1 rule:login/mail=1+7,2-1,3-2,6-1,8-1
rule:login/own=1+2,2-1,3-1,4+1,5-1,6+1,7-1,8+1 rule:login/reply-code=1+2
rule:login/words=0-1,1+9,2-2,3-3,5-2,7-1,8-1 rule:mailbox=0-1,1-2,2-2,3-3,5+7,6-2,7-3,8-1
rule:mailbox/enhanced-code=0-1,3-1,4-1,5+2,8+2 rule:mailbox/foreign=0+4,4+3,5-3,7-1,8-2
rule:mailbox/own=0-5,1-2,2-2,3-4,4-2,5+9,6-2,7-2 rule:mailbox/words=0-1,1-2,2-2,3-3,4+1,5+7,6-2,7-3,8-3
rule:relaying=0+7,2-2,3-1,4-1,5-3,6-1,7-1 rule:relaying/foreign=0+7,1-1,2-1,3-3,4-1,5-2,6-1,7-1,8+2
rule:relaying/own=0+1,1+1,2-1,3+1,5-1,6+1,8-1 rule:relaying/words=0+6,2-2,3-1,4-1,5-3,7-1,8+1
rule:tls=0-2,1-2,2+12,3-3,4-1,5-2,6-1,7-1,8-2 rule:tls/foreign=0-1,2+4,3-1,8-1 rule:tls/mail=1-1,2+4,3-1,6-1
rule:tls/own=2+5,3-1,5-1,8-1 rule:tls/words=0-2,1-2,2+12,3-3,4-1,5-2,6-1,7-1,8-2
rule:trouble=0-2,1-2,2-2,3-5,4-2,5-1,6+10 rule:trouble/enhanced-code=3-1,4-1,5+1,7+2
rule:trouble/foreign=0-1,1-1,2-1,3-2,4-2,5-1,6+6 rule:trouble/mail=3-1,6+2
rule:trouble/own=0-1,1-1,2-1,3-2,4+1,6+5 rule:trouble/words=0-1,1-1,2-1,3-4,5-2,6+10,7-2
rule:unclear=0-1,1-2,2-2,3+1,4-4,6+2,7-4,8+8 rule:unclear/foreign=0+3,2-1,4-1,5-4,6-1,7-2,8+5
rule:unclear/mail=1-1,3+1,5-1,6+3,8-1 rule:unclear/nothing=0+2,1-1,2-1,3+2,4-3,5+2,6+3,7-3,8+2
rule:unclear/own=0-4,1-2,2-1,3+1,4-3,5+4,7-2,8+6 rule:unclear/words=0-3,1-1,2-1,4-1,5-2,6-1,7-1,8+10
says:address=0+1,1-1,4+2,5-1,6-3,7-1,8+4 says:auth=1+6,2-1,3-1,4-1,5-2,6-2,8+1
says:authMissing=0-1,1+7,2-2,3-2,5-1,7-1 says:banned=0-1,3+2,6-1,7-1,8+1 says:blocked=0-1,3-2,5+1,6-1,8+4
says:client=0+1,1-1,2+1,3+4,4-2,5-4,6+1,7+3,8-6 says:clientRejected=0-1,3+4,5-1,6+1,8-2
says:conduct=0-2,1+1,2-1,3+9,4-1,5-3,6-3,8-4 says:domain=0+4,1-1,2+1,4+5,5-1,6-2,7-2,8-4
says:domainRecords=0-1,4+1,6+2,8-1 says:domainSaid=0+3,1-1,3-1,4+2,5-2,6-1,8+1
says:failed=0-4,1+4,2+1,3-1,4+2,5-5,6+5,7-2 says:foreign=0+4,1-1,2-1,3-2,4+1,5+1,6+1,8-2
says:full=0-1,3+1,4-1,5+3,6-1,7-1,8+1 says:greylisting=3-1,4-1,5-1,6-3,7+10,8-4
says:inactive=0+1,1-1,2-1,4+4,5+2,6-2,7-1,8-2 says:listed=0-1,3+2,5+1,6-1,8-1
says:mailbox=0-1,1-2,2-1,4+1,5+6,6+1,7-1,8-3 says:mailboxSaid=3-1,5+5,8-3 says:malformed=0-1,5-2,8+3
says:negated=0-2,1-1,2-1,4+1,5+1,7+1,8+1 says:notAccepted=0+1,3-1,4-1,5+2,6+3,7-3,8-1 says:notOurs=3+3,8-1
says:openRelay=0+3,3-2 says:ownTrouble=3-3,5-1,6+6,8-1 says:place=0-2,1-1,2-1,3+1,5+2,6+3,8-2
says:policy=0-1,2-1,3-3,4-1,5-1,6+2,7+1,8+4 says:quoted=0+6,1-2,3-4,4+1,5+1,7+2,8-2
says:rate=0-1,1-1,2-1,3+2,4-1,5+3,6+1,7-2,8-1 says:recipient=1-2,2-1,3-3,4-1,5+4,6+1,7-2,8+1
says:recipientRule=3+1,5-2,8+2 says:refused=0+4,1-1,2-2,4-4,5-3,6-2,7+1,8+7 says:relay=0+5,1+1,2-1,4-2,6-1,8-2
says:required=0+1,1+4,2+6,3-1,4-1,5-3,6-2,7-1,8-3 says:sender=0-3,1-2,2+1,3+6,4-1,5-4,6-1,7+1,8+2
says:server=0-2,1+1,2-1,4+2,6+4,7-2,8-2 says:standardMailbox=5+1
says:temporary=0-1,1-2,2-1,3+1,4-1,5-1,6+1,7+5 says:tls=2+8,3-2,5-1,6-1,8-2
says:tlsMissing=0-1,1-2,2+7,3-1,5-1,6-1,8-1 says:trouble=5+1,6+1
says:troubleSaid=0-2,1-2,2-1,3+1,4+1,5-2,6+6,7+1,8-2 says:unavailable=0-1,2+1,3-2,4+1,7+1,8+1
says:unknown=1-2,2-2,3+2,5+4,7-2,8-1 says:unroutableAddress=0-1,4+1,5-1,8+2 says:vague=0-1,3+1,5+4,6-1,8-2
says:verification=0-1,3-1,4-1,5-2,6+3,7-1,8+4 stage:MAIL4=0-1,1-2,3+3,4-1,5-1,6+6,7-1,8-2
stage:MAIL5=0-2,1+6,2+2,3+4,4-2,5-2,6-3,7-1,8-1 stage:RCPT4=0-4,1-5,2-3,3+1,4+1,5-2,6+4,7+5,8+3
stage:RCPT5=0+3,1-1,2-2,4-1,5+4,6-2,7-6,8+3 states:address-negated=0-1,3-1,5+2,8+2
states:address-notAccepted=0-1,4+1,6-1,8+1 states:address-refused=0+2,3-2,5+1,8-1 states:address-required=8+1
states:address-temporary=5-1,8+2 states:address-unknown=3-1,5+2,8-1 states:client-banned=3+1
states:client-blocked=3+1 states:client-negated=3-1,7+1 states:client-notAccepted=0+2,3-2
states:client-rate=3+1 states:client-refused=0+1,3-1,6+2,8-1 states:client-required=2+1,3+1
states:client-temporary=3+2 states:client-unknown=3-1,5+2,8-1 states:domain-banned=3+1
states:domain-failed=4+1,8-1 states:domain-inactive=0-1,4+3,5-1,8-1 states:domain-negated=0-1,3-1,4+3,5-1
states:domain-notAccepted=0+1,3+1,4-2,5+1 states:domain-policy=0+1,3-1,8+1 states:domain-rate=3-1,8+2
states:domain-refused=5+2,6-1,8-1 states:domain-required=1+2,2+2,3-1,5-1,8-1
states:domain-temporary=3+1,4+1,5-1,8-1 states:domain-unknown=1-1,2-1,4+1,5-1,6-1,8+2
states:mailbox-failed=6-1,8+1 states:mailbox-full=5-1,6+2,8+1 states:mailbox-inactive=0-1,3+1,4+2,5-2,6-1,8+1
states:mailbox-negated=5+1 states:mailbox-policy=5-1,6+1 states:mailbox-rate=3+2,5-2
states:mailbox-refused=6-1,8+1 states:mailbox-temporary=5+3,8-2 states:mailbox-unavailable=5+2,6+1,8-1
states:mailbox-unknown=3+2,4-1,5-3,6+1,8+1 states:quoted-blocked=3-1,5+3,8-1
states:quoted-failed=4-1,5-1,6+5,8-2 states:quoted-full=3+2,5-2,8+2 states:quoted-inactive=6-1,8+2
states:quoted-negated=0-1,5-1,8+3 states:quoted-policy=5-3,6+2,7+1 states:quoted-rate=5+1
states:quoted-refused=0-1,3-3,5-3,6+1,7+1,8+6 states:quoted-temporary=7+1,8-1
states:quoted-unknown=3-1,4+2,5-1,6+3,7-1,8-1 states:recipient-banned=0-1,3-1,5+1,8+1
states:recipient-failed=5-2,8+3 states:recipient-full=5+1 states:recipient-inactive=5+2,8-1
states:recipient-negated=0+2,3-2,4+1,6-2,8+2 states:recipient-notAccepted=5-1,8+1
states:recipient-policy=5+3,8-2 states:recipient-rate=3+3,5-1,8-1
states:recipient-refused=0-1,2-1,3-2,4-1,6+2,8+3 states:recipient-required=0+2,5-1,8-1
states:recipient-temporary=5-1,6+1 states:recipient-unavailable=6+1
states:recipient-unknown=0+1,3-1,4-1,5+1,8+2 states:sender-banned=3+1 states:sender-failed=6+2,8-1
states:sender-negated=3+1 states:sender-notAccepted=3+1 states:sender-policy=3+1,8-1
states:sender-refused=0-1,1+1,3-1,8+2 states:sender-required=3+1 states:sender-temporary=3+1
states:sender-unknown=3+2 states:server-banned=3+1,8-1 states:server-failed=3-1,6+2,8-1
states:server-full=3-1,5+4,6-2,8-1 states:server-inactive=5+1 states:server-negated=0-2,4-1,6-1,8+3
states:server-refused=0-1,1+3,3+2,5-1,6+1,8-3 states:server-temporary=3-1,6+2,7-1
states:server-unavailable=6+1,7-1 stem:<address>=3+1 stem:<client>=1-1,2-1,3+5,4-1,5-2,6-2,8-1
stem:<domain>=0+1,3-1,4+2,5+2,6-1,8-2 stem:<host>=0-1,2-1,3+4,4+1,5+2,6+1,7-1,8-5 stem:<ip>=6+1
stem:<key>=3-1,5+2 stem:<recipient>=0+6,1-2,3-4,4+1,5+1,7+2,8-2 stem:<sender>=0-1,2+2,3+1,5-1,6+1,7+1,8-3
stem:<url>=0-2,1+1,2+2,3+3,4+2,5-1,6-5,7+2,8-3 stem:able=3-1,4+1,8+1 stem:abort=3-2,6+2,7-1,8+1
stem:about=6-1,8+2 stem:abuse=3+1,8-1 stem:accep=0+3,1-1,5+2,6-1,8-3 stem:acces=0-1,1-1,2-1,3+4,6-1
stem:accou=3+1,4+2,5+1,6-1,8-1 stem:actio=3-1,6+1,7-1,8+1 stem:activ=7+1
stem:addre=0-2,1-3,2-2,4+2,6-1,7+4,8+2 stem:admin=3-2,5+1,8+2 stem:adres=0+2,3-2,5+1,6-1,8+1
stem:again=0-1,1-1,2-1,3-1,4-1,5+1,6+1,7+1,8+1 stem:all=4+1,5+1,8-1 stem:alloc=5+1
stem:allow=0+7,4-1,5-1,6-1,8-3 stem:and=2+2,4+1,5+1,7-1,8-2 stem:antis=7+1 stem:appro=3+2,5-1,8-1
stem:as=0+2,1-1,8-2 stem:at=0-1,3+1,5+3,6-1 stem:attac=3+1 stem:attem=0+1 stem:auf=3-1,5+2,6-1 stem:auten=1+2
stem:auth=1+1,6-1 stem:authe=1+8,2-2,3-3,4-1,5-2,7-1,8-1 stem:autho=0-2,1+1,3+2,5-2,6-1,7+1,8+2
stem:avail=0-1,2+2,3-1 stem:away=3+1,8+1 stem:back=6-1,7+2 stem:bad=0-1,3+2,5-2,6-1,8+1 stem:based=3-1,5+1,8-1
stem:becau=0-1,3+2,4+1,5-1,8-1 stem:befor=0-1,1+3,8-1 stem:benut=3-1,5+2,6-1 stem:bl=3-1,5+1
stem:black=0-1,3+2,6-1,7-1,8+2 stem:block=0-1,6-1,7-1,8+4 stem:boite=5+2,8-1 stem:bounc=3+3,5-1,8-1
stem:busy=5+2,8-1 stem:but=3-1,8+1 stem:buzon=5+2,8-1 stem:by=0-1,1-1,3+5,4+1,5-1,6-2,8-1 stem:bye=6+2,8-1
stem:callo=6+1 stem:certi=3+2,8-1 stem:chara=5-1,8+2 stem:check=0-2,1+2,2+3,3+2,4+1,6+2,7-1,8-6
stem:chkus=1+1,3+1,6-4,8+3 stem:clien=0+1,5+2,6-1,8-1 stem:closi=3+1 stem:come=6-1,7+2
stem:comma=0-1,2+2,3-1,8+2 stem:compl=6+1 stem:confi=0-2,1-1,2+1,3-5,5-2,6+6,7-1,8+3
stem:conne=0-1,2+1,3+5,5-1,7-1,8-2 stem:conta=5+2,8-1 stem:corre=0-1,6+2,8-1 stem:custo=3+1,8-1
stem:da=0+1,8-1 stem:daily=3+1 stem:data=5-2,6+3,7-1,8-1 stem:datab=5-1,6+3,8-1 stem:db=3-1,5-1,6+5,8-2
stem:dd=5+2,8-1 stem:defer=6-1,8+2 stem:defin=3-1,8+1 stem:deliv=0+3,1-1,3-5,5+2,6-3,7+1,8+3
stem:denie=0+2,1-1,2-1,3+1,4-1,5+1,6-3,8+1 stem:desti=0-2,3-1,5+2,6-2,8+4 stem:detai=6-2,8+2
stem:detec=5-1,6+4,8-2 stem:diese=5+2,8-2 stem:direc=0-1,5+6,6-3,8-2 stem:disab=0+1,1-1,3-2,4+5,5-1,6-2
stem:disco=3+1,5+1 stem:disk=5+2,6-1,8-1 stem:dns=0-2,3+4,4+3,5-2,6-3,7-1,8+2 stem:dnsbl=3+1
stem:domai=0+4,1-1,2-1,4+6,5-6,6-4,7-2,8+3 stem:doman=0+1 stem:domin=0+2,3-1,4-2,8+2
stem:due=0-1,3+1,5+2,6-2,8+1 stem:effec=3+1,8-1 stem:ehlo=3+1 stem:email=0+3,1-1,3-1,4-1,5+1,6+1,8-1
stem:empfa=0-1,5-2,8+3 stem:en=3+2,5-1,8-1 stem:enabl=4+1,5+1,6-1,8-1 stem:encon=0+2,4-1
stem:encry=0-1,1-1,2+4,3-1,5-1,8-1 stem:entry=3+2,5-1 stem:envel=0-1,3+1,5+2,8-2 stem:er=3+1
stem:error=0-2,1-1,2-1,3+3,4+3,5-4,7-1,8+3 stem:este=0+1,8-1 stem:examp=0+1,8-1
stem:excee=0-1,3+1,4-1,5+2,6-3,7-1,8+4 stem:excha=4-1,6+1 stem:exist=3-1,4+2,5+3,6-1,8-1
stem:expan=5-1,6+3,8-2 stem:exter=0+2,8-1 stem:fail=0-2,1+4,6-1,8-1 stem:faile=0-1,1+2,2+3,3-1,4-1,5+1,6+1,8-3
stem:failu=0-1,1-1,3-1,4-1,5-3,6+3,8+4 stem:fast=7+1 stem:few=5-1,6-1,7+2 stem:filte=3-2,5-1,6+2,8+1
stem:find=0-1,4+1,8-1 stem:first=2+1 stem:follo=0+1 stem:for=0+3,1-3,2+2,3+1,5-4,6+1,7+1
stem:forbi=0+2,1+3,3-3,6-1,8-1 stem:forma=5-2,6+2 stem:forwa=0-1,3-4,5+2,6+6,8-3 stem:found=0+3,4-1,5+2,8-4
stem:fqdn=3+1 stem:frequ=3+1 stem:from=1+2,3+4,4-1,5-3,6-2,7+1,8-2 stem:full=5-2,6+3,8+1 stem:fully=8+1
stem:gate=0+2,3-1 stem:gatew=0+1,8-1 stem:go=3+1,8+1 stem:got=3-1,8+1 stem:greet=3+1 stem:grey=7+1,8-1
stem:greyl=4-1,5-1,6-3,7+8,8-3 stem:gsmtp=3-1,6-1,7-1,8+2 stem:handl=5-1,6+1 stem:hat=3-1,5+2,6-1
stem:helo=1-1,3+4,5-1,6-1,8-1 stem:here=0+1,3-1,4-1 stem:high=1-1,2+3,3-1,5-1,8-1
stem:host=0-3,3+3,5-2,6+4,8-1 stem:hoste=0+1,4+1 stem:hostn=0-1,3-1,5-1,6+3,8-1 stem:hosts=0+3,3-1,5-1,8-1
stem:hour=3-1,5+2 stem:hourl=3+3,5-2 stem:i=0+1,3+3,5-1,8-2 stem:ident=0-1,3+2,8-1 stem:if=8+1
stem:in=1+1,2-1,3-1,4+3,5+4,6-2,7+3,8-7 stem:inact=3-1,5+2 stem:inbou=0-2,3+1,4+3,5-4,6+5,8-2 stem:incom=5+2
stem:incon=5+1 stem:incor=0-1,3-1,6+4,8-1 stem:indic=4+1 stem:indis=3-1,6+1 stem:infor=5+1,6+1,8-1
stem:initi=3-3,6+5,8-1 stem:inste=0-1,3+1 stem:insuf=6+1 stem:inten=7+1 stem:inter=4-1,5-2,7+4,8-1
stem:inval=0-3,1-1,2-1,4-5,5+6,6+3,7-1,8+1 stem:ip=0-1,1-1,3+6,5-3,6+1,8-3 stem:issue=2+1 stem:itsel=6+1
stem:known=4+1 stem:lack=2+1 stem:later=0-1,1-1,2-1,3+1,4-1,6+1,7+1 stem:limit=0-1,3+3,5+2,6-2,7-1
stem:list=3+1,4-1,5-1,6+1,8+1 stem:lista=0+2,3+1,5-1,8-2 stem:liste=6-1,7+1,8-1 stem:load=6+1
stem:local=1+3,3-1,4-2,6+1,8+1 stem:locke=5+1 stem:log=5+1,8-1 stem:login=5-1,8+2 stem:longe=3+2,5-1
stem:look=6+1 stem:looku=3+1,4-1,5-2,6+2,7-1,8+1 stem:loop=3-1,6+4,8-2
stem:mail=0-6,1+2,2-1,3-1,4+2,5+3,6+1,7+1,8-1 stem:mailb=0-2,1-2,2-1,4-2,5+5,6+3,7-1,8-1
stem:maili=5-1,6+2,8-1 stem:mails=3-2,5+4,6-1 stem:malfo=4+2,5-1,6-1 stem:many=0-1,3+2,5+1,6+2,7-1,8-2
stem:match=3+2,8-2 stem:max=3+1 stem:maxim=3+1 stem:may=3-1,5-2,8+4 stem:means=7+1 stem:memor=6+1
stem:messa=0-2,1-1,3+3,4-2,5+3,6-3,7+1,8+2 stem:mi=3+1 stem:minut=3-1,5+1,6-1,7+2,8-1 stem:misma=8+1
stem:missi=3+1,8+1 stem:mode=0-4,8+5 stem:more=3+2,6-2,8+2 stem:mta=5+1,8-1 stem:multi=3+1,6-1,8+2
stem:must=1+2,2+2,3-2,8-1 stem:mx=3-1,4+3,5-1,6+1,8-1 stem:my=0+1,3-2,5+1,6+2,8-1
stem:name=0-1,2-1,3+1,4+2,6-1,8-1 stem:nao=0+3,3-1,4-1,5+1,8-2 stem:neede=2+1,3-1,5-1,8+1 stem:negat=0+2,8-1
stem:nicht=0-1,3-1,5-1,6+3,8+1 stem:no=1-1,2-1,3+4,5+1,6-2,7-1 stem:non=0-2,1-1,3-1,4+1,5+3,6-1,8+1
stem:norma=4-1,5-1,8+3 stem:not=0+1,1-3,2-1,3+1,4+3,6-2,7-2,8+2 stem:now=5+1 stem:null=0-1,3-1,4+1,5+2,6+2,8-3
stem:numbe=3+1,4-2,6+2 stem:occur=3+1 stem:of=0+2,1-1,2+1,4-1,5+1,8-3 stem:on=1+1,3-1,5+3,6-1,8-2 stem:one=3+1
stem:only=0+3,1-1,8-2 stem:open=0+3,3-2,8-1 stem:or=1-1,3+2,5-3,6-1,8+3 stem:our=0-1,3+5,4-1,5-1,8-2
stem:out=3-2,6+2 stem:over=0+1,5+2,6-1,8-1 stem:own=0+1,8-1 stem:p1=5+1 stem:param=6+1,8-1 stem:path=3+1
stem:per=5-1,6-1,8+3 stem:permi=0+2,5-1 stem:plugi=6+1,8-1 stem:point=4-1,6+2
stem:polic=0-1,2-1,3-1,4-1,6+2,7+1 stem:port=1+1 stem:posta=5+2,6-1,8-1 stem:postm=5+1 stem:prefe=2+2,5-1
stem:priva=3-1,8+2 stem:probl=3-2,5-1,6+5,8-1 stem:proce=6+1 stem:progr=0-1,3-1,5-1,6+5,8-2
stem:prohi=3-2,5+1,6-2,8+3 stem:proto=3+3,8-2 stem:provi=0-1,3+1,5-2,8+3 stem:ptr=3+1 stem:qmail=6+1,8-1
stem:qq=5+5,6-3,8-1 stem:quali=8+1 stem:quest=5+2,8-1 stem:quota=3+2,5+2,6-3,7-1,8+1 stem:r=3+1
stem:rate=3-2,5+4,6-2,7-1 stem:rbl=3+1 stem:rcp=3-1,8+1 stem:rcpt=0+3,3+1,5-4,8+1 stem:rcpth=0+2,3-1,4-1
stem:re=0-1,3+1 stem:reach=3+2,4+1,5-1,6-1,8-1 stem:read=0-1,6+2,8-1 stem:reaso=0+1,3-1,5-2,8+3
stem:recei=1+3,3-1,4+1,5-2,6-1,8+1 stem:recha=8+1 stem:recip=1-3,2-1,4-1,5+4,8+2 stem:recog=0-1,3+3,5-1,8-1
stem:recon=7+1 stem:recor=0-2,4+1,6+2,8-1 stem:refus=0-1,2+1,3+3,5+1,8-3
stem:rejec=0-4,1-2,2-1,3+4,4-1,5+2,6-1,7+2,8+1 stem:relai=0+1,8-1
stem:relay=0+7,1+1,2-1,3-2,4-2,5-1,6-3,7-1,8-1 stem:remot=4+1 stem:reply=4+2,6-1,8-1
stem:reque=0-1,3-1,6+2,7-1,8+2 stem:requi=0-1,1+4,2+7,3-1,4-1,5-3,7-1,8-2 stem:reser=4+1,8-1
stem:resol=0+1,1-1,8+1 stem:resou=6-3,7+4 stem:restr=3+2,5-1,6-1 stem:retra=6-1,7+2
stem:retry=3+1,5-1,6+1,7-1,8+1 stem:retur=3+1 stem:rever=3+3,5-1,6-1,8-1 stem:rfc=0-1,4+1 stem:right=6+1
stem:route=0-3,1-1,2+3,3-1,4+2,5+3,6-1,8-2 stem:rule=0-1,5+1 stem:s=3+1,5+2,6+1,8-2 stem:say=3+1
stem:secon=7+1 stem:secur=0-1,2+4,3-2,5+2,8-3 stem:see=0+1,3+1,5+4,6-1,8-4 stem:send=0-2,1+3,3+2,5-2,6-1
stem:sende=0-2,1-1,2+1,3+5,4-1,5-3,6-1,7-1,8+3 stem:sendi=0-1,1+3,3+4,5-3,6+1,7-1,8-3 stem:sent=3+1
stem:serve=0-1,1+1,3-1,5-2,6+3,7-1,8+1 stem:servi=0-1,3+3,5-1,6+3,8-4 stem:sessi=1+1,2+1,5-1 stem:short=7+1
stem:shoul=3+2,5+1,8-2 stem:signa=3+1 stem:singl=3+2,5-1,8-1 stem:site=3-1,8+2 stem:size=3-1,8+2
stem:smtp=3+3,5-2,6-1 stem:soon=3+2,6-2,7-2,8+3 stem:space=3-1,6+1 stem:spam=3-2,6+2 stem:spamm=0-1,3+1
stem:speci=3+1,5-4,8+4 stem:spf=3+3,6-1,8-1 stem:start=2+3,6-1,8-1 stem:stora=3-1,6+3,8-2
stem:submi=0-1,1+4,3-1,5-1,8-1 stem:such=0+1,3-1,5+2,8-1 stem:suppo=3-1,5+1 stem:suspe=3+2,5+1,8-2
stem:synta=5-1,8+1 stem:syste=0+4,3-1,4+2,5-1,6-1,7-1,8-2 stem:take=0-1,3+2,5+1,8-2 stem:taken=3+1,6-1
stem:targe=0+1,3-1,5+3,8-3 stem:tempo=1-1,2-1,4+3,5-2,6+2,7+1,8-3 stem:tenan=0+1,3+2,4+1,5-1,6-1,8-2
stem:than=0-1,3+3,5-1,8-1 stem:they=5+1,8-1 stem:time=3+1 stem:timeo=5-1,6+2,8-1
stem:tls=1-1,2+6,3-2,5-1,6-1,8-2 stem:token=1-1,3-1,4-1,5+3,6+1,8-1 stem:too=0-1,3+3,6+1,7-1,8-3
stem:traff=3+3,5-2,6-1,7+2,8-1 stem:trans=0-1,1-1,3-2,5-2,7-2,8+7 stem:tried=5+1 stem:trop=3+1
stem:troub=0+1,5+3,6-3 stem:try=0-1,1-1,2-1,3-2,4-1,5+1,6-2,7+2,8+6 stem:tryin=0+1
stem:unabl=0-2,3-2,4-1,5-2,6+9,7-1,8-1 stem:unaut=0-1,1+1,3+4,4+1,5-2,6-1,8-2
stem:unava=0-1,1-1,2-1,3+1,6+1,7+2,8-1 stem:unbek=5+1 stem:undel=0-1,4+1,6+4,7-3,8-1
stem:unkno=0+1,4+1,5+2,6-1,8-1 stem:unrou=0-1,4+2,5-1,8+2 stem:unver=5-2,6-1,8+4 stem:up=5+1,6+1,8-1
stem:use=1+3,3-4,4+3,5-1,6-1,8-2 stem:used=0-1,3-1,5+1,6+3,8-1 stem:user=0+2,1-1,2-1,4-2,5+4,6+1,8-4
stem:using=0-1,3+1 stem:valid=0-2,4-1,5+1,6+1 stem:verif=0-1,1-1,2-1,3+2,5+1,7-1 stem:versi=2+2,8-1
stem:viola=3+2,8-1 stem:visit=6-2,8+2 stem:volum=5+1 stem:want=3-1,8+2 stem:we=0+1,3-1,4+1 stem:which=4+1
stem:while=6-1,7+2 stem:white=8+1 stem:with=3-2,5+2,8-1 stem:witho=0+1 stem:wrong=5-3,8+4 stem:yet=3-1,7+1
stem:you=0-1,3+4,5-1,6-2,8+1 stem:your=1+2,3-1,4-1,5+2,6-3,7+5,8-2 stem:zuvie=3-1,5+2,6-1 stem:ー=0+1,8-1
stem:不=0+3,3-1,8-2 stem:人=0-1,5+2,8-1 stem:件=0-1,5+2,8-1 stem:在=0-1,5+2,8-1 stem:存=5+1 stem:收=0+2,3-1,5+2,8-2
stem:未=0-1,5+3,8-1 subject:0=0+1,3+1,4-1,6-1 subject:1=0+2,1-1,2-2,4+3,5+1,6-3,7-2,8+2
subject:2=0-1,3+1,4-1,5+4,7-3 subject:3=0-3,1-1,2-1,3-2,4+3,5-2,6+5,7+3,8-1 subject:4=1-1,3-1,4-1,5-1,6+2,8+1
subject:5=0-1,2-1,3+5,4-1,5-1,6+2,7-1,8-2 subject:7=1-1,2+4,3+3,4-5,5-4,6-2,7-1,8+6
subject:none=0-1,1+3,2-1,4-2,5+2,6+1,8-1 then:address-domain=4+1 then:address-negated=0-2,3-1,4+1,5+1,8+1
then:address-quoted=3+1 then:address-recipient=5+1,8-1 then:address-refused=0-1,3-1,4+1,5-1,8+2
then:address-required=3-1,8+1 then:address-temporary=5-1,8+2 then:address-unknown=3-1,5+2 then:auth-failed=3+1
then:auth-foreign=0+1 then:auth-required=1+1 then:authMissing-client=1+1 then:authMissing-sender=1+1,3-1
then:client-address=3+1 then:client-authMissing=1+1 then:client-banned=3+1 then:client-blocked=3+1
then:client-client=3+2,5-1,6-1 then:client-clientRejected=0-1,3+1 then:client-conduct=0-1,3+1
then:client-listed=3+1 then:client-negated=3-1,7+1 then:client-rate=3+1 then:client-recipient=8+1
then:client-refused=0+2,1-1,3+1,8-1 then:client-temporary=3-2,6-1,7+3 then:client-unknown=3-1,5+3
then:clientRejected-refused=3+1 then:conduct-address=3+1 then:conduct-banned=3-1,8+1 then:conduct-client=3+1
then:conduct-conduct=3+1 then:conduct-domain=1+3,3-2 then:conduct-failed=3+2,6-1 then:conduct-rate=3+1
then:conduct-recipient=3+1,5-1 then:conduct-required=3+1 then:conduct-server=5+1
then:conduct-temporary=3+1,6-1 then:conduct-troubleSaid=3+1,6-1 then:domain-client=0-1,8+1
then:domain-domain=3+1,4+4,5-1,6+1,8-2 then:domain-domainSaid=0-1,4+1 then:domain-failed=4+2,8-1
then:domain-inactive=0-1,4+2 then:domain-innerReply=5+1 then:domain-negated=0+1,3-1,4-1,5-1,8+1
then:domain-notAccepted=0-1,3+1,4-1,5+1 then:domain-quoted=0-3,4+4,8-1 then:domain-rate=3+1
then:domain-recipient=0+1,6+1,8-1 then:domain-refused=0+1,5+2,6-2,8-1
then:domain-required=0-1,1-1,2+3,3+1,5-1,8-1 then:domain-server=0+1,3-1,4+1 then:domain-temporary=4+2,6-2,8+1
then:domain-unknown=0+1,1-1,3+1,4+2,5-2,8-2 then:domainRecords-domain=0-1,6+2 then:domainSaid-domain=0+3,4-2
then:domainSaid-server=4+1 then:failed-auth=1+3,3-1,5-1,8-1 then:failed-domain=0+1 then:failed-quoted=5+1
then:failed-recipient=5+1,6-1 then:failed-refused=0-1,3-1,8+2 then:failed-server=6+1 then:failed-temporary=6+1
then:failed-unknown=5-3,8+3 then:foreign-domain=0-1,4-1,6+3 then:foreign-foreign=0+1 then:foreign-quoted=0+1
then:foreign-relay=0+1 then:full-server=3-1,5+2,6-1 then:greylisting-server=3+1,8-1
then:greylisting-temporary=6-1,7+3,8-1 then:inactive-inactive=5+1 then:inactive-recipient=5+1,8-1
then:inactive-server=5+1 then:listed-listed=3-1,5+1 then:mailbox-full=6+2,8-2
then:mailbox-inactive=3+1,4+3,5-3,6-1,8+1 then:mailbox-quoted=0-1,5+2 then:mailbox-recipient=5+1,8-1
then:mailbox-temporary=5+1 then:mailbox-unavailable=5+1 then:mailbox-unknown=3+2,5-1,6+2,8-1
then:negated-conduct=8+1 then:negated-domain=0-3,4+6,5-1,8-2 then:negated-mailbox=5+1,8-1
then:negated-recipient=0+1,3-1,5-3,6-2,8+5 then:negated-relay=0+1 then:negated-sender=7+1
then:negated-unknown=0-1,4-1,5-1,8+3 then:notAccepted-address=0-1,4+1,6-1,8+1 then:notAccepted-client=0+2,3-2
then:notAccepted-sender=3+1,5-1 then:notOurs-domain=0+1,3-1 then:place-address=5-1,6+1,8+1
then:place-blocked=3-1,5+3,8-1 then:place-failed=8+1 then:place-full=3+3,5-1,8-1
then:place-greylisting=3+1,5-1,6-1,7+2,8-1 then:place-inactive=5+1 then:place-mailbox=3-1,5+1
then:place-notAccepted=4+1 then:place-policy=5-3,6+1,7+1,8+1 then:place-rate=3+1 then:place-recipient=3+1,8-1
then:place-refused=3-2,4-1,5+1,6+1,8+2 then:place-relay=0+1 then:place-sender=3+1
then:place-troubleSaid=3-2,6+2,7+2,8-1 then:place-unknown=3-1,4+1,5-1,6-1,8+2
then:place-verification=5-2,6-1,8+4 then:policy-failed=6-1,8+1 then:policy-notAccepted=5+2,8-1
then:policy-recipient=5+1 then:policy-refused=0-1,3-2,5-1,6+1,7+1,8+2 then:quoted-domainSaid=4+1
then:quoted-full=5+1 then:quoted-inactive=5+1 then:quoted-mailbox=6-1,8+1 then:quoted-negated=0-1,5-1,8+3
then:quoted-notAccepted=5-1,8+2 then:quoted-place=0-2,1-1,3+2,5-1,6+1,7+1,8-1 then:quoted-rate=5+1
then:quoted-recipient=0-1,3-1,5+2,8+1 then:quoted-refused=0+2,3-1,5-1,6-1,8+2 then:quoted-relay=0+3,3-1,8-1
then:quoted-sender=0-1,2+2,3+1,8-2 then:quoted-temporary=3-1,7+1 then:quoted-unknown=5+1 then:rate-client=3+1
then:rate-rate=3-1,5+2,6-1,8+2 then:rate-recipient=8+1 then:rate-temporary=3+3,5+1,6-1,7-1,8-2
then:recipient-address=0-1,4+1,5-1,8+2 then:recipient-banned=5+1 then:recipient-client=0+1
then:recipient-conduct=5+1 then:recipient-domain=0-1,4+1,6+1,8-1 then:recipient-failed=5-1,6+1
then:recipient-foreign=0+1 then:recipient-full=3-1,5+2,6-1 then:recipient-inactive=5+1
then:recipient-mailbox=5+1 then:recipient-negated=3-1,5+2 then:recipient-quoted=0-4,2+2,3-1,4-1,5+2,8+2
then:recipient-rate=3+2,8-1 then:recipient-recipient=5+1,8-1 then:recipient-recipientRule=3-1,8+2
then:recipient-refused=0+1,3-1,5+1,6-1,8+1 then:recipient-required=0+1,8-1 then:recipient-temporary=6+1
then:recipient-trouble=5+1 then:recipient-troubleSaid=5-1,6+2 then:recipient-unknown=0+2,4-1,5+3,6-1,8-3
then:recipientRule-negated=3-1,5-1,8+2 then:refused-address=0+2,3+2,5+1,8-4 then:refused-client=6+2,8-1
then:refused-conduct=3+2,5-1,8-1 then:refused-domain=0+1,3-1,6+1 then:refused-full=3-1,5-1,8+3
then:refused-negated=3+3,5-1,8-1 then:refused-notAccepted=5+3,8-2 then:refused-policy=5+1,6-1,8+1
then:refused-quoted=0-2,8+3 then:refused-recipient=0-1,3-1,4-1,5+1,6+1 then:refused-refused=0-1,3+3,5-1,8-2
then:refused-relay=0+1,5-1,6+2,8-1 then:refused-sender=3-3,8+3 then:refused-server=0-1,3+1,5+2,6-2,8-1
then:refused-temporary=6-1,7+3,8-2 then:refused-tlsMissing=2+1 then:refused-unknown=0+1,5-2,6+3,7-1,8-1
then:relay-client=0+1,3-1 then:relay-domain=0+1 then:relay-recipient=6+2,8-1
then:relay-refused=0+5,1-1,3-3,5+2,6-1,8-1 then:relay-server=0-1,6-1,8+3 then:required-authMissing=1+1
then:required-conduct=1+3,3-2 then:required-domain=0+1 then:required-recipient=0+1,8-1
then:required-tls=2+2,3-1 then:required-tlsMissing=1-1,2+1 then:sender-banned=3+1 then:sender-client=3+1
then:sender-clientRejected=6+2,8-1 then:sender-domain=3+1 then:sender-failed=3+1 then:sender-notAccepted=3+1
then:sender-quoted=3-1,7+2 then:sender-recipient=3+2,5-1,8-1 then:sender-refused=0-1,1+1,3+2,8-2
then:sender-sender=2+2,3+1,6-1,7+1,8-2 then:server-address=4+1 then:server-client=0+1 then:server-domain=4+1
then:server-full=5+2,6-1,8-1 then:server-negated=0-2,6-1,8+3 then:server-recipient=0+1,3-1,5+1,6+1,8-1
then:server-refused=0-1,1+3,3+1,5-1,6+1,8-3 then:server-relay=3+1 then:server-temporary=3-1,6+2,7-1
then:server-troubleSaid=3-1,6+2 then:server-unavailable=6+1 then:server-unknown=3+1,4+1,5-1,8-1
then:temporary-blocked=3+1 then:temporary-client=3+1 then:temporary-failed=6+2,8-1
then:temporary-greylisting=7+1,8-1 then:temporary-refused=6-1,7+2,8-2 then:temporary-relay=6-1,7+2
then:temporary-temporary=0-1,1-1,2-1,3+2,4-1,5-1,7+3,8-1 then:temporary-unavailable=3-1,4+1,6-1,7+2
then:tls-client=2+1 then:tls-required=2+1 then:tls-tls=2+2,8-1 then:tlsMissing-domain=2+1
then:tlsMissing-required=1-1,2+1 then:trouble-domain=5+1 then:troubleSaid-failed=3-2,4+3,7-1,8-1
then:troubleSaid-recipient=6+1 then:troubleSaid-sender=3+1,6-1 then:troubleSaid-temporary=3-1,5+2,6+3,8-2
then:troubleSaid-troubleSaid=6+1 then:troubleSaid-unavailable=6+1 then:unavailable-recipient=5+1
then:unavailable-temporary=6+2,7-1,8-1 then:unknown-address=5+1 then:unknown-client=3+1
then:unknown-conduct=3+2 then:unknown-domain=0-2,4-1,6-1,8+5 then:unknown-failed=0+1,3-1,5+1
then:unknown-foreign=0+2,8-1 then:unknown-malformed=5-1,8+2 then:unknown-quoted=5+1
then:unknown-recipient=0-1,3-1,4-1,5-1,8+5 then:unknown-relay=0+2,3-1,5+1,8-1 then:unknown-sender=3+1
then:unknown-server=0-1,3-1,4+2,5-1,6-1,8+1 then:unknown-temporary=4-1,6+1 then:unknown-unknown=5+1
then:unknown-vague=5+1,8-1 then:vague-quoted=5+1 then:verification-address=6-1,8+2
then:verification-failed=0-1,3-1,6+2 then:verification-recipient=5+1,8-1 then:verification-verification=6+1
`;
