using System.CommandLine;
using System.Globalization;
using EmrSec.Assessor.Reassessments;
using EmrSec.Dossiers.Lab;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec lab</c>: facilities that do not exist, for trying things out.</summary>
internal static class LabCommands
{
    public static Command Create(Screen screen, TimeProvider clock) => new("lab", "Dữ liệu thử: sinh cơ sở không có thật để thử quy mô") { Generate(screen, clock) };

    private static Command Generate(Screen screen, TimeProvider clock)
    {
        var count = new Option<int>("--count", "-n") { HelpName = "số", Description = "Bao nhiêu cơ sở, từ 1 đến 100000", DefaultValueFactory = _ => 100 };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= FacilityGenerator.Most))
            {
                result.AddError($"{CallErrors.Prefix}--count: «{result.Tokens[^1].Value}» không phải là số từ 1 đến {FacilityGenerator.Most.ToString(CultureInfo.InvariantCulture)}");
            }
        });
        var seed = new Option<int>("--seed") { HelpName = "số", Description = "Số gieo: cùng số gieo thì ra cùng các cơ sở (mặc định 1)", DefaultValueFactory = _ => 1 };
        var province = new Option<string?>("--province") { HelpName = "tỉnh", Description = "Chỉ một tỉnh, thành phố, ví dụ bac-ninh (mặc định: cả nước)" };
        var output = new Option<string?>("--out", "-o") { HelpName = "thư mục", Description = "Ghi mỗi cơ sở một tệp .yaml vào thư mục này, thay vì đưa vào kho" };
        var inForce = new Option<bool>("--in-force") { Description = "Mọi hồ sơ đều đang có hiệu lực, để đo đánh giá lại (mặc định: 70% đang có hiệu lực)" };
        var day = CommonOptions.AsOf();
        day.Description = "Ngày mà các mốc thời gian được sinh lùi từ đó (mặc định: hôm nay)";
        var (store, rules) = (new StoreChoice(), CommonOptions.Rules());
        var command = new Command("generate", "Sinh cơ sở không có thật, đưa vào kho (tạo kho nếu chưa có) hoặc ra thư mục") { count, seed, province, inForce, output, day, store.Store, rules };
        command.SetAction(result =>
        {
            if (CommonOptions.LoadRules(result.GetValue(rules), screen) is not { } packs)
            {
                return ExitCodes.WrongInput;
            }

            var call = new LabCall(result.GetValue(count), result.GetValue(seed), result.GetValue(province), CommonOptions.Day(result.GetValue(day), clock), result.GetValue(output), store.Place(result)) { IsAllInForce = result.GetValue(inForce) };
            return new LabRun(call, packs, screen, clock).Run();
        });
        return command;
    }
}
