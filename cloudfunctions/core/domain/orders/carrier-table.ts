/**
 * Carriers as WeChat lists them (`get_delivery_list` of 物流助手, which cloud functions cannot call),
 * one after the other with `|`: WeChat's code, its name, and other names or spellings. Those that
 * most parcels go by come first. A name is compared without blanks and whatever its case.
 */
export const CARRIER_TABLE = `
SF/顺丰速运/顺丰/SF Express|ZTO/中通快递/中通|YTO/圆通速递/圆通|STO/申通快递/申通|YD/韵达速递/韵达/YUNDA|JTSD/极兔速递/极兔/J&T/JT
JD/京东快递/京东/京东物流|EMS/EMS/邮政EMS/邮政特快/邮政速递|YZPY/邮政快递包裹/邮政/中国邮政/邮局/邮政小包/邮政平邮|DBL/德邦快递/德邦/DBKD
DNWL/丹鸟物流/丹鸟/菜鸟/菜鸟速递/CNSD|FWX/丰网速运/丰网|HTKY/百世快递/百世/汇通|ZYE/众邮快递/众邮|YZBK/邮政国内标快/邮政标快|KYSY/跨越速运/跨越
HHTT/天天快递/天天|UC/优速快递/优速|ZJS/宅急送|SURE/速尔快递/速尔|SNWL/苏宁物流/苏宁|SX/顺心捷达/顺心/SXJD|YMDD/壹米滴答|ANE/安能物流/安能
ANEKY/安能快运|ZTOKY/中通快运|YDKY/韵达快运|DBLKY/德邦快运/德邦物流|JDKY/京东快运|BTWL/百世快运/百世物流|CND/承诺达/承诺达特快
PJ/品骏快递/品骏
AJ/安捷快递|AXWL/安讯物流|AXD/安鲜达|BETWL/百腾物流|BJXKY/北极星快运|BNTWL/奔腾物流|BFDF/百福东方|BFAY/八方安运|BDT/八达通
CFWL/春风物流|CHTWL/诚通物流|CXHY/传喜物流|CG/程光|CITY100/城市100|CJKD/城际快递|CNEX/佳吉快运|COE/东方快递|CSCY/长沙创一
CDSTKY/成都善途速运|CTG/联合运通|CRAZY/疯狂快递|CBO/钏博物流|DSWL/D速物流|DLG/到了港|DTWL/大田物流|DJKJWL/东骏快捷物流|DEKUN/德坤
ETK/E特快|EST365/东方汇|KFW/快服务|FKD/飞康达|FTD/富腾达|FYKD/凡宇货的|FASTGO/速派快递|FT/丰通快运|FCWL/丰程物流|FX/法翔速运|GD/冠达
GTO/国通快递|GDEMS/广东邮政|GSD/共速达|GTONG/广通|GAI/迦递快递|GKSD/港快速递|GTSD/高铁速递|GT/冠泰|HFWL/汇丰物流|HGLL/黑狗冷链
HLWL/恒路物流|HOAU/天地华宇|HOTSCM/鸿桥供应链|HPTEX/海派通物流|Hq568/华强物流|HQSY/环球速运|HXLWL/华夏龙物流|HXWL/豪翔物流
HFHW/合肥汇文|HLONGWL/辉隆物流|HQKD/华企快递|HRWL/韩润物流|HTKD/青岛恒通快递|HYH/货运皇物流|HYLSD/好来运快递|HJWL/皇家物流|JAD/捷安达
JGSD/京广速递|JIUYE/九曳供应链|JXD/急先达|JYKD/晋越快递|JYM/加运美|JGWL/景光物流|JYWL/佳怡物流|KYWL/跨越物流|KSDWL/快速递物流
LB/龙邦快递|LJSKD/立即送|LHT/联昊通速递|LYT/联运通|LHKDS/联合快递|MB/民邦快递|MHKD/民航快递|MK/美快|MDM/门对门快递|MRDY/迈隆递运
MLWL/明亮物流|NF/南方|NEDA/能达速递|PADTF/平安达腾飞快递|PANEX/泛捷快递|PAPA/啪啪供应链|QCKD/全晨快递|QRT/全日通快递|QUICK/快客快递
QXT/全信通|RFD/如风达|RRS/日日顺物流|RFEX/瑞丰速递|SAD/赛澳递|SAWL/圣安物流|SBWL/晟邦物流|SDWL/上大物流|SFWL/盛丰物流|ST/速通物流
STWL/速腾快递|SUBIDA/速必达物流|SDEZ/速递e站|SCZPDS/速呈宅配|SDSY/首达速运|SK/穗空物流|STONG/首通快运|SJ/郑州速捷|SYJHE/佳惠尔
TSSTO/唐山申通|TYWL/通用物流|TLWL/腾林物流|UAPEX/全一快递|ULUCKEX/优联吉运|WJK/万家康|WJWL/万家物流|WHTZX/武汉同舟行|WPE/维普恩
WTP/微特派|WM/中粮我买网|XCWL/迅驰物流|XFEX/信丰物流|XYT/希优特|XJ/新杰物流|XLKD/喜来快递|XSRD/鑫世锐达|YADEX/源安达快递|YCWL/远成物流
YCSY/远成快运|YDT/易达通|YFHEX/原飞航物流|YFSD/亚风快递|YTKD/运通快递|YXKD/亿翔快递|YUNDX/运东西网|YZTSY/一站通速运|YFSUYUN/驭丰速运
YSDF/余氏东风|ZENY/增益快递|ZHQKD/汇强快递|ZTE/众通快递|ZTKY/中铁快运|ZTWL/中铁物流|ZYKD/中邮快递|ZH/中驰物流|ZO/中欧快运|ZSKY/准实快运
ZWSY/中外速运|ZZJH/郑州建华|YMSY/玥玛速运|YYSD/鹰运|YJD/易境达|JYSD/上海久易国际|QYHY/秦远海运
DHL/DHL|FEDEX/联邦快递(国内件)/联邦|FEDEX_GJ/联邦快递(国际件)|UPS/UPS|TNT/TNT快递|USPS/USPS美国邮政|EMSGJ/EMS国际
GJEYB/国际e邮宝|GJYZ/国际邮政包裹|XGYZ/香港邮政|AOMENYZ/澳门邮政|TAIWANYZ/台湾邮政|DHL_DE/DHL德国|DHL_EN/DHL(英文版)
DHL_GLB/DHL全球|DHLGM/DHL Global Mail|DPD/DPD|DPEX/DPEX|GLS/GLS|OCS/OCS|ONTRAC/ONTRAC|YODEL/YODEL
UEQ/UEQ Express|UEX/UEX|ARAMEX/Aramex|APAC/APAC|AAE/AAE全球专递|ACS/ACS雅仕快递|ADP/ADP Express Tracking
BHT/BHT快递|BCWELT/BCWELT|BHGJ/贝海国际|BN/笨鸟国际|CDEK/CDEK|CNPEX/CNPEX中邮快递|EWE/EWE|EPS/EPS联众国际快运
ESHIPPER/EShipper|FQ/FQ|GE2D/GE2D|PCA/PCA Express|POSTEIBE/POSTEIBE|SKYPOST/SKYPOST
STO_INTL/申通快递国际单|YDGJ/韵达国际|NSF/新顺丰|JLDT/嘉里国际|JFGJ/今枫国际|JGZY/极光转运|JXYKD/吉祥邮转运|JPKD/绝配国际速递
SHLDHY/林道国际|QQYZ/全球邮政|UPU/万国邮政|VENUCIA/启辰国际|VCTRANS/中越国际物流|XKGJ/星空国际|XD/迅达国际|XYGJ/新元国际
XYGJSD/ADLER雄鹰国际速递|YAMA/日本大和运输|YHXGJSD/一号线|YBG/洋包裹|YDH/义达国际物流|AOL/AOL澳通|ADD/澳多多|AYCA/澳邮专线
AYUS/安邮美国|AMAZON/亚马逊物流|ALKJWL/阿里跨境电商物流|UBONEX/优邦国际速运|DBYWL/递必易国际物流|DDWL/大道物流|DGYKD/德国云快递
DLGJ/到乐国际|EKM/易客满|TAILAND138/泰国138|IBLSD/便利速递|IBTD/宝通达|IBYB/贝邮宝|ICKY/出口易|IDFWL/达方物流|IFTWL/飞特物流
IHHWL/华翰物流|IHLY/互联易|ILKKD/林克快递|IXPWL/夏浦物流|IXPSJ/夏浦世纪|ANGUILAYOU/安圭拉邮政|AT/奥地利邮政
AUSTRALIA/Australia Post|BEL/比利时邮政|BILUYOUZHE/秘鲁邮政|BR/巴西邮政|BUDANYOUZH/不丹邮政|CA/加拿大邮政|DK/丹麦邮政
IADLSQDYZ/安的列斯群岛邮政|IOZYZ/欧洲专线(邮政)|IADLYYZ/澳大利亚邮政|IAEBNYYZ/阿尔巴尼亚邮政|IAEJLYYZ/阿尔及利亚邮政|IAFHYZ/阿富汗邮政
IAGLYZ/安哥拉邮政|IAGTYZ/阿根廷邮政|IAJYZ/埃及邮政|IALBYZ/阿鲁巴邮政|IALQDYZ/奥兰群岛邮政|IALYYZ/阿联酋邮政|IAMYZ/阿曼邮政
IASBJYZ/阿塞拜疆邮政|IASNYYZ/爱沙尼亚邮政|IBCWNYZ/博茨瓦纳邮政|IBDLGYZ/波多黎各邮政|IBDYZ/冰岛邮政|IBELSYZ/白俄罗斯邮政|IBHYZ/波黑邮政
IBJLYYZ/保加利亚邮政|IBJSTYZ/巴基斯坦邮政|IBLNYZ/黎巴嫩邮政|IBLWYYZ/玻利维亚邮政|IBMDYZ/百慕达邮政|IBOLYZ/波兰邮政|IDGYZ/德国邮政
IWDMLYZ/危地马拉邮政|IWGDYZ/乌干达邮政|IWKLEMS/乌克兰EMS|IWKLYZ/乌克兰邮政|IWLGYZ/乌拉圭邮政|IWLYZ/文莱邮政
IXGLDNYYZ/新喀里多尼亚邮政|IE/爱尔兰邮政|IXLYYZ/叙利亚邮政|IYDYZ/印度邮政|IEGDEYZ/厄瓜多尔邮政|IELSYZ/俄罗斯邮政|IELTLYYZ/厄立特里亚邮政
IGDLPDYZ/瓜德罗普岛邮政|IGSDLJYZ/哥斯达黎加邮政|IHGYZ/韩国邮政|IHSKSTYZ/哈萨克斯坦邮政|IHSYZ/黑山邮政|IJBBWYZ/津巴布韦邮政
IJEJSSTYZ/吉尔吉斯斯坦邮政|IJKYZ/捷克邮政|IJNYZ/加纳邮政|IJPZYZ/柬埔寨邮政|IKNDYYZ/克罗地亚邮政|IKNYYZ/肯尼亚邮政
IKTDWEMS/科特迪瓦EMS|IKTDWYZ/科特迪瓦邮政|ILMNYYZ/罗马尼亚邮政|IMEDWYZ/摩尔多瓦邮政|IMETYZ/马耳他邮政|INRLYYZ/尼日利亚邮政
ISEWYYZ/塞尔维亚邮政|ISPLSYZ/塞浦路斯邮政|IWZBKSTYZ/乌兹别克斯坦邮政|IXBYYZ/西班牙邮政|IXJPEMS/新加坡EMS|IXLYZ/希腊邮政
IXXLYZ/新西兰邮政|IYDLYZ/意大利邮政|IYGYZ/英国邮政|IYMNYYZ/亚美尼亚邮政|IYMYZ/也门邮政|IZLYZ/智利邮政|JP/日本邮政|NL/荷兰邮政
RDSE/瑞典邮政|SWCH/瑞士邮政|YUEDANYOUZ/约旦邮政|(AU)/Interparcel|007EX/俄顺达|ZY_AG/爱购转运|ZY_AOZ/爱欧洲
ZY_AUSE/澳世速递|ZY_AXO/AXO|ZY_BH/贝海速递|ZY_BDA/八达网|ZY_BEE/蜜蜂速递|ZY_BL/百利快递|ZY_BM/斑马物流|ZY_BT/百通物流
ZY_CM/策马转运|ZY_EFS/EFS POST|ZY_ESONG/宜送转运|ZY_ETD/ETD|ZY_FD/飞碟快递|ZY_FG/飞鸽快递|ZY_FX/风行快递
ZY_FXSD/风行速递|ZY_FY/飞洋快递|ZY_HC/皓晨快递|ZY_HXSY/华兴速运|ZY_HYSD/海悦速递|ZY_JA/君安快递|ZY_JD/时代转运|ZY_JDKD/骏达快递
ZY_JDZY/骏达转运|ZY_JH/久禾快递|ZY_JHT/金海淘|ZY_LBZY/联邦转运FedRoad|ZY_LPZ/领跑者快递|ZY_CTM/赤兔马转运|ZY_LX/龙象快递
ZY_LZWL/量子物流|ZY_MGZY/美国转运|ZY_MST/美速通|ZY_MXZY/美西转运|ZY_QQEX/QQ-EX|ZY_RT/瑞天快递|ZY_RTSD/瑞天速递
ZY_SDKD/速达快递|ZY_SFZY/四方转运|ZY_ST/上腾快递|ZY_TJ/天际快递|ZY_TM/天马转运|ZY_TN/滕牛快递|ZY_TPAK/TrakPak
ZY_TPY/太平洋快递|ZY_TSZ/唐三藏转运|ZY_TWC/TWC转运世界|ZY_RDGJ/润东国际快线|ZY_TX/同心快递|ZY_TY/天翼快递|ZY_BOZ/败欧洲
ZY_DGHT/德国海淘之家|ZY_DYW/德运网|ZY_WDCS/文达国际DCS|ZY_TZH/同舟快递|ZY_UCS/UCS合众快递|ZY_XC/星辰快递|ZY_XF/先锋快递
ZY_XIYJ/西邮寄|ZY_YQ/云骑快递|ZY_YSSD/优晟速递|ZY_YTUSA/运淘美国|ZY_ZCSD/至诚速递|ZYZOOM/增速海淘
`
